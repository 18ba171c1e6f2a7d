import type { NativeAnswer } from '@tirtapay/bank-protocol';

/** What the bank wanted, in the words of its counter. */
export type Operation = 'inquiry' | 'payment' | 'retry' | 'status' | 'reversal';

/** One call and what came of it; `failure` when no answer came, so that the outcome is unknown. */
export interface Exchange {
  readonly id: number;
  readonly bank: string;
  readonly operation: Operation;
  readonly at: number;
  readonly elapsedMs: number;
  /** What was asked for, e.g. `POST /api/v1/payment/verify`. */
  readonly asked: string;
  readonly answer: NativeAnswer | null;
  readonly failure: string | null;
}

const KEPT = 50;

/** The last calls, newest first, in memory: what the log on the page shows. */
export class ExchangeLog {
  private readonly kept: Exchange[] = [];
  private lastId = 0;

  add(exchange: Omit<Exchange, 'id'>): Exchange {
    this.lastId += 1;
    const stored = { ...exchange, id: this.lastId };
    this.kept.unshift(stored);
    this.kept.length = Math.min(this.kept.length, KEPT);
    return stored;
  }

  recent(): readonly Exchange[] {
    return this.kept;
  }

  find(id: number): Exchange | null {
    return this.kept.find((exchange) => exchange.id === id) ?? null;
  }
}
