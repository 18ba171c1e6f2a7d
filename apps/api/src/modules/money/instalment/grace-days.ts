import { INSTALMENT_GRACE_DAYS } from '@tirtapay/domain';
import type { Reader } from './owed-bills';

/** Days an instalment may be late before its plan is broken: setting `instalment_grace_days`, for plans agreed from then on. */
export async function graceDays(read: Reader): Promise<number> {
  const [row] = await read<{ value: unknown }>(
    "SELECT value FROM app_setting WHERE key = 'instalment_grace_days'",
    [],
  );
  const days = row?.value;
  return typeof days === 'number' && Number.isInteger(days) && days >= 0 && days <= 60
    ? days
    : INSTALMENT_GRACE_DAYS;
}
