import { currentActor } from '../context';
import type { Database } from '../database';
import { Problem } from '../problem';

/** Of one person: one that is worked out, and another that waits for it. */
const ADMITTED = 2;
const RETRY_SECONDS = 5;

interface Turns {
  admitted: number;
  last: Promise<unknown>;
}

/**
 * Gives out the places for what adds up whole tables. There are two connections for it: who asks for two things has them one
 * after the other, so that one person never takes those of all. Each process keeps its own.
 */
export class ReportDesk {
  private readonly turns = new Map<string, Turns>();

  /** @throws Problem report.busy */
  async serve<T>(work: () => Promise<T>): Promise<T> {
    const actor = currentActor();
    const who = 'id' in actor ? `${actor.kind} ${String(actor.id)}` : actor.kind;
    const turns = this.turns.get(who) ?? { admitted: 0, last: Promise.resolve() };
    if (turns.admitted >= ADMITTED) throw new Problem('report.busy', { retryAfter: RETRY_SECONDS });
    turns.admitted += 1;
    this.turns.set(who, turns);
    const mine = turns.last.then(work);
    // What becomes of it is told to whoever asked.
    turns.last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      turns.admitted -= 1;
      if (turns.admitted === 0) this.turns.delete(who);
    }
  }
}

const desks = new WeakMap<Database, ReportDesk>();

/** The desk before the pool `report`: reports on a screen and exact counts stand at the same one. */
export function reportDeskOf(database: Database): ReportDesk {
  const desk = desks.get(database) ?? new ReportDesk();
  desks.set(database, desk);
  return desk;
}
