import { STATE_NAMES } from '@tirtapay/domain';
import { coded, column, identifier, onScreen, type CsvColumn } from '../../../platform/list';
import type { InstalmentPlanDto } from './dto/instalment-plan.dto';

/** Columns of the list and of its file, in the language of the reader. */
export const INSTALMENT_PLAN_EXPORT: readonly CsvColumn<InstalmentPlanDto>[] = [
  identifier('Nomor', 'Number', (row) => row.plan_number, 'id'),
  identifier('No. Pelanggan', 'Customer no.', (row) => row.customer.customer_number),
  column('Nama', 'Name', (row) => row.customer.name, 'name'),
  coded('Status', 'Status', (row) => row.state, STATE_NAMES.instalmentPlan, 'state'),
  column('Angsuran', 'Instalments', (row) => row.instalments),
  column('Angsuran Dibayar', 'Instalments paid', (row) => row.paid_instalments),
  onScreen('progress', 'Dibayar', 'Paid'),
  column('Jumlah (Rp)', 'Amount (Rp)', (row) => row.total, ['total', 'Jumlah', 'Amount']),
  column('Sudah Dibayar (Rp)', 'Paid so far (Rp)', (row) => row.paid, [
    'paid',
    'Sudah dibayar',
    'Paid so far',
  ]),
  column('Jatuh Tempo Berikutnya', 'Next due', (row) => row.next_due, [
    'next_due',
    'Jatuh tempo berikutnya',
    'Next due',
  ]),
  column('Dibuat', 'Agreed', (row) => row.created_at, 'created_at'),
];
