import { Injectable } from '@nestjs/common';
import type { BusinessDate, Period, Permission } from '@tirtapay/domain';
import { Database } from '../../../../platform/database';
import { LATE_AGES } from '../bills/late-ages';
import type {
  AgingDto,
  BillFiguresDto,
  ChannelFiguresDto,
  DayFiguresDto,
  MonthFiguresDto,
  QueuesDto,
} from './dashboard.dto';

/** The ages of the dashboard, the shortest first. */
export const AGING = ['1-30', '31-60', '61-90', '>90'] as const;
const FOR_EVER = 1_000_000;
const AGE_CASES = AGING.map(
  (age) => `WHEN $1::date - b.due_date <= ${String(LATE_AGES[age][1] ?? FOR_EVER)} THEN '${age}'`,
).join(' ');

type Row<T> = T & Record<string, unknown>;

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

  /** Open bills, split into what is not yet due and how long the rest is late. */
  async openBills(today: BusinessDate): Promise<(Omit<AgingDto, 'bucket'> & { bucket: string | null })[]> {
    return this.database.screen<Row<{ bucket: string | null; count: number; amount: number }>>(
      `SELECT CASE WHEN b.due_date >= $1::date THEN NULL
                   ${AGE_CASES} END AS bucket,
              sum(b.issued - b.paid)::bigint AS count,
              sum(b.issued_amount - b.paid_amount + b.penalty_amount - b.penalty_paid - b.waived_open)::bigint AS amount
       FROM rekening_periode b GROUP BY 1`,
      [today],
    );
  }

  async ofPeriod(period: Period): Promise<Omit<BillFiguresDto, 'open_count' | 'open_amount'>> {
    const [row] = await this.database.screen<
      Row<{ issued: number; paid: number; billed: number; collected: number }>
    >(
      `SELECT coalesce(sum(issued), 0)::bigint AS issued, coalesce(sum(paid), 0)::bigint AS paid,
              coalesce(sum(issued_amount), 0)::bigint AS billed, coalesce(sum(paid_amount), 0)::bigint AS collected
       FROM rekening_periode WHERE period = $1`,
      [period],
    );
    const { issued, paid, billed, collected } = row ?? { issued: 0, paid: 0, billed: 0, collected: 0 };
    return {
      issued_this_period: issued,
      paid_this_period: paid,
      collection_rate: billed === 0 ? 0 : Math.round((collected / billed) * 10_000) / 10_000,
    };
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

  /** In the order of `periods`, also those without a bill. */
  monthly(periods: readonly Period[]): Promise<MonthFiguresDto[]> {
    return this.database.screen<Row<MonthFiguresDto>>(
      `SELECT m.period, coalesce(f.billed, 0) AS billed, coalesce(f.collected, 0) AS collected
       FROM unnest($1::text[]) WITH ORDINALITY AS m(period, seq)
       LEFT JOIN (SELECT period, sum(issued_amount)::bigint AS billed, sum(paid_amount)::bigint AS collected
                  FROM rekening_periode WHERE period = ANY($1) GROUP BY period) f
         ON f.period = m.period
       ORDER BY m.seq`,
      [periods],
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
              CASE WHEN $3 THEN (SELECT count(*) FROM pelanggan c WHERE c.state = 'AKTIF'
                AND NOT EXISTS (SELECT FROM meter_reading r WHERE r.customer_id = c.id AND r.period = $4)) END AS to_read,
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
