/*
 * Customer numbers have no secret in them: a region, a route, a running number. Who counts upwards meets a customer with one
 * guess in ten or better, from as many addresses as they care to rent. What gives them away is not the address but the
 * numbers: many of one street within minutes, or many that nobody has. See docs/adr/0024.
 */

export const WINDOW_MILLISECONDS = 10 * 60_000;

/** How far to both sides of a number others count as its neighbours: who asks for a thousand in a row meets themselves. */
export const NEIGHBOURHOOD = 1_000;

/** Different numbers of one neighbourhood. The busiest street on the last day to pay stays well below. */
const NUMBERS_NEARBY = 25;
/** Numbers that nobody has. Typing errors do not come here: the check digit catches them. */
const MISSES_NEARBY = 6;
const MISSES_IN_ALL = 100;
/** Of one network, before it is asked alone; no more of it count in all, so that it takes ten to trouble everybody. */
export const MISSES_OF_A_NETWORK = 10;

/** What was asked for in the window, the number in question left out. Numbers count once, however often asked for. */
export interface RecentGuesses {
  readonly numbersNearby: number;
  readonly missesNearby: number;
  readonly missesOfNetwork: number;
  /** Of each network `MISSES_OF_A_NETWORK` at most. */
  readonly missesInAll: number;
}

/** Whether the next number is shown to nobody who cannot prove to belong to it. */
export function looksLikeGuessing(recent: RecentGuesses): boolean {
  return (
    recent.numbersNearby >= NUMBERS_NEARBY ||
    recent.missesNearby >= MISSES_NEARBY ||
    recent.missesOfNetwork >= MISSES_OF_A_NETWORK ||
    recent.missesInAll >= MISSES_IN_ALL
  );
}

/** A customer number on the line of all of them: without the check digit they are consecutive within a route. */
export function positionOf(customerNumber: string): number {
  return Number(customerNumber.slice(0, -1));
}
