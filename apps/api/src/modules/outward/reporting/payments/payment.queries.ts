import { Inject, Injectable } from '@nestjs/common';
import { COLLECTION_CHANNELS, countsBlind, PAYMENT_STATES } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { currentStaff } from '../../../../platform/context';
import { CONFIG, type Config } from '../../../../platform/config';
import { Database } from '../../../../platform/database';
import { pathOf } from '../../../../platform/http';
import {
  listAll,
  listPage,
  type FixedCondition,
  type ListDefinition,
  type ListParameters,
  type PageOf,
} from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';
import { JournalQueries } from '../../../ground/ledger';
import { BILL_TITLE } from '../../../water/billing';
import type { PaymentAllocationDto, PaymentDetailDto, PaymentDto, PaymentEventDto } from './payment.dto';

interface Row {
  id: number;
  receipt_number: string;
  token: string;
  bank_id: number;
  bank_code: string;
  bank_name: string;
  bank_reference: string;
  customer_id: number | null;
  customer_number: string | null;
  customer_name: string | null;
  channel: string;
  bill_amount: number;
  stamp_duty: number;
  admin_fee: number;
  amount: number;
  paid_at: Date;
  posted_at: Date;
  business_date: string;
  reversal_id: number | null;
  reversed_at: Date | null;
  reversal_reason: string | null;
}

const SELECT = `p.id, k.receipt_number, k.token, p.collector_id AS bank_id, i.series AS bank_code, i.name AS bank_name, p.bank_reference, p.customer_id,
  c.customer_number, c.name AS customer_name, p.channel, p.bill_amount, p.stamp_duty, p.admin_fee, p.amount, p.paid_at, p.posted_at,
  p.business_date, x.id AS reversal_id, x.posted_at AS reversed_at, x.reason AS reversal_reason`;
// Left joins on keys, so that counting never touches the joined tables.
const FROM = `(SELECT * FROM pembayaran WHERE kind = 'PAYMENT') p
  LEFT JOIN kwitansi k ON k.payment_id = p.id
  LEFT JOIN pelanggan c ON c.id = p.customer_id`;
const DETAILS = `JOIN penerima i ON i.id = p.collector_id
  LEFT JOIN pembayaran x ON x.reversal_of = p.id`;

const REVERSED = 'EXISTS (SELECT FROM pembayaran r WHERE r.reversal_of = p.id)';
const notReversed = (sql: string) => `CASE WHEN NOT ${REVERSED} THEN ${sql} END`;

/** By what a bank, a receipt or a customer calls it: each table through its own index. */
const SEARCH = [
  'SELECT s.id FROM pembayaran s WHERE s.bank_reference IS NOT NULL AND key_form(s.bank_reference) = $whole',
  'SELECT s.payment_id FROM kwitansi s WHERE key_form(s.receipt_number) = $whole',
  {
    find: 'SELECT s.id FROM pelanggan o JOIN pembayaran s ON s.customer_id = o.id WHERE o.customer_number LIKE $number',
    row: '(SELECT o.customer_number LIKE $number FROM pelanggan o WHERE o.id = p.customer_id)',
    among: 'p.customer_id IN (SELECT o.id FROM pelanggan o WHERE o.customer_number LIKE $number)',
  },
  {
    find: `SELECT s.id FROM pelanggan o JOIN pembayaran s ON s.customer_id = o.id WHERE (' ' || search_form(o.name)) LIKE $contains`,
    row: `(SELECT (' ' || search_form(o.name)) LIKE $contains FROM pelanggan o WHERE o.id = p.customer_id)`,
    among: `p.customer_id IN (SELECT o.id FROM pelanggan o WHERE (' ' || search_form(o.name)) LIKE $contains)`,
  },
];

