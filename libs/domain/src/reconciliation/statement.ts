import type { AccountCode } from '../journal/chart-of-accounts';
import { matchDay, type DayToMatch } from './match-day';
import type { BankEntry, OurEntry, ReconciledItem } from './reconciled-item';

/**
 * Whose statement of a day is put against our books: a bank's, which owes us what it collected; that of a supplier of PPOB,
 * which holds a deposit of ours or is owed; that of a partner, who sells out of what it has paid in.
 */
export const STATEMENT_KINDS = ['BANK', 'SUPPLIER', 'PARTNER'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

interface StatementDefinition {
  /** What a usual line does to the account it is a statement of: money collected for us comes, a purchase is taken off. */
  readonly usual: BankEntry['direction'];
  /** The accounts whose journals are its movements. Of a bank only where it keeps our account. */
  readonly movements: readonly AccountCode[];
}

export const STATEMENTS: Readonly<Record<StatementKind, StatementDefinition>> = {
  BANK: { usual: 'CREDIT', movements: ['1110'] },
  SUPPLIER: { usual: 'DEBIT', movements: ['1150', '2160'] },
  PARTNER: { usual: 'CREDIT', movements: ['2140'] },
};

/**
 * `matchDay` for any statement. The law calls the usual line a payment; where what is usual goes out, both sides are turned
 * round for it and what it finds is turned back, so that amounts keep their sign: above zero is in our favour.
 */
export function matchStatement(kind: StatementKind, input: DayToMatch): ReconciledItem[] {
  const items =
    STATEMENTS[kind].usual === 'CREDIT'
      ? matchDay(input)
      : matchDay({
          ...input,
          ours: input.ours.map(turnedEntry),
          lines: input.lines.map(turnedLine),
        }).map(turnedBack);
  return joinTakenBack(items, input.takenBack ?? new Map<number, number>());
}

/**
 * What was paid by our books alone and taken back there: where no statement says either, they are one thing that did not
 * happen, and no difference of two. What the statement says of one of them stays a difference of the other.
 */
function joinTakenBack(
  items: readonly ReconciledItem[],
  takenBack: ReadonlyMap<number, number>,
): ReconciledItem[] {
  const alone = new Map(
    items.flatMap((item) =>
      item.type === 'HERE_NOT_AT_BANK' && item.line === null && item.ours !== null ? [[item.ours, item]] : [],
    ),
  );
  const joined = new Map<ReconciledItem, ReconciledItem | null>();
  for (const [paid, back] of takenBack) {
    const [first, second] = [alone.get(paid), alone.get(back)];
    if (first === undefined || second === undefined || first.ourAmount + second.ourAmount !== 0) continue;
    joined.set(first, { ...first, type: 'MATCHED', reversal: back, ourAmount: 0 });
    joined.set(second, null);
  }
  return items.flatMap((item) => {
    const other = joined.get(item);
    return other === undefined ? [item] : (other ?? []);
  });
}

function turnedEntry(ours: OurEntry): OurEntry {
  return { ...ours, kind: ours.kind === 'PAYMENT' ? 'REVERSAL' : 'PAYMENT' };
}

/** A charge that names what it is for is a purchase, whatever words of fees stand in its text. */
function turnedLine(line: BankEntry): BankEntry {
  const out = line.direction === 'DEBIT';
  const named = line.reference !== null || line.bankReference !== null;
  const kind =
    out && (line.kind === 'OTHER' || (line.kind === 'FEE' && named))
      ? 'PAYMENT'
      : !out && line.kind === 'PAYMENT'
        ? 'OTHER'
        : line.kind;
  return { ...line, kind, direction: out ? 'CREDIT' : 'DEBIT' };
}

function turnedBack(item: ReconciledItem): ReconciledItem {
  // Not −0.
  return {
    ...item,
    ourAmount: 0 - item.ourAmount,
    bankAmount: 0 - item.bankAmount,
    sen: 0 - item.sen,
    fee: 0 - item.fee,
  };
}

/** One of our movements, as `withoutGivenBack` needs it. */
export interface AccountMovement {
  /** The sale or payment that was taken and perhaps given back; null: nothing of the kind. */
  readonly subject: string | null;
  readonly entry: OurEntry;
}

/**
 * What was taken and given back again within one day of the statement is one thing, as a payment and its reversal are. What
 * is given back on a later day is a movement of that day: each statement says its own.
 * @param day of the statement, `YYYY-MM-DD`, to which belongs what was carried
 */
export function withoutGivenBack(movements: readonly AccountMovement[], day: string): OurEntry[] {
  const dayOf = (entry: OurEntry): string => (entry.carried ? day : entry.day);
  const back = new Map<string, OurEntry>();
  for (const { subject, entry } of movements)
    if (subject !== null && entry.kind === 'REVERSAL') back.set(subject, entry);
  const given = new Set<number>();
  const kept = movements.map(({ subject, entry }): OurEntry => {
    const other = subject === null || entry.kind === 'REVERSAL' ? undefined : back.get(subject);
    if (other?.amount !== entry.amount || given.has(other.id) || dayOf(other) !== dayOf(entry)) return entry;
    given.add(other.id);
    return { ...entry, reversedBy: other.id };
  });
  return kept.filter(({ id }) => !given.has(id));
}
