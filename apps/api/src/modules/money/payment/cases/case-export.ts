import type { CsvColumn } from '../../../../platform/list';
import type { CaseDto } from './case.dto';

/** Columns of the CSV, in the language of the office. */
export const CASE_COLUMNS: readonly CsvColumn<CaseDto>[] = [
  { header: 'Dibuka', value: (item) => item.opened_at },
  { header: 'Jenis', value: (item) => item.kind },
  { header: 'Status', value: (item) => (item.status === 'OPEN' ? 'Terbuka' : 'Selesai') },
  { header: 'No. Pelanggan', value: (item) => item.customer?.customer_number ?? null },
  { header: 'Nama', value: (item) => item.customer?.name ?? null },
  { header: 'No. Kuitansi', value: (item) => item.payment?.receipt_number ?? null },
  { header: 'Bank', value: (item) => item.payment?.bank.name ?? null },
  { header: 'Referensi Bank', value: (item) => item.payment?.bank_reference ?? null },
  { header: 'Jumlah (Rp)', value: (item) => item.amount },
  { header: 'Sisa (Rp)', value: (item) => item.remaining },
  { header: 'Penyelesaian', value: (item) => item.resolution },
  { header: 'Diselesaikan Oleh', value: (item) => item.resolved_by },
  { header: 'Diselesaikan Pada', value: (item) => item.resolved_at },
  { header: 'Catatan', value: (item) => item.note },
];
