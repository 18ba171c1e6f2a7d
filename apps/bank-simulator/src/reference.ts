import { randomBytes } from 'node:crypto';
import { formatRfc3339 } from '@tirtapay/bank-protocol';

/** `BPD-20260115-093105-A1B2C3`: the bank's own number of a transaction, in its own time. */
export function newReference(prefix: string, now: number): string {
  const local = formatRfc3339(now);
  const [day, time] = [local.slice(0, 10), local.slice(11, 19)].map((part) => part.replace(/\D/g, ''));
  return `${prefix}-${day ?? ''}-${time ?? ''}-${randomBytes(3).toString('hex').toUpperCase()}`;
}
