import { Problem } from '../problem';

/** Downloads of one person that may run side by side: one that takes long, and another while one waits. */
const AT_ONCE = 2;
const RETRY_SECONDS = 10;

/** Gives out the places for downloads; each process keeps its own. */
export class ExportDesk {
  private readonly running = new Map<number, number>();

  /** @param seconds How long one download may take from the first row to the last byte */
  constructor(readonly seconds: number) {}

  /**
   * Takes a place of the person; what is returned gives it back, once however often it is called.
   * @throws Problem export.busy
   */
  enter(personId: number): () => void {
    const running = this.running.get(personId) ?? 0;
    if (running >= AT_ONCE) throw new Problem('export.busy', { retryAfter: RETRY_SECONDS });
    this.running.set(personId, running + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const others = (this.running.get(personId) ?? 1) - 1;
      if (others === 0) this.running.delete(personId);
      else this.running.set(personId, others);
    };
  }
}