/** What the list can sort, filter and search; also documents its query. */
export const PAYMENT_LIST: Omit<ListDefinition<Row, PaymentDto>, 'map'> = {
  select: SELECT,
  from: FROM,
  details: DETAILS,
  indexed: ['posted_at'],
  sortable: {
    posted_at: 'p.posted_at',
    business_date: 'p.business_date',
    amount: 'p.amount',
    receipt_number: 'k.receipt_number',
    customer_number: 'c.customer_number',
    channel: 'p.channel',
  },
  nullable: ['customer_number'],
  defaultSort: '-posted_at',
  tieBreaker: 'p.id',
  filters: {
    channel: { type: 'text', where: 'p.channel = ANY($$)', many: true, choices: COLLECTION_CHANNELS },
    bank_id: { type: 'integer', where: 'p.collector_id = $$' },
    customer_id: { type: 'integer', where: 'p.customer_id = $$' },
    business_date_from: { type: 'date', where: 'p.business_date >= $$', order: '-business_date' },
    business_date_to: { type: 'date', where: 'p.business_date <= $$', order: '-business_date' },
    status: {
      type: 'text',
      where: '',
      cases: { POSTED: `NOT ${REVERSED}`, REVERSED },
      choices: PAYMENT_STATES,
    },
  },
  // A reversed payment moved nothing in the end; what it was stands in its own row.
  sums: {
    amount: { sql: notReversed('p.amount + p.admin_fee'), kind: 'money' },
    bill_amount: { sql: notReversed('p.bill_amount'), kind: 'money' },
    admin_fee: { sql: notReversed('p.admin_fee'), kind: 'money' },
    bank_amount: { sql: notReversed('p.amount'), kind: 'money' },
  },
  search: [{ sources: SEARCH }],
};

/** Not what the own open shift of a cashier took: it is still to be counted blind. */
function uncounted(): FixedCondition[] {
  const { id, permissions } = currentStaff();
  return countsBlind(permissions)
    ? [
        {
          where: `coalesce(p.shift_id <> (SELECT o.id FROM shift_kas o WHERE o.cashier_id = $$ AND o.state = 'OPEN'), true)`,
          value: id,
        },
      ]
    : [];
}

