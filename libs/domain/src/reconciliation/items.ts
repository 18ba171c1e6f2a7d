import type { Judgement } from './judge-pair';
import type {
  BankEntry,
  CallFinding,
  ItemType,
  MatchBasis,
  OurEntry,
  ReconciledItem,
} from './reconciled-item';
import type { SettlementTerms } from './settlement-calendar';

/** What judging an item of a day needs beside its two sides. */
export interface Day {
  readonly terms: Pick<SettlementTerms, 'feePerPayment' | 'mdrPpm'>;
  readonly calls: { of: (line: BankEntry) => CallFinding };
}

const NOTHING: ReconciledItem = {
  type: 'MATCHED',
  basis: 'NONE',
  ours: null,
  reversal: null,
  line: null,
  reversalLine: null,
  ourAmount: 0,
  bankAmount: 0,
  sen: 0,
  fee: 0,
  candidates: [],
  call: null,
};

/** Money in is above zero. */
export function movedBy({ direction, amount, sen }: BankEntry): { rupiah: number; sen: number } {
  // Not −0, which no comparison of tests or JSON would forgive.
  return direction === 'CREDIT' ? { rupiah: amount, sen } : { rupiah: 0 - amount, sen: 0 - sen };
}

function owedFor(ours: OurEntry): number {
  if (ours.reversedBy !== null) return 0;
  return ours.kind === 'REVERSAL' ? -ours.amount : ours.amount;
}

/** A payment, or a reversal of an earlier day, and its line. */
export function paired(
  ours: OurEntry,
  line: BankEntry,
  basis: MatchBasis,
  { type, fee }: Judgement,
): ReconciledItem {
  const moved = movedBy(line);
  return {
    ...NOTHING,
    type: ours.reversedBy === null ? type : 'REVERSED_HERE_PAID_THERE',
    basis,
    ours: ours.id,
    reversal: ours.reversedBy,
    line: line.id,
    ourAmount: owedFor(ours),
    bankAmount: moved.rupiah,
    sen: moved.sen,
    fee,
  };
}

/** A line, or a fee, nothing of ours stands for. */
export function atBank(
  type: ItemType,
  line: BankEntry,
  day: Day,
  candidates: readonly number[] = [],
): ReconciledItem {
  const moved = movedBy(line);
  const call = line.kind === 'FEE' ? null : day.calls.of(line);
  return { ...NOTHING, type, line: line.id, bankAmount: moved.rupiah, sen: moved.sen, candidates, call };
}

/** Ours, with nothing at the bank, or with something the bank took back itself: whole, or it kept or gave a difference. */
export function hereAlone(
  ours: OurEntry,
  type: ItemType,
  back?: { readonly credit: BankEntry; readonly debit: BankEntry },
): ReconciledItem {
  const net = back === undefined ? NOTHING : annulled(back.credit, back.debit);
  const whole = net.bankAmount === 0 && net.sen === 0;
  const judged = type === 'MATCHED' && !whole ? 'AMOUNT_DIFFERS' : type;
  return { ...net, type: judged, ours: ours.id, reversal: ours.reversedBy, ourAmount: owedFor(ours) };
}

/** Paid and taken back at the bank, of nobody here. */
export function annulled(credit: BankEntry, debit: BankEntry): ReconciledItem {
  const [came, went] = [movedBy(credit), movedBy(debit)];
  const bankAmount = came.rupiah + went.rupiah;
  const sen = came.sen + went.sen;
  const type = bankAmount === 0 && sen === 0 ? 'MATCHED' : 'AMOUNT_DIFFERS';
  return { ...NOTHING, type, line: credit.id, reversalLine: debit.id, bankAmount, sen };
}
