/*
 * Customer numbers have no secret in them: a region, a route, a running number. Who counts upwards meets a customer with one
 * guess in ten or better, from as many addresses as they care to rent. And on the day bills are due a carrier puts fifty
 * thousand honest people behind one of them. So it is not calls that are counted, nor addresses alone, but what is asked:
 * numbers that are new to whoever asks, numbers side by side, and numbers that nobody has. See docs/adr/0024 and 0041.
 */

/** How long what was asked counts. */
export const LOOK_UP_WINDOW_SECONDS = 600;

/** How far to both sides of a number others count as its neighbours: who asks for a thousand in a row meets themselves. */
export const NEIGHBOURHOOD = 1_000;

/** Different new numbers of one neighbourhood. The busiest street on the last day to pay stays below: see the spec. */
const NUMBERS_NEARBY = 25;
/** Numbers that nobody has. Typing errors do not come here: the check digit catches them. */
const MISSES_NEARBY = 6;
const MISSES_IN_ALL = 100;
/** Of one network, before it is asked alone; no more of it count in all, so that it takes ten to trouble everybody. */
export const MISSES_OF_A_NETWORK = 10;
/** A crowd mistypes now and then: of so many different numbers a network found, one more may miss. */
const FOUND_FOR_A_MISS = 100;
/** A network that walks along a street it knows is somebody reading the neighbours' bills behind a shared address. */
const KNOWN_NEARBY_OF_A_NETWORK = 40;

/**
 * Whether the number was opened before (half a year) from the very line of whoever asks, from its network only, as when a
 * carrier hands out another address of the same range, or from neither.
 */
export type Acquaintance = 'LINE' | 'NETWORK' | 'NOBODY';

/** What was asked for in the window, the number in question left out. Numbers count once, however often asked for. */
export interface RecentLookUps {
  /** Of those who did not know them. */
  readonly numbersNearby: number;
  readonly missesNearby: number;
  readonly missesOfNetwork: number;
  readonly foundOfNetwork: number;
  /** Of each network `MISSES_OF_A_NETWORK` at most. */
  readonly missesInAll: number;
  /** Numbers nearby which the network knew and asked for again. */
  readonly knownNearbyOfNetwork: number;
}

/**
 * Whether the next number is shown to nobody who cannot prove to belong to it. Nobody is turned away: the meter opens it.
 * A household that knows its number is not troubled by those who guess around it, only by a walk through its own network.
 */
export function asksForProof(acquaintance: Acquaintance, recent: RecentLookUps): boolean {
  if (acquaintance !== 'NOBODY' && recent.knownNearbyOfNetwork >= KNOWN_NEARBY_OF_A_NETWORK) return true;
  if (acquaintance === 'LINE') return false;
  return (
    recent.numbersNearby >= NUMBERS_NEARBY ||
    recent.missesNearby >= MISSES_NEARBY ||
    recent.missesOfNetwork >= missesAllowed(recent.foundOfNetwork) ||
    recent.missesInAll >= MISSES_IN_ALL
  );
}

/** How many numbers that nobody has a network may ask for, given how many different ones it found. */
export function missesAllowed(foundOfNetwork: number): number {
  return MISSES_OF_A_NETWORK + Math.floor(foundOfNetwork / FOUND_FOR_A_MISS);
}

/** Different numbers within `LOOK_UP_WINDOW_SECONDS`, after which the meter has to say who asks. */
export interface NumbersAllowed {
  readonly line: number;
  readonly network: number;
  readonly inAll: number;
}

/**
 * New numbers: what a stranger who guesses far apart can see, so no more than thirty a minute of a line, as it always was.
 * Known ones: a carrier's address that fifty thousand people share asks for some 670 numbers in the worst ten minutes of
 * the worst day; those who were here before are told apart from those who were not.
 */
export function numbersAllowed(acquaintance: Acquaintance): NumbersAllowed {
  return acquaintance === 'NOBODY'
    ? { line: 300, network: 3_000, inAll: 60_000 }
    : { line: 900, network: 30_000, inAll: 600_000 };
}

/**
 * A customer number on the line of all of them: without the check digit they are consecutive within a route.
 * @param customerNumber normalised: digits only
 */
export function positionOf(customerNumber: string): number {
  return Number(customerNumber.slice(0, -1));
}
