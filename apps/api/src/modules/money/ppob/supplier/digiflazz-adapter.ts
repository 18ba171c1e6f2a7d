import { createHash } from 'node:crypto';
import { AnswerLost } from '../../../bank-gateway/outbound';
import {
  billedAmount,
  billedName,
  depositAmount,
  digiflazzData,
  supplierAnswer,
  type DigiflazzData,
} from './digiflazz-answer';
import type { SupplierAdapter, SupplierAnswer, SupplierBill, SupplierOrder } from './supplier-port';

export interface DigiflazzAccount {
  readonly username: string;
  readonly apiKey: string;
}

/** Where a call goes: orders and questions about them, or the question what we have left. */
type SupplierPath = 'transaction' | 'cek-saldo';

/** Carries one call; throws NotSent or AnswerLost. */
export type Send = (
  path: SupplierPath,
  body: object,
) => Promise<{ readonly status: number; readonly body: Buffer }>;

/** Signed in the place of a reference by the question what we have left. */
const DEPOSIT_SIGNED_AS = 'depo';

/** To a question about a bill: the payment is not there. */
const NEVER_HEARD_OF = '50';

/* Read by the staff beside what suppliers say themselves, which is Indonesian; the cause of it stands in the log. */
const LOST = 'Pemasok tidak menjawab pada waktunya, atau sambungannya terputus.';
const NOT_SENT = 'Belum terkirim: pemasok tidak dapat dihubungi.';
const UNREADABLE = 'Jawaban pemasok tidak dapat dibaca.';

type Command = 'inq-pasca' | 'pay-pasca' | 'status-pasca';

/**
 * An aggregator that speaks as Digiflazz does: `POST /transaction`, signed by md5 of user, key and reference. Prepaid is
 * asked again by sending the same reference, which never buys twice (for 90 days: then it would); postpaid has commands
 * for inquiry, payment and status, all under one reference.
 */
export class DigiflazzAdapter implements SupplierAdapter {
  constructor(
    private readonly account: DigiflazzAccount,
    private readonly send: Send,
  ) {}

  async inquire(order: SupplierOrder): Promise<SupplierBill> {
    const data = await this.call(order, 'inq-pasca').catch(() => null);
    if (data === null) return { kind: 'UNAVAILABLE' };
    const { word, message } = supplierAnswer(data);
    const owed = billedAmount(data);
    if (word === 'SUCCESS' && owed !== null && owed > 0)
      return { kind: 'BILL', amount: owed, accountName: billedName(data) };
    return word === 'FAILED' ? { kind: 'NONE', message } : { kind: 'UNAVAILABLE' };
  }

  buy(order: SupplierOrder): Promise<SupplierAnswer> {
    return this.order(order, 'pay-pasca');
  }

  /**
   * A bill that never arrived is paid now: under its reference, and so at most once. It is asked for once: that the
   * supplier has not heard of it is never a refusal of the order, which may be on its way.
   */
  async ask(order: SupplierOrder): Promise<SupplierAnswer> {
    if (!order.billed) return this.order(order, 'pay-pasca');
    const { answer, rc } = await this.exchange(order, 'status-pasca');
    return rc === NEVER_HEARD_OF ? this.order(order, 'pay-pasca') : answer;
  }

  async balance(): Promise<number | null> {
    const { username, apiKey } = this.account;
    const body = { cmd: 'deposit', username, sign: digiflazzSign(username, apiKey, DEPOSIT_SIGNED_AS) };
    const answer = await this.send('cek-saldo', body).catch(() => null);
    return answer === null ? null : depositAmount(parsed(answer.body));
  }

  heard(body: unknown): { ref: string; answer: SupplierAnswer } | null {
    const data = digiflazzData(body);
    return typeof data?.ref_id === 'string' ? { ref: data.ref_id, answer: supplierAnswer(data) } : null;
  }

  private async order(order: SupplierOrder, command: Command): Promise<SupplierAnswer> {
    return (await this.exchange(order, command)).answer;
  }

  private async exchange(
    order: SupplierOrder,
    command: Command,
  ): Promise<{ readonly answer: SupplierAnswer; readonly rc: unknown }> {
    const silent = { serial: null, cost: null };
    try {
      const data = await this.call(order, command);
      return data === null
        ? { answer: { word: 'UNKNOWN', message: UNREADABLE, ...silent }, rc: null }
        : { answer: supplierAnswer(data), rc: data.rc };
    } catch (error) {
      // What was not sent can be sent again; what was sent and not answered may have been carried out.
      return error instanceof AnswerLost
        ? { answer: { word: 'UNKNOWN', message: LOST, ...silent }, rc: null }
        : { answer: { word: 'PENDING', message: NOT_SENT, ...silent }, rc: null };
    }
  }

  /** @returns null for what is no answer to this order */
  private async call(order: SupplierOrder, command: Command): Promise<DigiflazzData | null> {
    const { username, apiKey } = this.account;
    const answer = await this.send('transaction', {
      ...(order.billed ? { commands: command } : {}),
      username,
      buyer_sku_code: order.sku,
      customer_no: order.account,
      ref_id: order.ref,
      sign: digiflazzSign(username, apiKey, order.ref),
      ...(order.month === null ? {} : { periode: order.month }),
      ...(order.maxCost === null ? {} : { max_price: order.maxCost }),
    });
    const data = digiflazzData(parsed(answer.body));
    return data?.ref_id === order.ref ? data : null;
  }
}

/** @example digiflazzSign('username', 'apiKey', 'some1d') → '167a0575b2ae4480e52b8a800b6b00e6' */
export function digiflazzSign(username: string, apiKey: string, ref: string): string {
  return createHash('md5').update(`${username}${apiKey}${ref}`).digest('hex');
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
