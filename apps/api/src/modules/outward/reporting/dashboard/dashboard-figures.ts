import { Injectable } from '@nestjs/common';
import { CUSTOMER_STATES, type BusinessDate, type Period, type Permission } from '@tirtapay/domain';
import { Database } from '../../../../platform/database';
import { LATE_AGES } from '../bills/late-ages';
import type { ChannelFiguresDto, DayFiguresDto, QueuesDto } from './dashboard.dto';

/** The ages of the dashboard, the shortest first. */
export const AGING = ['1-30', '31-60', '61-90', '>90'] as const;
const FOR_EVER = 1_000_000;
const AGE_CASES = AGING.map(
  (age) => `WHEN $1::date - b.due_date <= ${String(LATE_AGES[age][1] ?? FOR_EVER)} THEN '${age}'`,
).join(' ');

const WITHOUT_WATER = CUSTOMER_STATES.filter((state) => state !== 'AKTIF')
  .map((state) => `'${state}'`)
  .join(', ');

type Row<T> = T & Record<string, unknown>;

/** Bills of one month that are late for as long as one another. */
export interface BillSums {
  readonly period: Period;
  /** Null while they are not due. */
  readonly bucket: (typeof AGING)[number] | null;
  readonly issued: number;
  readonly paid: number;
  /** Principal of what was issued, and of what of it is paid. */
  readonly billed: number;
  readonly collected: number;
  /** Principal and penalty of what is open. */
  readonly open_amount: number;
}

/**
 * Receipts of days as they are kept, with the latest news. What a cashier's own open shift took is no figure before it was
 * counted: it is taken off again, payment by payment.
 * @param blind the parameter with the cashier who has yet to count, or null
 */
const receipts = (blind: string) => `(SELECT business_date, channel, payments, amount FROM penerimaan_harian
   UNION ALL
   SELECT o.business_date, o.channel, -1, -o.amount FROM pembayaran o JOIN shift_kas s ON s.id = o.shift_id
   WHERE s.cashier_id = ${blind} AND s.state = 'OPEN' AND o.kind = 'PAYMENT'
     AND NOT EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = o.id))`;

/** The sets behind the dashboard, one statement each: sums that are kept, with the latest news from the rows themselves. */
@Injectable()
export class DashboardFigures {
  constructor(private readonly database: Database) {}

  /** Bills by month and by how long what is open of them is late: one reading of the kept sums for all that is shown of bills. */
  async bills(today: BusinessDate): Promise<BillSums[]> {
    return this.database.screen<Row<BillSums>>(
      `SELECT b.period,
              CASE WHEN b.due_date >= $1::date THEN NULL
                   ${AGE_CASES} END AS bucket,
              sum(b.issued)::bigint AS issued, sum(b.paid)::bigint AS paid,
              sum(b.issued_amount)::bigint AS billed, sum(b.paid_amount)::bigint AS collected,
              sum(b.issued_amount - b.paid_amount + b.penalty_amount - b.penalty_paid - b.waived_open)::bigint AS open_amount
       FROM rekening_periode b GROUP BY 1, 2`,
      [today],
    );
  }

  /** @param blindTo the cashier who has yet to count; null for whoever may see all */
  channelsOf(day: BusinessDate, blindTo: number | null): Promise<ChannelFiguresDto[]> {
    return this.database.screen<Row<ChannelFiguresDto>>(
      `SELECT p.channel, sum(p.payments)::bigint AS count, sum(p.amount)::bigint AS amount FROM ${receipts('$2')} p
       WHERE p.business_date = $1 GROUP BY p.channel HAVING sum(p.payments) > 0 ORDER BY amount DESC, p.channel`,
      [day, blindTo],
    );
  }

  /** Every day from `first` to `last`, also those without a payment. */
  daily(first: BusinessDate, last: BusinessDate, blindTo: number | null): Promise<DayFiguresDto[]> {
    return this.database.screen<Row<DayFiguresDto>>(
      `SELECT day::date AS date, coalesce(f.count, 0) AS count, coalesce(f.amount, 0) AS amount
       FROM generate_series($1::date, $2::date, interval '1 day') AS day
       LEFT JOIN (SELECT p.business_date, sum(p.payments)::bigint AS count, sum(p.amount)::bigint AS amount FROM ${receipts('$3')} p
                  WHERE p.business_date BETWEEN $1::date AND $2::date GROUP BY 1) f
         ON f.business_date = day::date
       ORDER BY day`,
      [first, last, blindTo],
    );
  }

  /**
   * @param kinds what the reader may decide when another asked
   * @param month the one whose meters are read now
   * @param now that secrets expire after
   */
  async queues(
    reader: { readonly id: number; readonly permissions: ReadonlySet<Permission> },
    kinds: readonly string[],
    month: Period,
    now: Date,
  ): Promise<QueuesDto> {
    const may = (permission: Permission) => reader.permissions.has(permission);
    const [row] = await this.database.screen<Row<QueuesDto>>(
      `SELECT (SELECT count(*) FROM meter_reading WHERE status = 'RECORDED') AS to_verify,
              (SELECT count(*) FROM tagihan WHERE state = 'DRAFT') AS to_issue,
              (SELECT count(*) FROM persetujuan WHERE status = 'PENDING' AND made_by <> $1 AND kind = ANY($2)) AS approvals,
              (SELECT count(*) FROM kasus WHERE status = 'OPEN') AS open_cases,
              -- What is nobody's to do who asks is not counted.
              -- Who has water, less the readings of the month, of which each customer has one that stands, but for those of others.
              CASE WHEN $3 THEN jumlah_kini('CUSTOMERS', 'AKTIF') - jumlah_kini('READINGS', $4)
                + (SELECT count(*) FROM pelanggan c JOIN meter_reading r ON r.customer_id = c.id AND r.period = $4 AND r.status <> 'CORRECTED'
                   WHERE c.state IN (${WITHOUT_WATER})) END AS to_read,
              CASE WHEN $3 THEN (SELECT count(*) FROM meter_reading WHERE status = 'REREAD') END AS rereads,
              CASE WHEN $5 THEN (SELECT count(*) FROM rekonsiliasi_detail WHERE state = 'OPEN') END AS breaks,
              CASE WHEN $6 THEN (SELECT count(*) FROM shift_kas WHERE state = 'COUNTED') END AS counted_shifts,
              CASE WHEN $7 THEN (SELECT count(*) FROM webhook_inbox WHERE state = 'DEAD') END AS dead_notifications,
              CASE WHEN $8 THEN
                (SELECT count(*) FROM bank_api_key WHERE status = 'ACTIVE' AND previous_valid_until BETWEEN $9 AND $9 + interval '1 day')
                + (SELECT count(*) FROM snap_partner WHERE status = 'ACTIVE' AND previous_valid_until BETWEEN $9 AND $9 + interval '1 day')
              END AS expiring_keys`,
      [
        reader.id,
        kinds,
        may('reading.record'),
        month,
        may('reconciliation.read'),
        may('counter.supervise'),
        may('webhook.manage'),
        may('bank.manage'),
        now,
      ],
    );
    if (row === undefined) throw new Error('the queues have one row');
    return row;
  }
}
