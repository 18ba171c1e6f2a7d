import { rupiah, type PenaltyPolicy, type Period } from '@tirtapay/domain';
import type { RowOf } from '../../../platform/database';
import type { PenaltyPolicyRow } from './entities/penalty-policy.entity';

export type StoredPolicy = RowOf<
  PenaltyPolicyRow,
  | 'id'
  | 'validFrom'
  | 'validTo'
  | 'mode'
  | 'amount'
  | 'tiers'
  | 'basisPoints'
  | 'perMonth'
  | 'graceDays'
  | 'cap'
  | 'tariffCodes'
  | 'kinds'
>;

export const POLICY_COLUMNS =
  'id, valid_from, valid_to, mode, amount, tiers, basis_points, per_month, grace_days, cap, tariff_codes, kinds';

/** A row as the penalty law knows it. */
export function toPolicy(row: StoredPolicy): PenaltyPolicy {
  return {
    id: row.id,
    mode: row.mode,
    graceDays: row.grace_days,
    cap: row.cap === null ? null : rupiah(row.cap),
    tariffCodes: row.tariff_codes,
    kinds: row.kinds,
    validFrom: row.valid_from as Period,
    validTo: row.valid_to as Period | null,
    perMonth: row.per_month,
    ...(row.amount === null ? {} : { amount: rupiah(row.amount) }),
    ...(row.basis_points === null ? {} : { basisPoints: row.basis_points }),
    ...(row.tiers === null
      ? {}
      : { tiers: row.tiers.map((tier) => ({ fromMonth: tier.fromMonth, amount: rupiah(tier.amount) })) }),
  };
}
