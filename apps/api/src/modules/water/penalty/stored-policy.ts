import { rupiah, type PenaltyMode, type PenaltyPolicy, type Period } from '@tirtapay/domain';

export interface StoredPolicy {
  readonly id: number;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly mode: PenaltyMode;
  readonly amount: number | null;
  /** As the domain writes them. */
  readonly tiers: readonly { readonly fromMonth: number; readonly amount: number }[] | null;
  readonly basis_points: number | null;
  readonly per_month: boolean;
  readonly grace_days: number;
  readonly cap: number | null;
  readonly tariff_codes: readonly string[] | null;
}

export const POLICY_COLUMNS =
  'id, valid_from, valid_to, mode, amount, tiers, basis_points, per_month, grace_days, cap, tariff_codes';

/** A row as the penalty law knows it. */
export function toPolicy(row: StoredPolicy): PenaltyPolicy {
  return {
    id: row.id,
    mode: row.mode,
    graceDays: row.grace_days,
    cap: row.cap === null ? null : rupiah(row.cap),
    tariffCodes: row.tariff_codes,
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
