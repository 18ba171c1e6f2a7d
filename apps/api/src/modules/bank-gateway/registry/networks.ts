import { parseCidrStrict } from '@tirtapay/bank-protocol';
import { Problem, type FieldError } from '../../../platform/problem';
import { REGISTRY_SAYS } from './sentences';

/** Refuses before anybody is asked to approve. @throws Problem bank.cidr_invalid with a pointer to each entry */
export function assertNetworks(cidrs: readonly string[]): void {
  const errors = cidrs.flatMap((cidr, index): FieldError[] => {
    const parsed = parseCidrStrict(cidr);
    if (parsed.ok) return [];
    const message = REGISTRY_SAYS.notANetwork(cidr);
    return [{ pointer: `/allowed_cidrs/${String(index)}`, code: parsed.problem, message }];
  });
  if (errors.length > 0) throw new Problem('bank.cidr_invalid', { errors });
}
