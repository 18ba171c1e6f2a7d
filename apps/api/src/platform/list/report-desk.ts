import { setTimeout as pause } from 'node:timers/promises';
import { currentActor } from '../context';
import type { Database } from '../database';
import { Problem } from '../problem';
import { standingOrder } from './export-order';

/** Of one person: one that is worked out, and another that waits for it. */
const ADMITTED = 2;
/** With a connection to wait for (2.5 s) and a statement of thirty it is answered before the proxy gives up (35 s). */
const TURN_MILLISECONDS = 2_000;
const RETRY_SECONDS = 5;

interface Turns {
  admitted: number;
  last: Promise<void>;
}

/**
 * Gives out the places for what adds up whole tables. There are two connections for it: who asks for two things has them one
 * after the other, so that one person never takes those of all. What is written in the background has a queue of its own, and
 * takes nobody's place. Each process keeps its own desk.
 */
export class ReportDesk {
  private readonly turns = new Map<string, Turns>();

  /** @throws Problem report.busy, also where the turn does not come soon: what gave up is never worked out */
  async serve<T>(work: () => Promise<T>): Promise<T> {
    if (standingOrder() !== undefined) return work();
    const actor = currentActor();
    const who = 'id' in actor ? `${actor.kind} ${String(actor.id)}` : actor.kind;
    const turns = this.turns.get(who) ?? { admitted: 0, last: Promise.resolve() };
    if (turns.admitted >= ADMITTED) throw busy();
    turns.admitted += 1;
    this.turns.set(who, turns);
    const turn = turns.last;
    let leave: () => void = () => undefined;
    const left = new Promise<void>((resolve) => (leave = resolve));
    // Behind one that gave up, the next still waits for the one before it.
    turns.last = turn.then(() => left);
    try {
      if (!(await comesSoon(turn))) throw busy();
      return await work();
    } finally {
      leave();
      turns.admitted -= 1;
      if (turns.admitted === 0) this.turns.delete(who);
    }
  }
}

const busy = () => new Problem('report.busy', { retryAfter: RETRY_SECONDS });

async function comesSoon(turn: Promise<void>): Promise<boolean> {
  const over = new AbortController();
  try {
    return await Promise.race([
      turn.then(() => true),
      pause(TURN_MILLISECONDS, false, { signal: over.signal }),
    ]);
  } finally {
    over.abort();
  }
}

const desks = new WeakMap<Database, ReportDesk>();

/** The desk before the pool `report`: reports on a screen and exact counts stand at the same one. */
export function reportDeskOf(database: Database): ReportDesk {
  const desk = desks.get(database) ?? new ReportDesk();
  desks.set(database, desk);
  return desk;
}
