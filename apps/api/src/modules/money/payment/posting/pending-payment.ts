import { performance } from 'node:perf_hooks';
import { currentContext, type RequestContext } from '../../../../platform/context';
import { paymentFingerprint, type PaymentCommand } from './payment-command';

/** Milliseconds from the arrival of a payment; together they keep every answer within five seconds. */
const QUEUE = 1_500;
const LOCKS = 2_000;
const ANSWER = 4_800;

export const QUEUE_MILLISECONDS = QUEUE;
export const ANSWER_MILLISECONDS = ANSWER;

/** A payment on its way, with what must be known of its call wherever it is written, and its time. */
export class PendingPayment {
  readonly fingerprint: string;
  /** Captured now: a batch runs in nobody's context. */
  readonly context: RequestContext | undefined = currentContext();
  private given = false;
  private readonly arrived = performance.now();
  private readonly drawn = new Set<number>();

  constructor(readonly command: PaymentCommand) {
    this.fingerprint = paymentFingerprint(command);
  }

  get key() {
    const { bank, bankReference, customerNumber, billNumbers } = this.command;
    return { collectorId: bank.id, reference: bankReference, customerNumber, billNumbers };
  }

  /** What is left of the time for locks, after whatever the queue took. */
  get lockMilliseconds(): number {
    return Math.min(LOCKS, this.arrived + QUEUE + LOCKS - performance.now());
  }

  /** The caller has been told that the outcome is unknown. */
  abandon(): void {
    this.given = true;
  }

  /** Asked under its locks, before anything is written: a call that was given up is not begun any more. */
  get abandoned(): boolean {
    return this.given;
  }

  /** Ids a payment of this call was or may have been written under. */
  draw(paymentId: number): void {
    this.drawn.add(paymentId);
  }

  /** Whether it is this very call that posted: then it is no repetition, although it is read back. */
  wrote(paymentId: number): boolean {
    return this.drawn.has(paymentId);
  }
}
