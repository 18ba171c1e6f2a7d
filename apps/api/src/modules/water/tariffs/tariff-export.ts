import type { CsvColumn } from '../../../platform/list';
import type { TariffResponse, TariffVersionResponse } from './dto/tariff.response';

/** `0-10: 2000 | 10-20: 2500 | > 20: 3000`, bounds in m³. */
function blocks(version: TariffVersionResponse): string {
  return version.blocks
    .map(({ lower_m3: lower, upper_m3: upper, rate }) =>
      upper === null
        ? `> ${String(lower)}: ${String(rate)}`
        : `${String(lower)}-${String(upper)}: ${String(rate)}`,
    )
    .join(' | ');
}

function fixedCharges(version: TariffVersionResponse): string {
  return version.fixed_charges
    .map(
      ({ label, meter_size_mm: size, amount }) =>
        `${label}${size === null ? '' : ` ${String(size)} mm`}: ${String(amount)}`,
    )
    .join(' | ');
}

const MINIMUM_UNITS = { NONE: '', M3: ' m3', RUPIAH: ' rupiah' } as const;

function minimum({ minimum: { kind, value } }: TariffVersionResponse): string | null {
  return kind === 'NONE' ? null : `${String(value)}${MINIMUM_UNITS[kind]}`;
}

/** Columns of the CSV, in the language of the office; prices are those of this month. */
export const TARIFF_COLUMNS: readonly CsvColumn<TariffResponse>[] = [
  { header: 'Kode', value: (tariff) => tariff.code },
  { header: 'Golongan', value: (tariff) => tariff.name },
  { header: 'Kelompok', value: (tariff) => tariff.kelompok },
  { header: 'Aktif', value: (tariff) => (tariff.active ? 'Ya' : 'Tidak') },
  { header: 'Dasar Hukum', value: ({ current_version: now }) => now?.legal_basis ?? null },
  { header: 'Berlaku Sejak', value: ({ current_version: now }) => now?.valid_from ?? null },
  { header: 'Versi', value: ({ current_version: now }) => now?.version_no ?? null },
  { header: 'Blok (m3: Rp/m3)', value: ({ current_version: now }) => (now === null ? null : blocks(now)) },
  {
    header: 'Biaya Tetap (Rp)',
    value: ({ current_version: now }) => (now === null ? null : fixedCharges(now)),
  },
  { header: 'Minimum', value: ({ current_version: now }) => (now === null ? null : minimum(now)) },
];
