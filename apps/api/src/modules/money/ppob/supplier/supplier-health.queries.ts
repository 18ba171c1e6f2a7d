import { Injectable } from '@nestjs/common';
import { addDays, type SupplierTerms } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { SUPPLIER_BALANCES } from '../supplier-money/supplier-books';
import type { SupplierHealthDto } from './supplier.dto';
import { Suppliers } from './suppliers';

interface Row {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly base_url: string;
  readonly active: boolean;
  readonly pending: number;
  readonly unknown: number;
  readonly held: number;
  readonly oldest_at: Date | null;
  readonly delivered_today: number;
  readonly refused_today: number;
  readonly owed: number;
  readonly balance: number;
  readonly terms: SupplierTerms;
  readonly low_balance: number;
  readonly low_since: Date | null;
  readonly told_balance: number | null;
  readonly told_gap: number | null;
  readonly told_at: Date | null;
  readonly version: number;
}

/** How each supplier does: what waits for it, what it delivered, what it is owed, and how it answers. */
@Injectable()
export class SupplierHealth {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly suppliers: Suppliers,
  ) {}

  async all(): Promise<SupplierHealthDto[]> {
    const today = new Date(this.clock.endOfDay(addDays(this.clock.businessDate(), -1)));
    const rows = await this.database.screen<Row & object>(
      `SELECT y.id, y.code, y.name, y.base_url, y.active,
         coalesce(open.pending, 0)::int AS pending, coalesce(open.unknown, 0)::int AS unknown,
         coalesce(open.held, 0)::bigint AS held, open.oldest_at,
         coalesce(day.delivered, 0)::int AS delivered_today, coalesce(day.refused, 0)::int AS refused_today,
         b.owed, b.balance, y.terms, y.low_balance, y.low_since, y.told_balance, y.told_gap, y.told_at, y.version
       FROM penyedia y
       LEFT JOIN (SELECT supplier_id, count(*) AS pending, count(*) FILTER (WHERE status = 'UNKNOWN') AS unknown,
           sum(principal + admin_fee) AS held, min(created_at) AS oldest_at
         FROM transactions WHERE next_check_at IS NOT NULL OR status IN ('PAID', 'SENT', 'UNKNOWN') GROUP BY 1) open ON open.supplier_id = y.id
       LEFT JOIN (SELECT supplier_id, count(*) FILTER (WHERE status = 'SUCCESS') AS delivered,
           count(*) FILTER (WHERE status IN ('FAILED', 'REFUNDED')) AS refused
         FROM transactions WHERE created_at >= $1 GROUP BY 1) day ON day.supplier_id = y.id
       CROSS JOIN LATERAL ${SUPPLIER_BALANCES} b
       ORDER BY y.id`,
      [today],
    );
    return rows.map(({ told_balance, told_gap, told_at, ...row }) => ({
      ...row,
      low_since: this.clock.textOf(row.low_since),
      told:
        told_at === null
          ? null
          : { balance: told_balance ?? 0, gap: told_gap ?? 0, at: this.clock.text(told_at.getTime()) },
      oldest_at: this.clock.textOf(row.oldest_at),
      breaker: this.suppliers.breakerState(row.id),
      calls: this.suppliers.calls(row.id).map((call) => ({ ...call, at: this.clock.text(call.at) })),
    }));
  }
}
