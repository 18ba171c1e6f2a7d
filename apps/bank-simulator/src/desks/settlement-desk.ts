import { formatRfc3339 } from '@tirtapay/bank-protocol';
import { settlementPage } from '../pages/settlement-page';
import { CounterRefusal } from '../drills/payment-target';
import { reportBreaksOrder } from '../settlement/report-breaks';
import type { Sandbox } from '../sandbox';
import { settlementDay } from '../settlement/settlement-day';
import { statementOwners } from '../settlement/statement-request';
import type { Desk } from './desk';

/** The window where the biller fetches the day's file. */
export class SettlementDesk implements Desk {
  constructor(private readonly sandbox: Sandbox) {}

  page(path: string): string | null {
    if (path !== '/settlement') return null;
    const { apiUrl, banks, books, now, reportBreaks } = this.sandbox;
    const today = formatRfc3339(now()).slice(0, 10);
    const totals = banks.all().map(({ id, name }) => {
      const rows = settlementDay(id, today, books);
      return { name, count: rows.length, total: rows.reduce((sum, row) => sum + row.amount + row.fee, 0) };
    });
    return settlementPage({
      apiUrl,
      banks: banks.all(),
      today,
      totals,
      reportBreaks: reportBreaks.all(),
      owners: statementOwners(this.sandbox),
    });
  }

  /** With which mistakes the report service answers. */
  act(action: string, form: URLSearchParams): Promise<string | null> {
    if (action !== '/settlement/report') return Promise.resolve(null);
    const order = reportBreaksOrder.safeParse({ breaks: form.getAll('break') });
    if (!order.success) throw new CounterRefusal('Kesalahan itu tidak dikenal.');
    this.sandbox.reportBreaks.choose(order.data.breaks);
    return Promise.resolve('/settlement');
  }
}
