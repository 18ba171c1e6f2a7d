import type { CsvColumn } from '../../../platform/list';
import type { PenaltyPolicyResponse } from './dto/penalty-policy.dto';

function tiers(policy: PenaltyPolicyResponse): string | null {
  return (
    policy.tiers
      ?.map(({ from_month: month, amount }) => `mulai bulan ${String(month)}: ${String(amount)}`)
      .join(' | ') ?? null
  );
}

/** Columns of the CSV, in the language of the office. */
export const PENALTY_POLICY_COLUMNS: readonly CsvColumn<PenaltyPolicyResponse>[] = [
  { header: 'Nama', value: (policy) => policy.name },
  { header: 'Dasar Hukum', value: (policy) => policy.legal_basis },
  { header: 'Berlaku Sejak', value: (policy) => policy.valid_from },
  { header: 'Berlaku Sampai', value: (policy) => policy.valid_to },
  { header: 'Cara', value: (policy) => policy.mode },
  { header: 'Jumlah (Rp)', value: (policy) => policy.amount },
  { header: 'Tingkat (Rp)', value: tiers },
  {
    header: 'Persen',
    value: (policy) => (policy.basis_points === null ? null : policy.basis_points / 100),
  },
  { header: 'Masa Tenggang (hari)', value: (policy) => policy.grace_days },
  { header: 'Batas Atas (Rp)', value: (policy) => policy.cap },
  { header: 'Golongan Tarif', value: (policy) => policy.tariff_codes?.join(', ') ?? 'Semua' },
];
