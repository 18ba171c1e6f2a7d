import { randomUUID } from 'node:crypto';
import { CHANNELS, type Channel } from '@tirtapay/domain';
import type { PayableInquiry, SandboxBank } from '../bank';
import type { BankBook } from '../bank-book';
import type { BankProfile } from '../bank-profile';
import type { Exchange, ExchangeLog } from '../exchange-log';
import type { PaymentJournal } from '../journal';
import { homePage, type HomeView } from '../pages/home-page';
import type { ReplayFinding } from '../pages/outcome-banner';
import type { Sandbox } from '../sandbox';
import { DEFAULT_REASON } from '../wording';
import { location, type Desk } from './desk';

/** Where the page goes after a click, as query parameters; the address alone brings the same view back. */
type View = Readonly<Record<string, string>>;

const KEPT_INQUIRIES = 200;
const SHOWN_PAYMENTS = 12;
const SHOWN_CALLS = 50;

/** The teller's window. Inquiries wait here to be paid; everything else is the bank's. */
export class TellerDesk implements Desk {
  private readonly inquiries = new Map<string, PayableInquiry>();
  private readonly replays = new WeakMap<Exchange, ReplayFinding>();

  private readonly bank: SandboxBank;
  private readonly journal: PaymentJournal;
  private readonly log: ExchangeLog;
  private readonly banks: BankBook;

  constructor(private readonly sandbox: Sandbox) {
    this.bank = sandbox.bank;
    this.journal = sandbox.books.journal;
    this.log = sandbox.exchanges;
    this.banks = sandbox.banks;
  }

  page(path: string, query: URLSearchParams): string | null {
    return path === '/' ? homePage(this.view(query)) : null;
  }

  async act(action: string, form: URLSearchParams): Promise<string | null> {
    const view = await this.viewAfter(action, form);
    return view && location('/', view);
  }

  private async viewAfter(action: string, form: URLSearchParams): Promise<View | null> {
    const field = (name: string): string => form.get(name)?.trim() ?? '';
    switch (action) {
      case '/inquiry':
        return this.inquire(field);
      case '/payment':
        return this.pay(field);
      case '/retry':
        return this.retry(field);
      case '/status':
        return this.status(field);
      case '/reversal':
        return this.reverse(field);
      default:
        return null;
    }
  }

  private view(query: URLSearchParams): HomeView {
    const reference = query.get('reference');
    const key = query.get('inquiry') ?? '';
    const inquiry = this.inquiries.get(key);
    const exchange = this.log.find(Number(query.get('shown')));
    const payments = this.journal.all();
    const bankId = query.get('bank') ?? '';
    return {
      apiUrl: this.sandbox.apiUrl,
      banks: this.banks.all(),
      form: {
        bankId: (this.profile(bankId) ?? this.banks.first()).id,
        customerNumber: query.get('customer') ?? '',
        billCount: query.get('bills') ?? '',
      },
      inquiry: inquiry ? { key, inquiry } : null,
      payment: payments.find((entry) => entry.reference === reference && entry.bank === bankId) ?? null,
      outcome: exchange && { exchange, replay: this.replays.get(exchange) ?? null },
      recentPayments: payments.slice(0, SHOWN_PAYMENTS),
      calls: this.sandbox.calls.recent(SHOWN_CALLS),
    };
  }

  private async inquire(field: (name: string) => string): Promise<View | null> {
    const profile = this.profile(field('bank'));
    if (!profile) return null;
    const [customer, bills] = [field('customer_number'), field('bill_count')];
    const billCount = /^[1-9]\d{0,2}$/.test(bills) ? { billCount: Number(bills) } : {};
    const { exchange, inquiry } = await this.bank.inquire(profile, customer, billCount);
    const shown = { bank: profile.id, customer, bills, shown: String(exchange.id) };
    return inquiry ? { ...shown, inquiry: this.keep(inquiry) } : shown;
  }

  private async pay(field: (name: string) => string): Promise<View | null> {
    const inquiry = this.inquiries.get(field('inquiry'));
    const channel: Channel | undefined = CHANNELS.find((known) => known === field('channel'));
    if (!inquiry || !channel) return null;
    const { exchange, entry } = await this.bank.pay(inquiry, channel);
    return { bank: entry.bank, reference: entry.reference, shown: String(exchange.id) };
  }

  private async retry(field: (name: string) => string): Promise<View | null> {
    const profile = this.profile(field('bank'));
    const entry = profile && this.journal.find(field('reference'), profile.id);
    if (!profile || !entry) return null;
    const { exchange, sameBytes, replayed } = await this.bank.retry(profile, entry);
    this.replays.set(exchange, { sameBytes, replayed });
    return { bank: profile.id, reference: entry.reference, shown: String(exchange.id) };
  }

  private async status(field: (name: string) => string): Promise<View | null> {
    const profile = this.profile(field('bank'));
    if (!profile) return null;
    const exchange = await this.bank.status(profile, field('reference'));
    return { bank: profile.id, reference: field('reference'), shown: String(exchange.id) };
  }

  private async reverse(field: (name: string) => string): Promise<View | null> {
    const profile = this.profile(field('bank'));
    if (!profile) return null;
    const exchange = await this.bank.reverse(profile, field('reference'), field('reason') || DEFAULT_REASON);
    return { bank: profile.id, reference: field('reference'), shown: String(exchange.id) };
  }

  private keep(inquiry: PayableInquiry): string {
    const key = randomUUID();
    this.inquiries.set(key, inquiry);
    const [oldest] = this.inquiries.keys();
    if (this.inquiries.size > KEPT_INQUIRIES && oldest !== undefined) this.inquiries.delete(oldest);
    return key;
  }

  private profile(id: string): BankProfile | undefined {
    return this.banks.get(id);
  }
}
