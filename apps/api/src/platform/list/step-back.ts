import { setImmediate, setTimeout } from 'node:timers/promises';
import { batchesUnderWay } from '../batches';

/** When a turn of the event loop takes longer, somebody else is at work. */
const OTHERS_MILLISECONDS = 0.5;
/** A pause is so many times what a piece costs when nobody else is there. */
const TIMES = 12;
const LONGEST_MILLISECONDS = 200;

/**
 * Lets long work of the office step back behind whoever calls: after each piece it asks the event loop how long a turn takes, and
 * whether a bank is being served. Alone it goes on at once; beside others it pauses for several times what a piece costs, and
 * takes a thirteenth of what it would.
 */
export class StepBack {
  /** What a piece costs by itself: the shortest there was. A longer one waited for others as well. */
  private shortest = Infinity;
  private begun = performance.now();

  /** After each piece. */
  async turn(): Promise<void> {
    const done = performance.now();
    await setImmediate();
    const pause = this.pauseAfter(done - this.begun, performance.now() - done, batchesUnderWay());
    if (pause > 0) await setTimeout(pause);
    this.begun = performance.now();
  }

  /**
   * @param piece how long the piece took, milliseconds
   * @param turn how long the event loop took to come back
   * @param banks whether a bank is being served
   */
  pauseAfter(piece: number, turn: number, banks: boolean): number {
    this.shortest = Math.min(this.shortest, piece);
    return banks || turn > OTHERS_MILLISECONDS ? Math.min(TIMES * this.shortest, LONGEST_MILLISECONDS) : 0;
  }
}
