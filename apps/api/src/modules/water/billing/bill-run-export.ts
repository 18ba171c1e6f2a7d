import { STATE_NAMES, type Language } from '@tirtapay/domain';
import { coded, column, onScreen, identifier, type CsvColumn } from '../../../platform/list';
import type { BillRunDto } from './dto/bill-run.dto';

const ALL: Readonly<Record<Language, string>> = { id: 'Semua', en: 'All' };

/** Columns of the CSV, in the language of the reader. */
export const BILL_RUN_COLUMNS: readonly CsvColumn<BillRunDto>[] = [
  column('Periode', 'Period', (run) => run.period, 'period'),
  column('Wilayah', 'Region', (run, language) => run.filter.region_name ?? ALL[language]),
  identifier('Golongan Tarif', 'Tariff', (run, language) => run.filter.tariff_code ?? ALL[language]),
  coded('Status', 'State', (run) => run.status, STATE_NAMES.billRun, ['status', 'Status', 'Status']),
  column('Sasaran', 'Targets', (run) => run.total),
  column('Terbit', 'Issued', (run) => run.issued, 'issued'),
  column('Gagal', 'Failed', (run) => run.failed, 'failed'),
  column('Dilewati', 'Skipped', (run) => run.skipped, 'skipped'),
  column('Jumlah (Rp)', 'Amount (Rp)', (run) => run.amount, ['amount', 'Nilai', 'Amount']),
  column('Oleh', 'By', (run) => run.created_by?.name ?? null, 'created_by'),
  column('Dibuat', 'Created', (run) => run.created_at, 'created_at'),
  column('Mulai', 'Started', (run) => run.started_at),
  column('Selesai', 'Finished', (run) => run.finished_at),
  onScreen('scope', 'Cakupan', 'Scope'),
];
