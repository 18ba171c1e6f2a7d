import { Problem } from '../../../platform/problem';
import { MIN_PASSWORD_LENGTH, passwordWeakness, type PasswordWeakness } from './password-policy';

const MESSAGES: Readonly<Record<PasswordWeakness, string>> = {
  TOO_SHORT: `at least ${String(MIN_PASSWORD_LENGTH)} characters`,
  TOO_FEW_CHARACTERS: 'too few different characters',
  COMMON_OR_CONTEXT: 'made of common words, names or patterns',
};

/** @throws Problem user.password_weak pointing at the field */
export function assertStrongPassword(password: string, personal: readonly string[], pointer: string): void {
  const weakness = passwordWeakness(password, personal);
  if (weakness === null) return;
  throw new Problem('user.password_weak', {
    errors: [{ pointer, code: weakness.toLowerCase(), message: MESSAGES[weakness] }],
  });
}
