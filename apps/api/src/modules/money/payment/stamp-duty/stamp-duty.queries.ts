import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../../platform/database';
import {
  column,
  identifier,
  listAll,
  listPage,
  type CsvColumn,
  type ListDefinition,
  type ListParameters,
  type ListShape,
  type PageOf,
} from '../../../../platform/list';
import type { StampDutyDto, StampDutyMonthDto, StampDutyPaymentDto } from './stamp-duty.dto';

const OWED =
  "SELECT coalesce(sum(credit - debit), 0)::bigint AS owed FROM jurnal_baris WHERE account = '2130'";
/** Every month there was: a figure that is shown is the sum of what stands below it, and a year has twelve. */
const MONTHS = `
  SELECT to_char(j.business_date, 'YYYY-MM') AS month,
    coalesce(sum(l.credit - l.debit) FILTER (WHERE j.event NOT LIKE 'stamp_duty.%'), 0)::bigint AS collected,
    coalesce(sum(l.debit - l.credit) FILTER (WHERE j.event LIKE 'stamp_duty.%'), 0)::bigint AS handed_over
  FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id WHERE l.account = '2130'
  GROUP BY 1 ORDER BY 1 DESC`;

export const STAMP_DUTY_PAYMENT_SHAPE = {
  sortable: { id: 's.id' },
  indexed: ['id'],
  filters: {
    from: { type: 'date', where: 's.business_date >= $$' },
    to: { type: 'date', where: 's.business_date <= $$' },
  },
  sums: { amount: { sql: 's.amount', kind: 'money' } },
  search: [{ expression: 's.bank_reference', match: 'contains' }],
} as const satisfies ListShape;

const LIST: ListDefinition<StampDutyPaymentDto, StampDutyPaymentDto> = {
  ...STAMP_DUTY_PAYMENT_SHAPE,
  from: 'setoran_meterai s',
  select: `s.id, s.business_date, s.amount, s.bank_reference, s.approval_id, s.reverses_id,
    EXISTS (SELECT FROM setoran_meterai r WHERE r.reverses_id = s.id) AS reversed`,
  defaultSort: '-id',
  tieBreaker: 's.id',
  map: (row) => row,
};

export const STAMP_DUTY_PAYMENT_CSV: readonly CsvColumn<StampDutyPaymentDto>[] = [
  identifier('Nomor', 'Number', (row) => row.id),
  identifier('Tanggal buku', 'Business date', (row) => row.business_date, [
    'business_date',
    'Tanggal',
    'Date',
  ]),
  identifier('Referensi bank', 'Bank reference', (row) => row.bank_reference, [
    'reference',
    'Referensi',
    'Reference',
  ]),
  identifier('Membatalkan nomor', 'Takes back number', (row) => row.reverses_id),
  column('Jumlah', 'Amount', (row) => row.amount, 'amount'),
];

/** What is owed for a payment about to be booked. */
export async function stampDutyOwed(tx: Pick<Tx, 'query'>): Promise<number> {
  const [row] = await tx.query<{ owed: number }>(OWED);
  return row?.owed ?? 0;
}

/** What receipts bore of stamp duty, and what of it was handed over. */
@Injectable()
export class StampDuties {
  constructor(private readonly database: Database) {}

  async standing(): Promise<StampDutyDto> {
    const months = await this.database.screen<StampDutyMonthDto & Record<string, unknown>>(MONTHS);
    const owed = months.reduce((sum, month) => sum + month.collected - month.handed_over, 0);
    return { owed, months };
  }

  page(parameters: ListParameters): Promise<PageOf<StampDutyPaymentDto>> {
    return listPage(this.database, LIST, parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<StampDutyPaymentDto> {
    return listAll(this.database, LIST, parameters);
  }
}
