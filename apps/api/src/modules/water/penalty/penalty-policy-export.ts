import { CODE_NAMES, type Language } from '@tirtapay/domain';
import { coded, column, onScreen, identifier, type CsvColumn } from '../../../platform/list';
import type { PenaltyPolicyDto } from './dto/penalty-policy.dto';

function tiers(policy: PenaltyPolicyDto, language: Language): string | null {
  return (
    policy.tiers
      ?.map(
        ({ from_month: month, amount }) =>
          `${language === 'id' ? 'mulai bulan' : 'from month'} ${String(month)}: ${String(amount)}`,
      )
      .join(' | ') ?? null
  );
}

/** Columns of the CSV, in the language of the reader. */
export const PENALTY_POLICY_COLUMNS: readonly CsvColumn<PenaltyPolicyDto>[] = [
  column('Nama', 'Name', (policy) => policy.name, 'name'),
  column('Dasar Hukum', 'Legal basis', (policy) => policy.legal_basis, [
    'legal_basis',
    'Dasar hukum',
    'Legal basis',
  ]),
  column('Berlaku Sejak', 'Valid from', (policy) => policy.valid_from, ['valid_from', 'Berlaku', 'Valid']),
  column('Berlaku Sampai', 'Valid to', (policy) => policy.valid_to),
  coded('Cara menghitung', 'Mode', (policy) => policy.mode, CODE_NAMES.penaltyMode),
  column('Jumlah (Rp)', 'Amount (Rp)', (policy) => policy.amount),
  column('Tingkat (Rp)', 'Tiers (Rp)', tiers),
  column('Persen', 'Percent', (policy) => (policy.basis_points === null ? null : policy.basis_points / 100)),
  column('Masa Tenggang (hari)', 'Grace (days)', (policy) => policy.grace_days),
  column('Batas Atas (Rp)', 'Cap (Rp)', (policy) => policy.cap),
  identifier(
    'Golongan Tarif',
    'Tariff',
    (policy, language) => policy.tariff_codes?.join(', ') ?? (language === 'id' ? 'Semua' : 'All'),
    ['tariffs', 'Golongan tarif', 'Categories'],
  ),
  onScreen('rule', 'Aturan', 'Rule'),
  onScreen('state', 'Status', 'Status'),
];
