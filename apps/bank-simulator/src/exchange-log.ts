import { formatRfc3339, type NativeAnswer } from '@tirtapay/bank-protocol';
import { readProblem } from './api-answers';
import type { BankCall, CallLog } from './books/call-log';

/** What the bank wanted, in the words of its counter. */
export type Operation = 'inquiry' | 'payment' | 'retry' | 'status' | 'reversal' | 'notification' | 'free';

/** One native call and what came of it; `failure` when no answer came, so that the outcome is unknown. */
export interface Exchange {
  readonly id: number;
  readonly bank: string;
  readonly operation: Operation;
  readonly at: number;
  readonly elapsedMs: number;
  /** What was asked for, e.g. `POST /api/v1/payment/verify`. */
  readonly asked: string;
  readonly sentBody: Buffer;
  readonly answer: NativeAnswer | null;
  readonly failure: string | null;
  readonly fault: string | null;
  /** The same call as the log of all calls has it. */
  readonly call: BankCall;
}

const KEPT = 50;

/** The last native calls, newest first, in memory; every one also stands in the log of all calls. */
export class ExchangeLog {
  private readonly kept: Exchange[] = [];

  constructor(private readonly calls: CallLog) {}

  add(exchange: Omit<Exchange, 'id' | 'call'>): Exchange {
    const call = this.calls.add(callOf(exchange));
    const stored = { ...exchange, id: call.id, call };
    this.kept.unshift(stored);
    this.kept.length = Math.min(this.kept.length, KEPT);
    return stored;
  }

  find(id: number): Exchange | null {
    return this.kept.find((exchange) => exchange.id === id) ?? null;
  }
}

function callOf(exchange: Omit<Exchange, 'id' | 'call'>): Omit<BankCall, 'id'> {
  const { answer } = exchange;
  const [method = '', ...target] = exchange.asked.split(' ');
  return {
    at: formatRfc3339(exchange.at),
    direction: 'OUT',
    protocol: 'NATIVE',
    bank: exchange.bank,
    operation: exchange.operation,
    method,
    target: answer?.request.requestTarget ?? target.join(' '),
    request_body: exchange.sentBody.toString('utf8'),
    string_to_sign: answer?.request.stringToSign ?? null,
    signature: answer?.request.signature ?? null,
    status: answer?.status ?? null,
    response_code: readProblem(answer?.body)?.code ?? null,
    response_body: answer?.rawBody.toString('utf8') ?? null,
    verdict: answer?.verdict ?? null,
    string_to_verify: answer?.stringToVerify ?? null,
    answer_signature: answer?.headers.get('x-signature') ?? null,
    elapsed_ms: exchange.elapsedMs,
    failure: exchange.failure,
    fault: exchange.fault,
  };
}
