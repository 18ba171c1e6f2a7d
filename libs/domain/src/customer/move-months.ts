import { nextPeriod, type Period } from '../time';

/** What the months say of one customer before a move. */
export interface MonthsSoFar {
  /** The newest month of which anything was issued, whatever became of it; null when nothing was. */
  readonly issued: Period | null;
  /** The month the last move counts from; null when there was none. */
  readonly moved: Period | null;
}

export interface MoveMonths {
  /** No month before it may be moved; null when every month may. */
  readonly earliest: Period | null;
  /** The month a move counts from unless somebody says otherwise, and the last one it may count from. */
  readonly usual: Period;
}

/**
 * From which month on a customer may belong to another region or route. A month of which a bill was issued stays where it
 * was: it is in reports that were printed. A month after the running one is nobody's yet, unless the running one is billed
 * already. Reports by area therefore never change after the fact.
 *
 * Worked: issued up to 2025-12, moved on 3 February 2026 → from 2026-01 at the earliest, 2026-02 as a rule.
 */
export function moveMonths({ issued, moved }: MonthsSoFar, running: Period): MoveMonths {
  const unbilled = issued === null ? null : nextPeriod(issued);
  const earliest = later(unbilled, moved);
  return { earliest, usual: later(running, earliest) };
}

/**
 * The month a move of several counts from unless somebody says otherwise: the running one, or the one after it when that is
 * billed of any of them. Whoever cannot be moved by then, because something of a later month is paid already, holds up no
 * other and is named; when nobody can, it is the first month in which one of them may be.
 *
 * Worked: in January one is billed up to January and one has paid an instalment of April ahead → February, without the second.
 */
export function usualOfAll(each: readonly MoveMonths[], running: Period): Period {
  const usual = each.map((months) => months.usual).sort();
  const soon = usual.filter((month) => month <= nextPeriod(running));
  return soon.at(-1) ?? usual[0] ?? running;
}

/** Why a move may not count from a month; null when it may. */
export function moveRefusal(from: Period, { earliest, usual }: MoveMonths): 'BILLED' | 'TOO_LATE' | null {
  if (earliest !== null && from < earliest) return 'BILLED';
  return from > usual ? 'TOO_LATE' : null;
}

function later(a: Period, b: Period | null): Period;
function later(a: Period | null, b: Period | null): Period | null;
function later(a: Period | null, b: Period | null): Period | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
