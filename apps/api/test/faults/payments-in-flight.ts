import { rupiah, type Channel } from '@tirtapay/domain';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { PaymentCommand } from '../../src/modules/money/payment/posting/payment-command';
import {
  PostPayment,
  type PostedPayment,
} from '../../src/modules/money/payment/posting/post-payment.service';
import { runInContext } from '../../src/platform/context';
import { Problem } from '../../src/platform/problem';
import { eventually, type TestBank, type TestCustomer } from '../support';
import type { TestApp } from '../support/test-app';

const FEE = 2_500;
/** A whole bill run, on a machine that is busy. */
const UNTIL_MILLISECONDS = 400_000;

export interface Debt {
  readonly customer: TestCustomer;
  readonly billNumber: string;
  /** With the fee of the bank. */
  readonly amount: number;
}

/** What a payment came to, in one word: its receipt number, or the code it was refused with. */
export interface Flown {
  readonly reference: string;
  readonly requestId: string;
  readonly outcome: string;
  readonly posted: PostedPayment | null;
}

/** Payments asked for in the same moment: the first is written alone, the others wait for it and are the next batch. */
export class PaymentsInFlight {
  constructor(private readonly app: TestApp) {}

  async debts(count: number, dueDate?: string): Promise<Debt[]> {
    const debts: Debt[] = [];
    for (let index = 0; index < count; index += 1) {
      const customer = await this.app.make.customer();
      const bill = await this.app.make.issuedBill({
        customer,
        period: '2025-12',
        usage: 10 + (index % 7),
        ...(dueDate === undefined ? {} : { dueDate }),
      });
      debts.push({ customer, billNumber: bill.bill_number, amount: bill.principal + FEE });
    }
    return debts;
  }

  command(
    bank: TestBank,
    reference: string,
    debt: Debt,
    change: Partial<PaymentCommand> = {},
  ): PaymentCommand {
    const now = this.app.clock.now();
    return {
      bank: { id: bank.id, code: bank.code, adminFee: rupiah(FEE) },
      bankReference: reference,
      customerNumber: debt.customer.customer_number,
      billNumbers: [debt.billNumber],
      amount: debt.amount,
      channel: 'TELLER',
      paidAt: { text: this.app.clock.text(now), epoch: now, plausible: true },
      inquiryValidUntil: null,
      ...change,
    };
  }

  /** As its bank's call, with a request of its own. */
  async post(command: PaymentCommand): Promise<Flown> {
    const requestId = randomUUID();
    const { bank, bankReference: reference } = command;
    const actor = { kind: 'BANK', id: bank.id, code: bank.code, keyId: null } as const;
    try {
      const posted = await runInContext({ requestId, ip: '127.0.0.1', language: 'id', actor }, () =>
        this.app.get(PostPayment).post(command),
      );
      const { receipt_number } = JSON.parse(posted.answer) as { receipt_number: string };
      return { reference, requestId, outcome: `${posted.replayed ? 'again ' : ''}${receipt_number}`, posted };
    } catch (error) {
      const outcome = error instanceof Problem ? error.code : `error ${(error as Error).message}`;
      return { reference, requestId, outcome, posted: null };
    }
  }

  all(commands: readonly PaymentCommand[]): Promise<Flown[]> {
    return Promise.all(commands.map((command) => this.post(command)));
  }

  /** How often a statement was run since `begin`, by name: whether payments really went together. */
  series(bank: TestBank, channel: Channel = 'TELLER'): Promise<{ numbers: number[] }> {
    return this.app.database.one<{ numbers: number[] }>(
      `SELECT coalesce(array_agg(k.number ORDER BY k.number), '{}') AS numbers FROM kwitansi k JOIN pembayaran p ON p.id = k.payment_id
       WHERE p.collector_id = $1 AND p.channel = $2`,
      [bank.id, channel],
    );
  }
}

/** Another session that holds something until it lets go. */
export class Holder {
  private constructor(private readonly client: Client) {}

  static async of(url: string, sql: string, values: readonly unknown[] = []): Promise<Holder> {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('BEGIN');
    await client.query(sql, values as unknown[]);
    return new Holder(client);
  }

  async run(sql: string, values: readonly unknown[]): Promise<void> {
    await this.client.query(sql, values as unknown[]);
  }

  async letGo(): Promise<void> {
    await this.client.query('COMMIT');
    await this.client.end();
  }
}

export const numbered = (count: number, from = 1): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

export async function until(condition: () => Promise<boolean>): Promise<void> {
  await eventually(condition, (isSo) => isSo, UNTIL_MILLISECONDS);
}
