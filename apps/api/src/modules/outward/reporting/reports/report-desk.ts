import { Problem } from '../../../../platform/problem';

/** Reports of one person that may be worked out side by side. */
const AT_ONCE = 2;
const RETRY_SECONDS = 5;

/** Gives out the places for reports, so that one person never takes those of all; each process keeps its own. */
export class ReportDesk {
  private readonly running = new Map<number, number>();

  /** @throws Problem report.busy */
  async serve<T>(personId: number, work: () => Promise<T>): Promise<T> {
    const running = this.running.get(personId) ?? 0;
    if (running >= AT_ONCE) throw new Problem('report.busy', { retryAfter: RETRY_SECONDS });
    this.running.set(personId, running + 1);
    try {
      return await work();
    } finally {
      const others = (this.running.get(personId) ?? 1) - 1;
      if (others === 0) this.running.delete(personId);
      else this.running.set(personId, others);
    }
  }
}