@Injectable()
export class PaymentQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journals: JournalQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  private readonly definition: ListDefinition<Row, PaymentDto> = {
    ...PAYMENT_LIST,
    map: (row) => this.dto(row),
  };

  list(parameters: ListParameters): Promise<PageOf<PaymentDto>> {
    return listPage(this.database, this.definition, parameters, uncounted());
  }

  all(parameters: ListParameters): AsyncGenerator<PaymentDto> {
    return listAll(this.database, this.definition, parameters, uncounted());
  }

  async detail(id: number): Promise<PaymentDetailDto> {
    const [row] = await this.database.screen<Row>(
      `SELECT ${SELECT} FROM ${FROM} ${DETAILS} WHERE p.id = $1`,
      [id],
    );
    if (row === undefined) throw new Problem('payment.not_found');
    const [allocations, journal, timeline, request] = await Promise.all([
      this.database.screen<PaymentAllocationDto>(
        `SELECT a.kind, a.bill_id, b.bill_number, b.period, ${BILL_TITLE} AS title, a.principal, a.penalty, a.waived, a.amount
         FROM pembayaran_alokasi a LEFT JOIN tagihan b ON b.id = a.bill_id WHERE a.payment_id = $1 ORDER BY b.period NULLS LAST, a.id`,
        [id],
      ),
      this.journals.ofEntity('pembayaran', id),
      this.timeline(row),
      this.database.screen<{ approval_id: number; status: string }>(
        "SELECT id AS approval_id, status FROM persetujuan WHERE kind = 'payment_reversal' AND entity_type = 'pembayaran' AND entity_id = $1 ORDER BY id DESC LIMIT 1",
        [id],
      ),
    ]);
    return {
      ...this.dto(row),
      allocations,
      journal: journal.map((line) => ({
        account: line.account,
        account_name: line.account_name,
        debit: line.debit,
        credit: line.credit,
      })),
      timeline,
      receipt_url: `${this.config.publicUrl}/bukti/${row.token}`,
      reversal_request: request[0] ?? null,
    };
  }

  private async timeline(row: Row): Promise<PaymentEventDto[]> {
    const calls = await this.database.screen<{
      received_at: Date;
      request_target: string;
      http_status: number;
      code: string | null;
      replayed: boolean;
    }>(
      `SELECT received_at, request_target, http_status, code, replayed FROM payment_transaction
       WHERE bank_id = $1 AND bank_reference = $2 ORDER BY received_at LIMIT 50`,
      [row.bank_id, row.bank_reference],
    );
    const requests = await this.database.screen<{
      made_at: Date;
      name: string;
      reason: string | null;
      approved_by: string | null;
    }>(
      `SELECT a.made_at, u.name, a.reason, d.name AS approved_by
       FROM persetujuan a JOIN orang u ON u.id = a.made_by
       LEFT JOIN orang d ON a.status = 'APPROVED' AND d.id = a.decided_by
       WHERE a.kind = 'payment_reversal' AND a.entity_type = 'pembayaran' AND a.entity_id = $1`,
      [row.id],
    );
    const prints = await this.database.screen<{ printed_at: Date; copy_number: number; name: string | null }>(
      `SELECT s.printed_at, s.copy_number, coalesce(u.name, b.name) AS name
       FROM kwitansi_cetak s JOIN kwitansi k ON k.id = s.receipt_id
       LEFT JOIN orang u ON s.actor_kind = 'USER' AND u.id = s.actor_id
       LEFT JOIN penerima b ON s.actor_kind IN ('BANK', 'PARTNER') AND b.id = s.actor_id
       WHERE k.payment_id = $1 ORDER BY s.copy_number LIMIT 50`,
      [row.id],
    );
    const events: { at: Date; kind: PaymentEventDto['kind']; actor: string | null; detail: string | null }[] =
      [
        { at: row.paid_at, kind: 'PAID', actor: row.bank_name, detail: row.channel },
        { at: row.posted_at, kind: 'POSTED', actor: row.bank_name, detail: row.receipt_number },
        ...calls.map((call) => ({
          at: call.received_at,
          kind: 'BANK_CALL',
          actor: row.bank_name,
          detail: `${pathOf(call.request_target)} → ${String(call.http_status)}${call.replayed ? ' (ulangan)' : ''}${call.code === null ? '' : ` ${call.code}`}`,
        })),
        ...prints.map((print) => ({
          at: print.printed_at,
          kind: 'PRINTED',
          actor: print.name,
          detail: print.copy_number === 0 ? 'ASLI' : `SALINAN ke-${String(print.copy_number)}`,
        })),
        ...requests.map((request) => ({
          at: request.made_at,
          kind: 'REVERSAL_REQUESTED',
          actor: request.name,
          detail: request.reason,
        })),
      ];
    if (row.reversed_at !== null)
      events.push({
        at: row.reversed_at,
        kind: 'REVERSED',
        actor: requests.find((request) => request.approved_by !== null)?.approved_by ?? null,
        detail: row.reversal_reason,
      });
    return events
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map((event) => ({ ...event, at: this.clock.text(event.at.getTime()) }));
  }

  private dto(row: Row): PaymentDto {
    return {
      id: row.id,
      receipt_number: row.receipt_number,
      bank: { id: row.bank_id, code: row.bank_code, name: row.bank_name },
      bank_reference: row.bank_reference,
      customer:
        row.customer_id === null
          ? null
          : {
              id: row.customer_id,
              customer_number: row.customer_number ?? '',
              name: row.customer_name ?? '',
            },
      channel: row.channel,
      bill_amount: row.bill_amount,
      stamp_duty: row.stamp_duty,
      admin_fee: row.admin_fee,
      total_amount: row.amount + row.admin_fee,
      bank_amount: row.amount,
      paid_at: this.clock.text(row.paid_at.getTime()),
      posted_at: this.clock.text(row.posted_at.getTime()),
      business_date: row.business_date,
      status: row.reversal_id === null ? 'POSTED' : 'REVERSED',
      reversed_at: row.reversed_at === null ? null : this.clock.text(row.reversed_at.getTime()),
    };
  }
}
