import { Injectable } from '@nestjs/common';
import type { BusinessDate, Period } from '@tirtapay/domain';
import { Database } from '../../../../platform/database';
import type {
  AgingDto,
  BillFiguresDto,
  ChannelFiguresDto,
  DayFiguresDto,
  MonthFiguresDto,
  QueuesDto,
} from './dashboard.dto';

type Row<T> = T & Record<string, unknown>;

/** A payment that was taken back is no receipt of the day. */
const STANDING = "p.kind = 'PAYMENT' AND NOT EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = p.id)";

/** What a cashier's own open shift took is no figure before it was counted; `$3` is the cashier, or null. */
const COUNTED =
  "coalesce(p.shift_id <> (SELECT o.id FROM shift_kas o WHERE o.cashier_id = $3 AND o.state = 'OPEN'), true)";

/** The sets behind the dashboard, one statement each. */
@Injectable()
export class DashboardFigures {
  constructor(private readonly database: Database) {}

  /** Open bills, split into what is not yet due and how long the rest is late. */
  async openBills(today: BusinessDate): Promise<(Omit<AgingDto, 'bucket'> & { bucket: string | null })[]> {
    return this.database.screen<Row<{ bucket: string | null; count: number; amount: number }>>(
      `SELECT CASE WHEN b.due_date >= $1::date THEN NULL
                   WHEN $1::date - b.due_date <= 30 THEN '1-30'
                   WHEN $1::date - b.due_date <= 60 THEN '31-60'
                   WHEN $1::date - b.due_date <= 90 THEN '61-90'
                   ELSE '>90' END AS bucket,
              count(*) AS count, sum(b.principal + coalesce(d.amount - d.waived, 0))::bigint AS amount
       FROM tagihan b LEFT JOIN denda d ON d.bill_id = b.id WHERE b.state = 'ISSUED' GROUP BY 1`,
      [today],
    );
  }

  async ofPeriod(period: Period): Promise<Omit<BillFiguresDto, 'open_count' | 'open_amount'>> {
    const [row] = await this.database.screen<
      Row<{ issued: number; paid: number; billed: number; collected: number }>
    >(
      `SELECT count(*) AS issued, count(*) FILTER (WHERE state = 'PAID') AS paid,
              coalesce(sum(principal), 0)::bigint AS billed,
              coalesce(sum(principal) FILTER (WHERE state = 'PAID'), 0)::bigint AS collected
       FROM tagihan WHERE period = $1 AND state IN ('ISSUED', 'PAID')`,
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
      `SELECT p.channel, count(*) AS count, sum(p.amount)::bigint AS amount FROM pembayaran p
       WHERE p.business_date BETWEEN $1::date AND $2::date AND ${STANDING} AND ${COUNTED}
       GROUP BY p.channel ORDER BY amount DESC, p.channel`,
      [day, day, blindTo],
    );
  }

  /** Every day from `first` to `last`, also those without a payment. */
  daily(first: BusinessDate, last: BusinessDate, blindTo: number | null): Promise<DayFiguresDto[]> {
    return this.database.screen<Row<DayFiguresDto>>(
      `SELECT day::date AS date, coalesce(f.count, 0) AS count, coalesce(f.amount, 0) AS amount
       FROM generate_series($1::date, $2::date, interval '1 day') AS day
       LEFT JOIN (SELECT p.business_date, count(*) AS count, sum(p.amount)::bigint AS amount FROM pembayaran p
                  WHERE p.business_date BETWEEN $1::date AND $2::date AND ${STANDING} AND ${COUNTED} GROUP BY 1) f
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
       LEFT JOIN (SELECT period, sum(principal)::bigint AS billed,
                         coalesce(sum(principal) FILTER (WHERE state = 'PAID'), 0)::bigint AS collected
                  FROM tagihan WHERE period = ANY($1) AND state IN ('ISSUED', 'PAID') GROUP BY period) f
         ON f.period = m.period
       ORDER BY m.seq`,
      [periods],
    );
  }

  /** @param kinds what the reader may decide when another asked */
  async queues(readerId: number, kinds: readonly string[]): Promise<QueuesDto> {
    const [row] = await this.database.screen<Row<QueuesDto>>(
      `SELECT (SELECT count(*) FROM meter_reading WHERE status = 'RECORDED') AS to_verify,
              (SELECT count(*) FROM tagihan WHERE state = 'DRAFT') AS to_issue,
              (SELECT count(*) FROM persetujuan WHERE status = 'PENDING' AND made_by <> $1 AND kind = ANY($2)) AS approvals,
              (SELECT count(*) FROM kasus WHERE status = 'OPEN') AS open_cases`,
      [readerId, kinds],
    );
    return row ?? { to_verify: 0, to_issue: 0, approvals: 0, open_cases: 0 };
  }
}
