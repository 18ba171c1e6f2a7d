import type { CsvColumn } from '../../../platform/list';
import type { BillRunResponse } from './dto/bill-run.dto';

const STATUSES: Readonly<Record<BillRunResponse['status'], string>> = {
  QUEUED: 'Antre',
  RUNNING: 'Berjalan',
  DONE: 'Selesai',
  PARTIAL: 'Selesai sebagian',
  FAILED: 'Gagal',
};

/** Columns of the CSV, in the language of the office. */
export const BILL_RUN_COLUMNS: readonly CsvColumn<BillRunResponse>[] = [
  { header: 'Periode', value: (run) => run.period },
  { header: 'Wilayah', value: (run) => run.filter.region_name ?? 'Semua' },
  { header: 'Golongan Tarif', value: (run) => run.filter.tariff_code ?? 'Semua' },
  { header: 'Status', value: (run) => STATUSES[run.status] },
  { header: 'Sasaran', value: (run) => run.total },
  { header: 'Terbit', value: (run) => run.issued },
  { header: 'Gagal', value: (run) => run.failed },
  { header: 'Dilewati', value: (run) => run.skipped },
  { header: 'Jumlah (Rp)', value: (run) => run.amount },
  { header: 'Oleh', value: (run) => run.created_by?.name ?? null },
  { header: 'Dibuat', value: (run) => run.created_at },
  { header: 'Mulai', value: (run) => run.started_at },
  { header: 'Selesai', value: (run) => run.finished_at },
];
