import { column, identifier, onScreen, type CsvColumn } from '../../../../platform/list';
import type { WaiverProgrammeDto } from '../dto/waiver.dto';

/** Columns of the list and of its file, in the language of the reader. */
export const WAIVER_EXPORT: readonly CsvColumn<WaiverProgrammeDto>[] = [
  column('Nama', 'Name', (row) => row.name, 'name'),
  column('Dasar Hukum', 'Legal basis', (row) => row.legal_basis, [
    'legal_basis',
    'Dasar hukum',
    'Legal basis',
  ]),
  column('Mulai', 'From', (row) => row.valid_from, 'valid_from'),
  column('Sampai', 'Until', (row) => row.last_day, 'valid_to'),
  column('Persen', 'Percent', (row) => (row.basis_points === null ? null : row.basis_points / 100)),
  column('Jumlah per Rekening (Rp)', 'Amount per bill (Rp)', (row) => row.amount),
  column('Batas per Rekening (Rp)', 'Cap per bill (Rp)', (row) => row.cap),
  identifier('Wilayah', 'Areas', (row, language) => row.region_codes?.join(', ') ?? ALL[language]),
  identifier(
    'Golongan Tarif',
    'Categories',
    (row, language) => row.tariff_codes?.join(', ') ?? ALL[language],
  ),
  column('Anggaran (Rp)', 'Budget (Rp)', (row) => row.budget, ['budget', 'Anggaran', 'Budget']),
  column('Disisihkan (Rp)', 'Set aside (Rp)', (row) => row.reserved, ['reserved', 'Disisihkan', 'Set aside']),
  onScreen('rule', 'Keringanan', 'Relief'),
  onScreen('state', 'Status', 'Status'),
];

const ALL = { id: 'Semua', en: 'All' } as const;
