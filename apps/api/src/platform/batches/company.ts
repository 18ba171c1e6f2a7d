import { performance } from 'node:perf_hooks';

/** Whoever was answered asks again within about so long; whoever waits longer would rather be written. */
const LONGEST_MILLISECONDS = 10;
/** What a batch costs is shared well enough by so many. */
const ENOUGH = 16;
/** Another process that called for somebody a moment ago is still at it. */
const REMEMBERED_MILLISECONDS = 1_000;

export interface Company {
  /** Milliseconds since another process was last seen at work. */
  readonly sinceAnother: number;
  /** Milliseconds since the batch before ended. */
  readonly sinceBatch: number;
  /** How long it took. */
  readonly batchTook: number;
  /** Entries of it, and those that waited when it ended: whoever asks one thing after the other is among them. */
  readonly expected: number;
  /** Entries waiting now. */
  readonly waiting: number;
}

/**
 * How long a batch waits for those whom the batch before answered (docs/adr/0097-batches-of-two-processes.md). Alone a process
 * writes some while it answers others, and loses nothing by not waiting. Beside another both would do so on the same processors
 * and the same disk, with batches half as large.
 */
export function companyMilliseconds({
  sinceAnother,
  sinceBatch,
  batchTook,
  expected,
  waiting,
}: Company): number {
  if (sinceAnother > REMEMBERED_MILLISECONDS || waiting >= Math.min(expected, ENOUGH)) return 0;
  return Math.max(0, Math.min(LONGEST_MILLISECONDS, batchTook) - sinceBatch);
}

/**
 * Whether another process serves at least half as much of one owner as this one.
 * @param all calls of the owner by every process, in the same span of time as
 * @param own calls of the owner by this one
 */
export function anotherAtWork(all: number, own: number): boolean {
  return (all - own) * 2 >= own;
}

let anotherSeen = -Infinity;

export function sawAnotherAtWork(): void {
  anotherSeen = performance.now();
}

export function sinceAnotherAtWork(): number {
  return performance.now() - anotherSeen;
}
