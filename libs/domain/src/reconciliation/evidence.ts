import { addDays, type BusinessDate } from '../time';
import { journalOf, type BankEntry, type MatchBasis, type OurEntry } from './reconciled-item';

/**
 * What a payment of ours and a line without its reference may have in common. They fit when they share a key: whoever looks
 * for what fits looks it up, and compares nothing with everything, for the smallest bill is paid by thousands a day.
 */
export interface Evidence {
  readonly basis: MatchBasis;
  readonly ours: (entry: OurEntry) => readonly string[];
  readonly line: (line: BankEntry) => readonly string[];
}

/** Its date says nothing of what was carried: that fits any. */
const ANY_DAY = 'any';
const CARRIED = 'carried';

const daysOfOurs = ({ carried, day }: OurEntry): readonly string[] => [carried ? CARRIED : day, ANY_DAY];

function daysOfLine({ carried, bookedOn }: BankEntry, around: number): readonly string[] {
  if (carried || bookedOn === null) return [ANY_DAY];
  const day = bookedOn as BusinessDate;
  const days = Array.from({ length: 2 * around + 1 }, (_, index) => addDays(day, index - around));
  return [...days, CARRIED];
}

function keys(
  { amount, into }: { readonly amount: number; readonly into: boolean },
  whose: readonly string[],
  days: readonly string[],
): readonly string[] {
  const money = `${into ? '+' : '-'}${String(amount)}`;
  return whose.flatMap((one) => days.map((day) => `${money} ${one} ${day}`));
}

const oursInto = ({ amount, kind }: OurEntry) => ({ amount, into: kind === 'PAYMENT' });
const lineInto = ({ amount, direction }: BankEntry) => ({ amount, into: direction === 'CREDIT' });

/** A customer's number is so long, and a fixed virtual account ends with it; one of a checkout is its own. */
const NUMBER_LENGTH = 12;
const CUSTOMER = (value: string): string => `customer:${value}`;
const VA = (value: string): string => `va:${value}`;

/** Customer or virtual account, the amount, and the date a day around. */
export const BY_CUSTOMER: Evidence = {
  basis: 'CUSTOMER',
  ours: (entry) => {
    const { customerNumber, vaNumber } = entry;
    if (customerNumber === null) return [];
    const whose = [CUSTOMER(customerNumber), ...(vaNumber === null ? [] : [VA(vaNumber)])];
    return keys(oursInto(entry), whose, daysOfOurs(entry));
  },
  line: (line) => {
    const { customerNumber, vaNumber, sen } = line;
    if (sen !== 0 || (customerNumber ?? vaNumber) === null) return [];
    const whose =
      customerNumber === null
        ? [VA(vaNumber ?? ''), CUSTOMER((vaNumber ?? '').slice(-NUMBER_LENGTH))]
        : [CUSTOMER(customerNumber)];
    return keys(lineInto(line), whose, daysOfLine(line, 1));
  },
};

/** Where money was brought to the bank is not in our books. */
const MOVEMENT = 'movement';

/** Amount, date and channel, where the line names nobody. */
export const BY_AMOUNT: Evidence = {
  basis: 'AMOUNT',
  ours: (entry) =>
    keys(
      oursInto(entry),
      [journalOf(entry.id) === null ? `channel:${entry.channel}` : MOVEMENT],
      daysOfOurs(entry),
    ),
  line: (line) => {
    const { reference, customerNumber, vaNumber, channel, sen } = line;
    if (sen !== 0 || (reference ?? customerNumber ?? vaNumber) !== null) return [];
    const whose = [...(channel === null ? [] : [`channel:${channel}`]), MOVEMENT];
    return keys(lineInto(line), whose, daysOfLine(line, 0));
  },
};

/** Among more than these nobody chooses by hand; that there is a choice is told all the same. */
const MOST_CANDIDATES = 20;

/** What fits of one side, looked up by the keys of the other. */
export class Fitting<Side extends { readonly id: number }> {
  private readonly byKey = new Map<string, Side[]>();

  constructor(sides: readonly Side[], keysOf: (side: Side) => readonly string[]) {
    // The first candidates of many are the same at each run.
    for (const side of [...sides].sort((a, b) => a.id - b.id))
      for (const key of keysOf(side)) {
        const same = this.byKey.get(key);
        if (same === undefined) this.byKey.set(key, [side]);
        else same.push(side);
      }
  }

  /** As many as are told, by number. */
  of(asked: readonly string[]): readonly Side[] {
    const found = new Set<Side>();
    for (const key of asked)
      for (const side of (this.byKey.get(key) ?? []).slice(0, MOST_CANDIDATES)) found.add(side);
    return [...found].sort((a, b) => a.id - b.id).slice(0, MOST_CANDIDATES);
  }
}
