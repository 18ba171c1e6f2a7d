import { Problem } from '../../../platform/problem';
import { passwordWeakness } from './password-policy';
import { IDENTITY_SAYS } from './sentences';

/** @throws Problem user.password_weak pointing at the field */
export function assertStrongPassword(password: string, personal: readonly string[], pointer: string): void {
  const weakness = passwordWeakness(password, personal);
  if (weakness === null) return;
  throw new Problem('user.password_weak', {
    errors: [{ pointer, code: weakness.toLowerCase(), message: IDENTITY_SAYS.weak[weakness] }],
  });
}
