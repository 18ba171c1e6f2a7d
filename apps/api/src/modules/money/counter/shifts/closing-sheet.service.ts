import { Injectable } from '@nestjs/common';
import { closingSheet, renderPdf, type ClosingLine } from '@tirtapay/documents';
import { expectedCash, rupiah } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Letterhead } from '../../../../platform/letterhead';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type { ShiftDto } from '../dto/shift.dto';
import { shiftCash } from './shift-cash.queries';
import { ShiftQueries } from './shift.queries';

/** The closing sheet of a shift, printed to be signed. */
@Injectable()
export class ClosingSheet {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly shifts: ShiftQueries,
    private readonly letterhead: Letterhead,
  ) {}

  /** @throws Problem counter.shift_not_found; counter.shift_not_open while it is not counted, so that nobody copies it */
  async print(id: number): Promise<Buffer> {
    const shift = await this.shifts.one(id);
    if (shift.state === 'OPEN' || shift.cash === null) throw new Problem('counter.shift_not_counted');
    const cash = shiftCash(shift.cash, shift.opening_count);
    return renderPdf(
      closingSheet({
        utility: this.letterhead.current,
        drawer: { code: shift.drawer_code, name: shift.drawer_name },
        shiftId: shift.id,
        cashier: shift.cashier_name,
        decidedBy: shift.decided_by,
        businessDate: shift.business_date,
        openedAt: Date.parse(shift.opened_at),
        closedAt: shift.closed_at === null ? null : Date.parse(shift.closed_at),
        printedAt: this.clock.now(),
        zone: this.clock.zone,
        cash,
        expected: expectedCash(cash),
        counted: shift.closing_count === null ? null : rupiah(shift.closing_count),
        difference: shift.difference === null ? null : rupiah(shift.difference),
        reason: shift.reason,
        pieces: (shift.closing_pieces ?? []).filter(({ pieces }) => pieces > 0),
        ...(await this.lines(shift)),
      }),
    );
  }

  private async lines({ id }: ShiftDto): Promise<{ sales: ClosingLine[]; nonCash: ClosingLine[] }> {
    const rows = await this.database.screen<{
      cash: boolean;
      label: string;
      count: number;
      amount: number;
    }>(
      `SELECT true AS cash, 'Rekening air' AS label, count(*)::int AS count, sum(amount + admin_fee)::bigint AS amount, 0 AS place
         FROM pembayaran WHERE shift_id = $1 AND kind = 'PAYMENT' HAVING count(*) > 0
       UNION ALL
       SELECT true, s.name, count(*)::int, sum(t.principal + t.admin_fee)::bigint, 1
         FROM transactions t JOIN services s ON s.id = t.service_id WHERE t.shift_id = $1 AND t.payment_id IS NULL GROUP BY s.id
       UNION ALL
       SELECT false, 'QRIS ' || c.name, count(*)::int, sum(p.amount + p.admin_fee)::bigint, 2
         FROM niat_bayar n JOIN pembayaran p ON p.id = n.payment_id JOIN penerima c ON c.id = p.collector_id
         WHERE n.shift_id = $1 GROUP BY c.id
       ORDER BY place, label`,
      [id],
    );
    const line = ({ label, count, amount }: (typeof rows)[number]): ClosingLine => ({
      label,
      count,
      amount: rupiah(amount),
    });
    return {
      sales: rows.filter(({ cash }) => cash).map(line),
      nonCash: rows.filter(({ cash }) => !cash).map(line),
    };
  }
}
