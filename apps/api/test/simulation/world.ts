import { NativeBankClient, type NativeAnswer } from '@tirtapay/bank-protocol';
import { KeepCalls } from '../../src/modules/money/checkout/keep-calls.service';
import { KeepCheckouts } from '../../src/modules/money/checkout/keep-checkouts.service';
import { BankDirectory } from '../../src/modules/bank-gateway/registry';
import type { TestBank, TestCustomer } from '../support';
import { clusterAccess } from '../support/cluster-access';
import { SnapBank } from '../support/snap-bank';
import { StatementDesk } from '../support/statement-desk';
import { TestApp } from '../support/test-app';
import { TEST_START } from '../support/test-clock';
import { CuttingProxy } from '../faults/cutting-proxy';
import { addMonths, dayOf } from './days';
import { FEES, priceOf, type Model } from './model';

const PREFIX = '13501';
const FIRST_MONTHS = ['2025-09', '2025-10', '2025-11', '2025-12'] as const;
/** How many of the first months each customer owes, and what they use; the last one pays with a duty stamp. */
const CUSTOMERS = [
  { months: 4, usage: 12 },
  { months: 2, usage: 25 },
  { months: 1, usage: 37 },
  { months: 2, usage: 1_300 },
] as const;

/** The office itself, on a database of its own behind a line that can be cut, with two banks and four customers. */
export class World {
  readonly banks: TestBank[] = [];
  readonly customers: TestCustomer[] = [];
  readonly desk: StatementDesk;
  /** Which steps were really taken, in order. */
  readonly taken: string[] = [];
  /** The first bank as it is asked for virtual accounts. */
  private readonly host = new SnapBank();

  private constructor(
    readonly app: TestApp,
    readonly line: CuttingProxy,
  ) {
    this.desk = new StatementDesk(app);
  }

  static async open(model: Model): Promise<World> {
    const { port } = clusterAccess();
    const line = await CuttingProxy.before(port);
    const app: TestApp = new TestApp({
      jobs: false,
      environment: {
        // Asked for once the database has its name.
        get DATABASE_URL() {
          return app.database.appUrl.replace(`:${String(port)}/`, `:${String(line.port)}/`);
        },
      },
    });
    const world = new World(app, line);
    try {
      await app.start();
      app.clock.stop();
      app.clock.set(TEST_START);
      model.now = app.clock.now();
      await world.settle(model);
    } catch (error) {
      await world.close().catch(() => undefined);
      throw error;
    }
    return world;
  }

  /** Every law is asked before it ends. */
  async close(): Promise<void> {
    try {
      await this.app.stop();
    } finally {
      await this.host.stop();
      await this.line.stop();
    }
  }

  private async settle(model: Model): Promise<void> {
    const { make } = this.app;
    await make.penaltyPolicy();
    this.banks.push(
      await make.bank({ code: 'SULTRA', adminFee: FEES[0] }),
      await make.bank({ code: 'LAIN', adminFee: FEES[1] }),
    );
    await this.host.start();
    await this.host.connect(this.app, this.bank(0));
    this.app.get(BankDirectory).forget();
    await this.desk.begin(this.bank(0).id, dayOf(model.now));
    for (const [customer, { months, usage }] of CUSTOMERS.entries()) {
      const made = await make.customer();
      this.customers.push(made);
      for (const [age, period] of FIRST_MONTHS.slice(-months).entries()) {
        const bill = await make.issuedBill({ customer: made, period, usage: usage + age });
        const due = `${addMonths(period, 1)}-20`;
        model.issue({ customer, number: bill.bill_number, principal: priceOf(usage + age), due });
      }
    }
    for (const period of FIRST_MONTHS) model.periods.add(period);
  }

  usageOf(customer: number, more: number): number {
    return (CUSTOMERS[customer]?.usage ?? 0) + more;
  }

  bank(index: number): TestBank {
    return existing(this.banks[index]);
  }

  customer(index: number): TestCustomer {
    return existing(this.customers[index]);
  }

  client(bank: number, by: typeof fetch = fetch): NativeBankClient {
    const { keyId, secret } = this.bank(bank);
    const { url: baseUrl, clock } = this.app;
    return new NativeBankClient({ baseUrl, keyId, secret, now: () => clock.now(), fetch: by });
  }

  /** Time goes on; what timers do all the time is done. */
  async go(model: Model, milliseconds: number): Promise<void> {
    this.app.clock.advance(milliseconds);
    model.now = this.app.clock.now();
    if (dayOf(model.now - milliseconds) === model.today) return;
    await this.app.get(KeepCalls).tend();
    // The first look ends what is over, the second closes it at the bank.
    await this.app.get(KeepCheckouts).tend();
    await this.app.get(KeepCheckouts).tend();
    await this.app.deliverEvents();
  }

  now(): string {
    return this.app.clock.text(this.app.clock.now());
  }

  accountOf(customer: number): string {
    return `${PREFIX}${this.customer(customer).customer_number}`;
  }

  async asked<T>(who: 'admin' | 'manajer' | 'super', path: string): Promise<T> {
    const answer = await (await this.app.as(who)).get<T>(path);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.body;
  }

  async agree(approval: number): Promise<void> {
    const answer = await (
      await this.app.as('manajer')
    ).post<{ code?: string }>(`/approvals/${String(approval)}/decision`, {
      decision: 'APPROVE',
      note: 'Sudah dicek bersama',
    });
    expect([answer.status, answer.body.code]).toEqual([200, undefined]);
  }
}

function existing<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('nobody is there');
  return found;
}

export const codeOf = ({ body }: Pick<NativeAnswer, 'body'>): string | undefined =>
  (body as { code?: string } | undefined)?.code;
