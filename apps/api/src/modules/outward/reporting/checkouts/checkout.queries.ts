import { Inject, Injectable } from '@nestjs/common';
import { CHECKOUT_METHODS } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { CONFIG, type Config } from '../../../../platform/config';
import { Database } from '../../../../platform/database';
import {
  dayFilters,
  listAll,
  listPage,
  type ListDefinition,
  type ListParameters,
  type PageOf,
} from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';
import { BANK_STATES } from '../../../money/checkout';
import { CheckoutTimeline } from './checkout-timeline';
import { CHECKOUT_STATES, type CheckoutDetailDto, type CheckoutDto } from './checkout.dto';

interface Row extends Omit<CheckoutDto, 'bank' | 'customer' | 'created_at' | 'expires_at' | 'closed_at'> {
  bank_id: number;
  bank_code: string;
  bank_name: string;
  customer_id: number;
  customer_number: string;
  customer_name: string;
  created_at: Date;
  expires_at: Date;
  closed_at: Date | null;
  next_check_at: Date | null;
}

const SELECT = `n.id, n.method, n.status, n.closed_reason, coalesce(v.bank_state, q.bank_state) AS bank_state,
  coalesce(v.virtual_account_number, q.partner_reference_no) AS number, n.bank_id, b.series AS bank_code, b.name AS bank_name,
  n.customer_id, c.customer_number, c.name AS customer_name,
  ARRAY (SELECT t.period FROM tagihan t WHERE t.id = ANY (n.bill_ids) ORDER BY t.period) AS periods,
  n.amount, n.bill_amount, n.stamp_duty, n.admin_fee, n.created_at, n.expires_at, n.closed_at, n.payment_id, k.receipt_number,
  n.next_check_at`;
// Left joins on keys, so that counting never touches the joined tables.
const FROM = `niat_bayar n
  LEFT JOIN va_transaction v ON v.intent_id = n.id
  LEFT JOIN qris_transaction q ON q.intent_id = n.id`;
const DETAILS = `JOIN pelanggan c ON c.id = n.customer_id
  JOIN penerima b ON b.id = n.bank_id
  LEFT JOIN kwitansi k ON k.payment_id = n.payment_id`;

/** By the customer or the virtual account: each table through its own index. */
const SEARCH = [
  {
    find: 'SELECT s.id FROM pelanggan o JOIN niat_bayar s ON s.customer_id = o.id WHERE o.customer_number LIKE $number',
    row: '(SELECT o.customer_number LIKE $number FROM pelanggan o WHERE o.id = n.customer_id)',
  },
  {
    find: `SELECT s.id FROM pelanggan o JOIN niat_bayar s ON s.customer_id = o.id WHERE (' ' || search_form(o.name)) LIKE $contains`,
    row: `(SELECT (' ' || search_form(o.name)) LIKE $contains FROM pelanggan o WHERE o.id = n.customer_id)`,
  },
  {
    find: 'SELECT s.intent_id FROM va_transaction s WHERE s.virtual_account_number LIKE $number',
    row: '(SELECT s.virtual_account_number LIKE $number FROM va_transaction s WHERE s.intent_id = n.id)',
  },
];

/** What the list can sort, filter and search; also documents its query. */
export const CHECKOUT_LIST: Omit<ListDefinition<Row, CheckoutDto>, 'map'> = {
  select: SELECT,
  from: FROM,
  details: DETAILS,
  indexed: ['created_at'],
  sortable: { created_at: 'n.created_at', expires_at: 'n.expires_at', amount: 'n.amount' },
  defaultSort: '-created_at',
  tieBreaker: 'n.id',
  filters: {
    status: { type: 'text', where: 'n.status = ANY($$)', many: true, choices: CHECKOUT_STATES },
    method: { type: 'text', where: 'n.method = $$', choices: CHECKOUT_METHODS },
    bank_id: { type: 'integer', where: 'n.bank_id = $$' },
    bank_state: {
      type: 'text',
      // Most are as they should be, or given up: those are met on the way. Of the others, which somebody has to look after, there are few.
      where: `coalesce(v.bank_state, q.bank_state) = ANY($$)
        AND (ARRAY['DONE', 'CANCELLED'] && $$::text[] OR n.id = ANY (ARRAY (
          SELECT s.intent_id FROM va_transaction s WHERE s.bank_state = ANY($$)
          UNION ALL SELECT s.intent_id FROM qris_transaction s WHERE s.bank_state = ANY($$))))`,
      many: true,
      choices: BANK_STATES,
    },
    customer_id: { type: 'integer', where: 'n.customer_id = $$' },
    // Where they lie in time is a question of the zone, which the service puts in.
    ...dayFilters('n.created_at', 'UTC'),
  },
  sums: { amount: { sql: 'n.amount', kind: 'money' } },
  search: [{ sources: SEARCH }],
};

@Injectable()
export class CheckoutQueries {
  private readonly definition: ListDefinition<Row, CheckoutDto>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly timeline: CheckoutTimeline,
    @Inject(CONFIG) { zone }: Config,
  ) {
    this.definition = {
      ...CHECKOUT_LIST,
      filters: { ...CHECKOUT_LIST.filters, ...dayFilters('n.created_at', zone) },
      map: (row) => this.dto(row),
    };
  }

  list(parameters: ListParameters): Promise<PageOf<CheckoutDto>> {
    return listPage(this.database, this.definition, parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<CheckoutDto> {
    return listAll(this.database, this.definition, parameters);
  }

  /** @throws Problem intent.not_found */
  async detail(id: number): Promise<CheckoutDetailDto> {
    const [row] = await this.database.screen<Row & Record<string, unknown>>(
      `SELECT ${SELECT} FROM ${FROM} ${DETAILS} WHERE n.id = $1`,
      [id],
    );
    if (row === undefined) throw new Problem('intent.not_found');
    return {
      ...this.dto(row),
      timeline: await this.timeline.of(id),
      next_check_at: row.next_check_at === null ? null : this.clock.textOf(row.next_check_at),
    };
  }

  private dto(row: Row): CheckoutDto {
    return {
      id: row.id,
      method: row.method,
      status: row.status,
      closed_reason: row.closed_reason,
      bank_state: row.bank_state,
      number: row.number,
      bank: { id: row.bank_id, code: row.bank_code, name: row.bank_name },
      customer: { id: row.customer_id, customer_number: row.customer_number, name: row.customer_name },
      periods: row.periods,
      amount: row.amount,
      bill_amount: row.bill_amount,
      stamp_duty: row.stamp_duty,
      admin_fee: row.admin_fee,
      created_at: this.clock.textOf(row.created_at),
      expires_at: this.clock.textOf(row.expires_at),
      closed_at: row.closed_at === null ? null : this.clock.textOf(row.closed_at),
      payment_id: row.payment_id,
      receipt_number: row.receipt_number,
    };
  }
}
