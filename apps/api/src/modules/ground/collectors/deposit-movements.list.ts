import { Injectable } from '@nestjs/common';
import { CODE_NAMES } from '@tirtapay/domain';
import { Database } from '../../../platform/database';
import {
  coded,
  column,
  identifier,
  listAll,
  listPage,
  type CsvColumn,
  type ListDefinition,
  type ListParameters,
  type ListShape,
  type PageOf,
} from '../../../platform/list';
import type { DepositMovementDto } from './dto/deposit.dto';

/** What moves a deposit; a sale is held and given back, a water bill is a payment and its reversal. */
export const DEPOSIT_EVENTS = [
  'deposit.topped_up',
  'deposit.top_up_reversed',
  'sale.held',
  'sale.refunded',
  'payment.posted',
  'payment.reversed',
] as const;

/** Each line of the books on the deposits. */
const MOVEMENTS = `(SELECT l.id, l.collector_id, p.name AS partner, j.event, j.entity_id, j.business_date, l.journal_id, l.credit - l.debit AS amount
  FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id JOIN penerima p ON p.id = l.collector_id WHERE l.account = '2140') m`;

/** What was in the deposit after a line: added up for the rows of the page alone. */
const BALANCE = `(SELECT sum(b.credit - b.debit)::bigint FROM jurnal_baris b
    WHERE b.account = '2140' AND b.collector_id = m.collector_id AND b.id <= m.id)`;

export const DEPOSIT_LIST_SHAPE = {
  sortable: { id: 'm.id' },
  indexed: ['id'],
  filters: {
    partner_id: { type: 'integer', where: 'm.collector_id = $$' },
    event: { type: 'text', where: 'm.event = $$', choices: DEPOSIT_EVENTS },
    from: { type: 'date', where: 'm.business_date >= $$' },
    to: { type: 'date', where: 'm.business_date <= $$' },
  },
  sums: { amount: { sql: 'm.amount', kind: 'money' } },
  search: [{ expression: 'm.partner', match: 'contains' }],
} as const satisfies ListShape;

const LIST: ListDefinition<DepositMovementDto, DepositMovementDto> = {
  ...DEPOSIT_LIST_SHAPE,
  from: MOVEMENTS,
  select: `m.id, m.collector_id AS partner_id, m.partner, m.event, m.entity_id, m.business_date, m.amount,
    ${BALANCE} AS balance,
    EXISTS (SELECT FROM setoran_mitra r WHERE r.reverses_id = m.journal_id) AS corrected`,
  defaultSort: '-id',
  tieBreaker: 'm.id',
  map: (row) => row,
};

export const DEPOSIT_CSV: readonly CsvColumn<DepositMovementDto>[] = [
  identifier('Nomor', 'Number', (row) => row.id),
  column('Mitra', 'Partner', (row) => row.partner, 'partner'),
  identifier('Tanggal buku', 'Business date', (row) => row.business_date, [
    'business_date',
    'Tanggal',
    'Date',
  ]),
  coded('Peristiwa', 'Event', (row) => row.event, CODE_NAMES.depositEvent, 'event'),
  identifier('Nomor transaksi', 'Transaction', (row) => row.entity_id, 'entity_id'),
  column('Jumlah', 'Amount', (row) => row.amount, 'amount'),
  column('Saldo', 'Balance', (row) => row.balance, 'balance'),
];

/** The statement of the deposits, from the books. */
@Injectable()
export class DepositMovements {
  constructor(private readonly database: Database) {}

  page(parameters: ListParameters): Promise<PageOf<DepositMovementDto>> {
    return listPage(this.database, LIST, parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<DepositMovementDto> {
    return listAll(this.database, LIST, parameters);
  }
}
