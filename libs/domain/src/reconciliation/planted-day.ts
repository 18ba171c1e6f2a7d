import { addDays, businessDate } from '../time';
import type { DayToMatch } from './match-day';
import type { BankEntry, OurEntry } from './reconciled-item';

/** For tests: ways a true day can be spoilt, each with what must be found. */
export const PLANTS = [
  'MISSING',
  'EXTRA',
  'DUPLICATE',
  'AMOUNT',
  'SEN',
  'NEXT_DAY',
  'REVERSED',
  'FEE',
  'TWICE_HERE',
  'OTHER_CUSTOMER',
] as const;
type Plant = (typeof PLANTS)[number];

/** A small generator of its own, so that a seed means the same day here and in a database. */
function random(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const CHANNELS = ['TELLER', 'ATM', 'MOBILE', 'AGENT'];
const FIRST_LINE = 1_000_001;

/**
 * A day on which both sides agree, and what becomes of it when `breaks` of its rows are spoilt.
 * @returns the two sides, and what must be found: `type ours line` of each break, nothing else
 */
export function plantedDay(wanted: {
  readonly seed: number;
  readonly size: number;
  readonly breaks: number;
  readonly day: string;
}): { readonly input: DayToMatch; readonly planted: Plant[]; readonly expected: string[] } {
  const { seed, size, breaks, day } = wanted;
  const next = random(seed);
  const ours: OurEntry[] = [];
  const lines: BankEntry[] = [];
  for (let index = 0; index < size; index += 1) {
    const entry = truePayment(index, day, next);
    ours.push(entry);
    lines.push(trueLine(index, entry, index % 5));
  }
  const expected: string[] = [];
  const planted: Plant[] = [];
  const free = ours.map((_, index) => index);
  for (let count = 0; count < Math.min(breaks, size); count += 1) {
    const [index = 0] = free.splice(next(free.length), 1);
    // What a line without a name says can only be missing or late; anything else it says is another line.
    const plants = index % 5 === 4 ? (['MISSING', 'NEXT_DAY'] as const) : PLANTS;
    const plant = plants[next(plants.length)] ?? 'MISSING';
    planted.push(plant);
    expected.push(spoil({ plant, index, ours, lines, day, next }));
  }
  // A file may be re-exported in any order; a line that is gone leaves its place empty.
  const kept = lines.filter((line) => line.amount > 0).sort((a, b) => (a.id % 7) - (b.id % 7) || a.id - b.id);
  const terms = { feePerPayment: null, mdrPpm: null };
  return { input: { day, ours, lines: kept, calls: [], settled: new Set(), terms }, planted, expected };
}

function truePayment(index: number, day: string, next: (below: number) => number): OurEntry {
  return {
    // Above whatever a database of tests has already.
    id: 10_001 + index,
    kind: 'PAYMENT',
    reference: `REF-${String(index)}`,
    requestId: `REQ-${String(index)}`,
    customerNumber: String(100_000_000_000 + index),
    vaNumber: null,
    channel: CHANNELS[next(CHANNELS.length)] ?? 'TELLER',
    amount: 50_000 + 500 * next(400),
    day,
    carried: false,
    reversedBy: null,
    twin: false,
  };
}

/** @param named 3: by its request id; 4: by customer and amount alone */
function trueLine(index: number, entry: OurEntry, named: number): BankEntry {
  return {
    id: FIRST_LINE + index,
    bookedOn: entry.day,
    direction: 'CREDIT',
    amount: entry.amount,
    sen: 0,
    kind: 'PAYMENT',
    reference: named >= 3 ? null : entry.reference,
    bankReference: `B${String(index)}`,
    requestId: named === 3 ? entry.requestId : null,
    vaNumber: null,
    customerNumber: named === 4 || named === 1 ? entry.customerNumber : null,
    channel: null,
    fee: null,
    gross: null,
    carried: false,
  };
}

function spoil(at: {
  readonly plant: Plant;
  readonly index: number;
  readonly ours: OurEntry[];
  readonly lines: BankEntry[];
  readonly day: string;
  readonly next: (below: number) => number;
}): string {
  const { plant, index, ours, lines, day, next } = at;
  const [entry, line] = [ours[index], lines[index]];
  if (entry === undefined || line === undefined) throw new RangeError(`no row ${String(index)}`);
  const [own, its] = [String(entry.id), String(line.id)];
  const change = (changed: Partial<BankEntry>) => {
    lines[index] = { ...line, ...changed };
  };
  const added = FIRST_LINE + lines.length;
  switch (plant) {
    case 'MISSING':
      change({ amount: 0 });
      return `HERE_NOT_AT_BANK ${own} null`;
    case 'EXTRA':
      lines.push({
        ...line,
        id: added,
        reference: `X-${its}`,
        bankReference: `XB-${its}`,
        requestId: null,
        customerNumber: null,
      });
      return `AT_BANK_NOT_HERE null ${String(added)}`;
    case 'DUPLICATE':
      lines.push({ ...line, id: added });
      return `DUPLICATE_AT_BANK null ${String(added)}`;
    case 'AMOUNT':
      change({ amount: line.amount + (next(2) === 0 ? 1 + next(50_000) : -1 - next(40_000)) });
      return `AMOUNT_DIFFERS ${own} ${its}`;
    case 'SEN':
      change({ sen: 1 + next(99) });
      return `AMOUNT_DIFFERS ${own} ${its}`;
    case 'NEXT_DAY':
      change({ bookedOn: addDays(businessDate(day), 1) });
      return `NEXT_BUSINESS_DAY ${own} ${its}`;
    case 'REVERSED':
      ours[index] = { ...entry, reversedBy: 500_000 + entry.id };
      return `REVERSED_HERE_PAID_THERE ${own} ${its}`;
    case 'FEE':
      change({ gross: line.amount, fee: 2_500, amount: line.amount - 2_500 });
      return `MDR ${own} ${its}`;
    case 'TWICE_HERE': {
      const second = {
        ...entry,
        id: 200_000 + entry.id,
        reference: `TW-${own}`,
        requestId: null,
        twin: true,
      };
      ours[index] = { ...entry, twin: true };
      ours.push(second);
      return `DUPLICATE_HERE ${String(second.id)} null`;
    }
    case 'OTHER_CUSTOMER':
      change({ customerNumber: String(900_000_000_000 + index) });
      return `WRONG_CUSTOMER ${own} ${its}`;
  }
}
