import { NativeBankClient, type NativeAnswer } from '@tirtapay/bank-protocol';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { TestBank } from '../support';
import { findViolations } from '../support/find-violations';
import type { TestApp } from '../support/test-app';

const FEE = 2_500;
/** The processes of these tests live in real time; these bills are never late. */
const NEVER_LATE = '2099-01-20';

interface Owed {
  readonly reference: string;
  readonly body: Buffer;
  sent?: true;
  /** As the bank was answered 200, byte for byte. */
  paid?: string;
}

interface Told {
  readonly reference: string;
  /** 0 where no answer came. */
  readonly status: number;
  readonly code: string | null;
}

/** A bank that pays one bill after the other on several lines, repeats what was not answered, and keeps what it was told. */
export class BankTraffic {
  /** Status and code of every answer that was not 200, and how often it came; `none` where no answer came. */
  readonly refused = new Map<string, number>();
  private stopped = false;

  private constructor(
    readonly bank: TestBank,
    private readonly owed: readonly Owed[],
    private url: string,
  ) {}

  /** Customers with one bill each, made through `app`, to be paid at `url`. */
  static async of(app: TestApp, count: number, url: string, code = 'STEADY'): Promise<BankTraffic> {
    const bank = await app.make.bank({ code });
    const owed: Owed[] = [];
    for (let index = 0; index < count; index += 1) {
      const customer = await app.make.customer();
      const bill = await app.make.issuedBill({ customer, period: '2025-12', usage: 10, dueDate: NEVER_LATE });
      const request = {
        bank_reference: `${code}/${String(index)}`,
        customer_number: customer.customer_number,
        bill_numbers: [bill.bill_number],
        amount: bill.principal + FEE,
        paid_at: app.clock.text(app.clock.now()),
        channel: 'TELLER',
      };
      owed.push({ reference: request.bank_reference, body: Buffer.from(JSON.stringify(request)) });
    }
    return new BankTraffic(bank, owed, url);
  }

  /** How many were answered 200. */
  get paid(): number {
    return this.owed.filter(({ paid }) => paid !== undefined).length;
  }

  get left(): number {
    return this.owed.length - this.paid;
  }

  /** Answers beside 200 that no fault excuses: neither unavailable or unknown (503) nor in progress (409); also none at all. */
  get refusedOtherwise(): string[] {
    return [...this.refused.keys()].filter((word) => !/^(503|409) /.test(word));
  }

  /** From now on it calls here. */
  goTo(url: string): void {
    this.url = url;
  }

  client(timeoutMs = 30_000): NativeBankClient {
    const { keyId, secret } = this.bank;
    return new NativeBankClient({ baseUrl: this.url, keyId, secret, now: () => Date.now(), timeoutMs });
  }

  /** Pays on `lines` lines until everything is paid or `stop` is called; who is not answered 200 comes back, as banks do. */
  async run(lines: number): Promise<void> {
    this.stopped = false;
    const waiting = this.owed.filter(({ paid }) => paid === undefined);
    await Promise.all(
      Array.from({ length: lines }, async () => {
        for (let one = waiting.shift(); one !== undefined && !this.stopped; one = waiting.shift()) {
          await this.pay(one);
          if (one.paid !== undefined) continue;
          waiting.push(one);
          await pause(20);
        }
      }),
    );
  }

  /** No new call; those under way are answered. */
  stop(): void {
    this.stopped = true;
  }

  /** The next one that was never sent, once. */
  payFresh(): Promise<Told> {
    const one = this.owed.find(({ sent }) => sent !== true);
    if (one === undefined) throw new Error('everything was sent');
    return this.told(one);
  }

  /** One that was sent before, byte for byte. */
  repeat(reference: string): Promise<Told> {
    const one = this.owed.find((owed) => owed.reference === reference);
    if (one === undefined) throw new Error(`nothing is owed under ${reference}`);
    return this.told(one);
  }

  private async told(one: Owed): Promise<Told> {
    const answer = await this.pay(one);
    return { reference: one.reference, status: answer?.status ?? 0, code: codeOf(answer) };
  }

  /**
   * The oracle of every fault: the laws hold; each reference that was answered 200 is there exactly once; each reference
   * resolves through `status` to one answer, the one that was given where one was.
   * @param databaseUrl of the superuser, of the database that is true now
   */
  async expectOneTruth(databaseUrl: string): Promise<void> {
    expect(await findViolations(databaseUrl)).toEqual([]);
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client
      .query<{ reference: string; times: number }>(
        'SELECT bank_reference AS reference, count(*)::int AS times FROM pembayaran WHERE collector_id = $1 GROUP BY 1',
        [this.bank.id],
      )
      .finally(() => client.end());
    const times = new Map(rows.map((row) => [row.reference, row.times]));
    const lost = this.owed.filter(({ reference, paid }) => paid !== undefined && times.get(reference) !== 1);
    expect(lost.map(({ reference }) => reference)).toEqual([]);
    expect(rows.filter((row) => row.times !== 1)).toEqual([]);
    const bank = this.client();
    for (const { reference, paid } of this.owed) {
      const answer = await bank.status(reference);
      const stands = times.has(reference);
      expect([reference, answer.status]).toEqual([reference, stands ? 200 : 404]);
      if (paid !== undefined) expect(answer.rawBody.toString()).toBe(paid);
    }
  }

  private async pay(one: Owed): Promise<NativeAnswer | null> {
    one.sent = true;
    const answer = await this.client()
      .process(one.body)
      .catch(() => null);
    if (answer?.status === 200) one.paid = answer.rawBody.toString();
    else {
      const word = answer === null ? 'none' : `${String(answer.status)} ${codeOf(answer) ?? ''}`;
      this.refused.set(word, (this.refused.get(word) ?? 0) + 1);
    }
    return answer;
  }
}

function codeOf(answer: NativeAnswer | null): string | null {
  const body = answer?.body as { code?: string } | null | undefined;
  return body?.code ?? null;
}
