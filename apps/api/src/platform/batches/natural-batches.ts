import { AsyncResource } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { companyMilliseconds, sinceAnotherAtWork } from './company';

export interface BatchLimits {
  /** Entries of one batch. */
  readonly items: number;
  /** Sum of the weights of one batch; a single heavier entry makes a batch of its own. */
  readonly weight: number;
  /** Entries that may wait for a batch. */
  readonly queued: number;
  /** How long an entry waits for its batch to begin before it is refused. */
  readonly waitMilliseconds: number;
  /** How long a batch holds up the next one; what it answers later is still answered. */
  readonly runMilliseconds: number;
  /** It writes, and takes several times what reading takes. */
  readonly writes?: boolean;
}

/** Something asked for, until it is answered. */
export class BatchEntry<Item, Answer> {
  readonly since = performance.now();
  readonly answer: Promise<Answer>;
  private resolve: (answer: Answer) => void = () => undefined;
  private reject: (error: unknown) => void = () => undefined;

  constructor(
    readonly item: Item,
    readonly owner: number,
    readonly weight: number,
  ) {
    this.answer = new Promise<Answer>((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  /*
   * Told at the end of this turn of the event loop. What is told at once is answered at once, for everybody of the batch, and
   * only then the next one's first statement would leave: PostgreSQL would wait while answers are signed and written.
   */

  succeed(answer: Answer): void {
    setImmediate(() => {
      this.resolve(answer);
    });
  }

  fail(error: unknown): void {
    setImmediate(() => {
      this.reject(error);
    });
  }
}

/** How many batches of this process are under way, how many of them write, and when the last of all ended. */
const lately = { running: 0, writing: 0, ended: -Infinity };

/** Who asks one thing after the other is away for about so long between two batches. */
const BETWEEN_BATCHES_MILLISECONDS = 25;

/**
 * Whether a bank is being served now. The event loop alone does not tell: it is idle while PostgreSQL writes their batch, and
 * that is the processor and the disk somebody with more time should leave to them.
 */
export function batchesUnderWay(): boolean {
  return lately.running > 0 || performance.now() - lately.ended < BETWEEN_BATCHES_MILLISECONDS;
}

/** Whether whoever wants to write would have to wait for a batch now. */
export function batchesWrite(): boolean {
  return lately.writing > 0;
}

/**
 * Natural batching: one batch is under way, and what arrives meanwhile is the next one. Alone nothing ever waits for company
 * but for what was read from the sockets in the same turn of the event loop, so a single caller is as fast as without, and under
 * load the cost of a round trip and a flush is shared; beside another process what writes waits a moment (`companyMilliseconds`).
 * Owners take turns; when the queue is full, the youngest entry of whoever holds most is refused.
 */
export class NaturalBatches<Item, Answer> {
  private readonly waiting = new Map<number, BatchEntry<Item, Answer>[]>();
  private readonly outside = new AsyncResource('NaturalBatches');
  private size = 0;
  private readonly before = { ended: -Infinity, took: 0, expected: 0 };
  private arrived: (() => void) | undefined;
  private running = false;
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param run answers every entry it is given, or hands it back by `again`; it runs outside the context of any caller
   * @param overloaded what a refused entry is told; nothing was begun for it
   */
  constructor(
    private readonly limits: BatchLimits,
    private readonly run: (entries: readonly BatchEntry<Item, Answer>[]) => Promise<void>,
    private readonly overloaded: () => Error,
  ) {}

  /** @param owner whose share of the queue it takes */
  submit(item: Item, owner: number, weight = 1): Promise<Answer> {
    const entry = new BatchEntry<Item, Answer>(item, owner, weight);
    if (this.size >= this.limits.queued && !this.makeRoomFor(owner)) {
      entry.fail(this.overloaded());
      return entry.answer;
    }
    this.queueOf(owner).push(entry);
    this.size += 1;
    this.arrived?.();
    this.start();
    return entry.answer;
  }

  /** Back to the head of its owner's queue: it keeps its place and its time. */
  again(entry: BatchEntry<Item, Answer>): void {
    this.queueOf(entry.owner).unshift(entry);
    this.size += 1;
    this.start();
  }

  private queueOf(owner: number): BatchEntry<Item, Answer>[] {
    const queue = this.waiting.get(owner) ?? [];
    this.waiting.set(owner, queue);
    return queue;
  }

  private makeRoomFor(owner: number): boolean {
    let most: [number, BatchEntry<Item, Answer>[]] | undefined;
    for (const held of this.waiting) if (most === undefined || held[1].length > most[1].length) most = held;
    const own = this.waiting.get(owner)?.length ?? 0;
    if (most === undefined || most[0] === owner || most[1].length <= own + 1) return false;
    this.drop(most[1].pop());
    return true;
  }

  private drop(entry: BatchEntry<Item, Answer> | undefined): void {
    if (entry === undefined) return;
    this.size -= 1;
    entry.fail(this.overloaded());
  }

  private start(): void {
    if (this.running) {
      this.watch();
      return;
    }
    this.running = true;
    this.outside.runInAsyncScope(() => void this.work());
  }

  private async work(): Promise<void> {
    // Who was answered together asks again together: the first of them must not go alone while the others wait for it.
    await turn();
    this.count(1);
    while (this.size > 0) {
      if (this.limits.writes === true) await this.company();
      const begun = performance.now();
      const batch = this.next();
      // Who waited too long for the company of others was refused meanwhile.
      if (batch.length === 0) continue;
      await this.within(this.answered(batch));
      const ended = performance.now();
      Object.assign(this.before, { ended, took: ended - begun, expected: batch.length + this.size });
    }
    this.count(-1);
    lately.ended = performance.now();
    this.running = false;
  }

  private async company(): Promise<void> {
    if (this.stillToWait() <= 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.stillToWait());
      this.arrived = () => {
        if (this.stillToWait() > 0) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.arrived = undefined;
  }

  private stillToWait(): number {
    const { ended, took, expected } = this.before;
    return companyMilliseconds({
      sinceAnother: sinceAnotherAtWork(),
      sinceBatch: performance.now() - ended,
      batchTook: took,
      expected,
      waiting: this.size,
    });
  }

  private count(by: 1 | -1): void {
    lately.running += by;
    if (this.limits.writes === true) lately.writing += by;
  }

  private async answered(batch: readonly BatchEntry<Item, Answer>[]): Promise<void> {
    try {
      await this.run(batch);
    } catch (error) {
      for (const entry of batch) entry.fail(error);
    }
  }

  /** A connection that is neither dead nor alive must not stop everybody who comes later. */
  private async within(batch: Promise<void>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.limits.runMilliseconds);
    });
    await Promise.race([batch, late]);
    clearTimeout(timer);
  }

  /** One entry of each owner in turn, oldest first, as many as fit. */
  private next(): BatchEntry<Item, Answer>[] {
    const batch: BatchEntry<Item, Answer>[] = [];
    let weight = 0;
    let full = false;
    while (!full && this.size > 0) {
      for (const [owner, queue] of this.waiting) {
        const [entry] = queue;
        if (entry === undefined) {
          this.waiting.delete(owner);
          continue;
        }
        full =
          batch.length >= this.limits.items ||
          (batch.length > 0 && weight + entry.weight > this.limits.weight);
        if (full) {
          // Whoever was next in turn is first next time.
          this.toEnd(batch);
          break;
        }
        queue.shift();
        this.size -= 1;
        weight += entry.weight;
        batch.push(entry);
      }
    }
    return batch;
  }

  private toEnd(batch: readonly BatchEntry<Item, Answer>[]): void {
    for (const { owner } of batch) {
      const queue = this.waiting.get(owner);
      if (queue === undefined) continue;
      this.waiting.delete(owner);
      this.waiting.set(owner, queue);
    }
  }

  /** A batch that hangs must not keep those behind it waiting without an answer. */
  private watch(): void {
    if (this.timer !== undefined) return;
    const oldest = this.oldest();
    if (oldest === undefined) return;
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        this.refuseOverdue();
        this.watch();
      },
      Math.max(1, oldest + this.limits.waitMilliseconds - performance.now()),
    );
    this.timer.unref();
  }

  private oldest(): number | undefined {
    let since: number | undefined;
    for (const [entry] of this.waiting.values())
      if (entry !== undefined && (since === undefined || entry.since < since)) since = entry.since;
    return since;
  }

  private refuseOverdue(): void {
    const limit = performance.now() - this.limits.waitMilliseconds;
    for (const queue of this.waiting.values())
      while (queue[0] !== undefined && queue[0].since <= limit) this.drop(queue.shift());
  }
}
