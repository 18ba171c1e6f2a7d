import { formatRfc3339 } from '@tirtapay/bank-protocol';
import { settlementPage } from '../pages/settlement-page';
import type { Sandbox } from '../sandbox';
import { settlementDay } from '../settlement/settlement-day';
import type { Desk } from './desk';

/** The window where the biller fetches the day's file. */
export class SettlementDesk implements Desk {
  constructor(private readonly sandbox: Sandbox) {}

  page(path: string): string | null {
    if (path !== '/settlement') return null;
    const { apiUrl, banks, books, now } = this.sandbox;
    const today = formatRfc3339(now()).slice(0, 10);
    const totals = banks.all().map(({ id, name }) => {
      const rows = settlementDay(id, today, books);
      return { name, count: rows.length, total: rows.reduce((sum, row) => sum + row.amount + row.fee, 0) };
    });
    return settlementPage({ apiUrl, banks: banks.all(), today, totals });
  }

  /** It takes no forms. */
  act(): Promise<null> {
    return Promise.resolve(null);
  }
}
