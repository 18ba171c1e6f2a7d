import { CODE_NAMES } from '@tirtapay/domain';
import { coded, column, identifier, yesNo, type CsvColumn } from '../../../platform/list';
import type { TariffDto, TariffVersionDto } from './dto/tariff.dto';

/** `0-10: 2000 | 10-20: 2500 | > 20: 3000`, bounds in m³. */
function blocks(version: TariffVersionDto): string {
  return version.blocks
    .map(({ lower_m3: lower, upper_m3: upper, rate }) =>
      upper === null
        ? `> ${String(lower)}: ${String(rate)}`
        : `${String(lower)}-${String(upper)}: ${String(rate)}`,
    )
    .join(' | ');
}

function fixedCharges(version: TariffVersionDto): string {
  return version.fixed_charges
    .map(
      ({ label, meter_size_mm: size, amount }) =>
        `${label}${size === null ? '' : ` ${String(size)} mm`}: ${String(amount)}`,
    )
    .join(' | ');
}

const MINIMUM_UNITS = { NONE: '', M3: ' m3', RUPIAH: ' rupiah' } as const;

function minimum({ minimum: { kind, value } }: TariffVersionDto): string | null {
  return kind === 'NONE' ? null : `${String(value)}${MINIMUM_UNITS[kind]}`;
}

/** Columns of the CSV, in the language of the reader; prices are those of this month. */
export const TARIFF_COLUMNS: readonly CsvColumn<TariffDto>[] = [
  identifier('Kode', 'Code', (tariff) => tariff.code, 'code'),
  column('Golongan', 'Category', (tariff) => tariff.name, ['name', 'Nama', 'Name']),
  coded('Kelompok', 'Group', (tariff) => tariff.kelompok, CODE_NAMES.tariffGroup, 'kelompok'),
  column('Aktif', 'Active', (tariff, language) => yesNo(tariff.active, language), [
    'active',
    'Dipakai',
    'In use',
  ]),
  column('Dasar Hukum', 'Legal basis', ({ current_version: now }) => now?.legal_basis ?? null, [
    'basis',
    'Dasar hukum',
    'Legal basis',
  ]),
  column('Berlaku Sejak', 'Valid from', ({ current_version: now }) => now?.valid_from ?? null, [
    'valid_from',
    'Berlaku sejak',
    'In force since',
  ]),
  column('Versi', 'Version', ({ current_version: now }) => now?.version_no ?? null),
  column('Blok (m3: Rp/m3)', 'Blocks (m3: Rp/m3)', ({ current_version: now }) =>
    now === null ? null : blocks(now),
  ),
  column('Biaya Tetap (Rp)', 'Fixed charges (Rp)', ({ current_version: now }) =>
    now === null ? null : fixedCharges(now),
  ),
  column('Minimum', 'Minimum', ({ current_version: now }) => (now === null ? null : minimum(now))),
  column('Ditagih Selama Segel', 'Charged while sealed', ({ current_version: now }, language) =>
    now === null ? null : yesNo(now.charge_when_sealed, language),
  ),
];
