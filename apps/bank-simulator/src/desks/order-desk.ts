import { randomUUID } from 'node:crypto';
import { paymentRequest } from '../drills/payment-request';
import { CounterRefusal } from '../drills/payment-target';
import { runScenario, type ScenarioReport } from '../drills/run-scenario';
import { orderPage } from '../pages/order-page';
import type { Sandbox } from '../sandbox';
import { location, type Desk } from './desk';

const SHOWN_ORDERS = 20;
const SHOWN_CALLS = 50;
const KEPT_REPORTS = 50;

/** The window for virtual accounts and QRIS. Reports of what was played wait here to be shown. */
export class OrderDesk implements Desk {
  private readonly reports = new Map<string, ScenarioReport>();

  constructor(private readonly sandbox: Sandbox) {}

  page(path: string, query: URLSearchParams): string | null {
    if (path !== '/va-qris') return null;
    const { apiUrl, banks, books, calls, now } = this.sandbox;
    const value = (name: string): string => query.get(name) ?? '';
    return orderPage({
      apiUrl,
      banks: banks.all(),
      form: {
        target: value('target'),
        scenario: value('scenario'),
        via: value('via'),
        bank: value('bank'),
      },
      report: this.reports.get(value('report')) ?? null,
      orders: books.orders
        .all()
        .slice(0, SHOWN_ORDERS)
        .map((order) => ({ order, state: books.collections.stateOf(order, now()) })),
      calls: calls.recent(SHOWN_CALLS),
    });
  }

  async act(action: string, form: URLSearchParams): Promise<string | null> {
    if (action !== '/va-qris/pay') return null;
    const field = (name: string): string => form.get(name)?.trim() ?? '';
    const request = paymentRequest.safeParse({ ...targetOf(field('target')), ...given(field) });
    if (!request.success) throw new CounterRefusal('Isian tidak dapat dibaca: periksa nomor dan jumlahnya.');
    const report = await runScenario(this.sandbox.desk, request.data);
    const { scenario, via, bank = '' } = request.data;
    return location('/va-qris', { report: this.keep(report), target: field('target'), scenario, via, bank });
  }

  private keep(report: ScenarioReport): string {
    const key = randomUUID();
    this.reports.set(key, report);
    const [oldest] = this.reports.keys();
    if (this.reports.size > KEPT_REPORTS && oldest !== undefined) this.reports.delete(oldest);
    return key;
  }
}

/** Digits are an account; anything else is the content of a code, or a reference of one. */
export function targetOf(typed: string): { readonly number: string } | { readonly qr: string } {
  return /^[\d\s.-]{1,40}$/.test(typed) ? { number: typed } : { qr: typed };
}

function given(field: (name: string) => string): Readonly<Record<string, unknown>> {
  const texts = ['scenario', 'via', 'bank', 'customer_number'];
  const numbers = ['amount', 'count', 'delay_seconds'];
  const filled = [...texts, ...numbers].filter((name) => field(name) !== '');
  return Object.fromEntries(
    filled.map((name): [string, unknown] => [
      name,
      numbers.includes(name) ? Number(field(name)) : field(name),
    ]),
  );
}
