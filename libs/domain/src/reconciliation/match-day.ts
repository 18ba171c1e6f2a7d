import { CallLog } from './call-log';
import { BY_AMOUNT, BY_CUSTOMER, Fitting, type Evidence } from './evidence';
import { matchBatches } from './match-batches';
import { annulled, atBank, hereAlone, paired, type Day } from './items';
import { judgePair } from './judge-pair';
import {
  journalOf,
  type BankEntry,
  type ChannelCall,
  type MatchBasis,
  type OurEntry,
  type ReconciledItem,
} from './reconciled-item';
import { settledKey } from './settled-key';
import type { SettlementTerms } from './settlement-calendar';

/** Both sides of one bank's day, and its calls that are about it. */
export interface DayToMatch {
  /** `YYYY-MM-DD` of the file. */
  readonly day: string;
  /** Ours of the day, carried to it, and of the days beside it that nothing stands for yet; each once. */
  readonly ours: readonly OurEntry[];
  readonly lines: readonly BankEntry[];
  readonly calls: readonly ChannelCall[];
  /** References and request ids (`settledKey`) of payments here that are not among `ours`: settled, or matched already. */
  readonly settled: ReadonlySet<string>;
  readonly terms: Pick<SettlementTerms, 'feePerPayment' | 'mdrPpm'>;
  /** Those of `ours` whose own day is closed and which an item of this day had: no other day can say any more that they are missing. */
  readonly freed?: ReadonlySet<number>;
  /** Movements that were booked by mistake, each with the one that took it back (`joinTakenBack`). */
  readonly takenBack?: ReadonlyMap<number, number>;
}

/**
 * Puts our books, our channel log and the bank's file against each other. Each of ours of the day and each line that has
 * settled is in exactly one item (a settlement batch in one item of its own and one for each payment in it), so that the
 * sums of the items are the sums of both sides.
 *
 * Keys, strongest first: reference; request id; customer or virtual account with amount and date ± 1 day; amount, date
 * and channel. Only the first two name a payment; by the others two belong together only when neither could belong to
 * anything else. Source: specification 3.5, issue of the reconciliation, money-core.
 */
export function matchDay(input: DayToMatch): ReconciledItem[] {
  const day = new MatchedDay(input);
  day.byName();
  day.byEvidence(BY_CUSTOMER);
  day.byEvidence(BY_AMOUNT);
  day.batches();
  return day.rest();
}

/** Lines that may be about one payment: same reference, request id, or the bank's own number in its place. */
interface Group {
  readonly ours: OurEntry | null;
  readonly known: boolean;
  readonly credits: { readonly line: BankEntry; readonly basis: MatchBasis }[];
  readonly debits: BankEntry[];
}

class MatchedDay {
  private readonly items: ReconciledItem[] = [];
  private readonly used = new Set<number>();
  private readonly loose = new Set<BankEntry>();
  private readonly pending = new Map<number, BankEntry>();
  private readonly byReference = new Map<string, OurEntry>();
  private readonly paidOut = new Map<string, OurEntry>();
  private readonly byRequest = new Map<string, OurEntry>();
  private readonly callReference = new Map<string, string>();
  private readonly day: Day;

  constructor(private readonly input: DayToMatch) {
    for (const entry of input.ours) {
      if (entry.reference !== null) this.referenced(entry, entry.reference);
      if (entry.requestId !== null) this.byRequest.set(entry.requestId, entry);
    }
    for (const { requestId, reference, accepted } of input.calls)
      if (accepted && requestId !== null && reference !== null) this.callReference.set(requestId, reference);
    this.day = { terms: input.terms, calls: new CallLog(input.calls) };
  }

  /** What was paid out of our account and paid back into it bears one reference, and is two movements. */
  private referenced(entry: OurEntry, reference: string): void {
    const movement = journalOf(entry.id) !== null;
    const names = movement && entry.kind === 'REVERSAL' ? this.paidOut : this.byReference;
    // A slip's number may be the reference of a payment as well: the line is about the payment.
    if (!movement || !names.has(reference)) names.set(reference, entry);
  }

  /** Everything that names its payment. */
  byName(): void {
    const groups = new Map<string, Group>();
    for (const line of this.input.lines) {
      if (line.kind === 'FEE' || line.kind === 'SETTLEMENT_BATCH') continue;
      const named = this.named(line);
      if (line.bookedOn === null) {
        // Announced and not settled: it stands for nothing, but says why ours is not there yet.
        if (named.ours !== null) this.pending.set(named.ours.id, line);
        continue;
      }
      const group = groups.get(named.key) ?? {
        ours: named.ours,
        known: named.known,
        credits: [],
        debits: [],
      };
      if (line.direction === 'DEBIT') group.debits.push(line);
      else group.credits.push({ line, basis: named.basis });
      groups.set(named.key, group);
    }
    for (const group of groups.values()) this.settleGroup(group);
  }

  private named(line: BankEntry): { key: string; ours: OurEntry | null; known: boolean; basis: MatchBasis } {
    const { reference, requestId, bankReference } = line;
    const called = requestId === null ? undefined : this.callReference.get(requestId);
    const byReference = this.ourOf(reference, line);
    if (byReference !== undefined) return found(byReference, 'REFERENCE');
    const byRequest =
      requestId === null ? undefined : (this.byRequest.get(requestId) ?? this.ourOf(called ?? null, line));
    if (byRequest !== undefined) return found(byRequest, 'REQUEST_ID');
    const byBank = this.ourOf(bankReference, line);
    if (byBank !== undefined) return found(byBank, 'REFERENCE');
    const known = [
      ...[reference, called, bankReference].map((value) => ['reference', value] as const),
      ['request', requestId] as const,
    ].some(
      ([kind, value]) =>
        value !== null && value !== undefined && this.input.settled.has(settledKey(kind, value)),
    );
    const key = reference === null ? `line:${String(line.id)}` : `reference:${reference}`;
    return { key, ours: null, known, basis: 'NONE' };
  }

  private ourOf(reference: string | null, { direction }: BankEntry): OurEntry | undefined {
    if (reference === null) return undefined;
    return (
      (direction === 'DEBIT' ? this.paidOut.get(reference) : undefined) ?? this.byReference.get(reference)
    );
  }

  private settleGroup({ ours, known, credits, debits }: Group): void {
    // The strongest evidence is the payment; what else says the same is said twice.
    credits.sort(
      (a, b) => Number(b.basis === 'REFERENCE') - Number(a.basis === 'REFERENCE') || a.line.id - b.line.id,
    );
    const reversal = ours !== null && credits.length === 0 ? this.takenBackHere(ours) : null;
    const taken =
      ours?.kind === 'REVERSAL'
        ? this.settleReversal(ours, debits)
        : reversal && this.settleReversal(reversal, debits);
    const debitsLeft = debits.filter((line) => line !== taken);
    // What the bank took back itself, from the end: the first credit stays the payment as long as one is left.
    const back: { credit: BankEntry; debit: BankEntry }[] = [];
    while (credits.length > 0 && debitsLeft.length > 0) {
      const [credit, debit] = [credits.pop(), debitsLeft.shift()];
      if (credit !== undefined && debit !== undefined) back.push({ credit: credit.line, debit });
    }
    const [first, ...more] = credits;
    if (ours?.kind === 'PAYMENT') this.settlePayment(ours, first, back);
    else if (first !== undefined && known) more.unshift(first);
    else if (first !== undefined) this.loose.add(first.line);
    for (const { credit, debit } of back) this.items.push(annulled(credit, debit));
    for (const { line } of more) this.items.push(atBank('DUPLICATE_AT_BANK', line, this.day));
    for (const line of debitsLeft)
      // Paid out, and perhaps by us; what the bank took back is not.
      if (ours === null && !known && line.kind === 'OTHER') this.loose.add(line);
      else this.items.push(atBank('AT_BANK_NOT_HERE', line, this.day));
  }

  private settlePayment(
    ours: OurEntry,
    first: Group['credits'][number] | undefined,
    back: { credit: BankEntry; debit: BankEntry }[],
  ): void {
    if (first === undefined) {
      if (back.length === 0) return;
      // Paid and taken back there: here it is reversed as well, or it is missing at the bank.
      const last = back.shift();
      this.use(ours);
      if (last !== undefined) this.items.push(hereAlone(ours, this.ownType(ours), last));
      return;
    }
    this.use(ours);
    this.items.push(paired(ours, first.line, first.basis, judgePair(ours, first.line, this.input.terms)));
  }

  private settleReversal(ours: OurEntry, debits: readonly BankEntry[]): BankEntry | null {
    const line = debits.find((one) => one.amount === ours.amount && one.sen === 0) ?? debits[0];
    if (line === undefined) return null;
    this.use(ours);
    this.items.push(
      paired(ours, line, 'REFERENCE', {
        type: line.amount === ours.amount && line.sen === 0 ? 'MATCHED' : 'AMOUNT_DIFFERS',
        fee: 0,
      }),
    );
    return line;
  }

  /** Two that fit only each other belong together; wherever there is a choice, a person makes it. */
  byEvidence(evidence: Evidence): void {
    const free = this.freeOurs();
    const ours = new Fitting(free, evidence.ours);
    const lines = new Fitting([...this.loose], evidence.line);
    for (const line of [...this.loose]) {
      const entries = ours.of(evidence.line(line));
      const [only] = entries;
      if (only === undefined) continue;
      this.loose.delete(line);
      if (entries.length === 1 && lines.of(evidence.ours(only)).length === 1) {
        this.use(only);
        this.items.push(paired(only, line, evidence.basis, judgePair(only, line, this.input.terms)));
      } else {
        const ids = entries.map(({ id }) => id);
        this.items.push(atBank('SEVERAL_CANDIDATES', line, this.day, ids));
      }
    }
    for (const entry of free) {
      if (this.used.has(entry.id) || !this.isOfDay(entry)) continue;
      const ids = lines.of(evidence.ours(entry)).map(({ id }) => id);
      if (ids.length === 0) continue;
      this.use(entry);
      this.items.push({ ...hereAlone(entry, 'SEVERAL_CANDIDATES'), candidates: ids });
    }
  }

  /** One credit for many payments. */
  batches(): void {
    const lines = this.input.lines.filter(
      (line) => line.kind === 'SETTLEMENT_BATCH' && line.bookedOn !== null,
    );
    const found = matchBatches(lines, [...this.freeOurs()], this.day);
    for (const id of found.used) this.used.add(id);
    // One by one: as arguments of one call there would be too many.
    for (const item of found.items) this.items.push(item);
  }

  rest(): ReconciledItem[] {
    const { input, day } = this;
    for (const line of this.loose) this.items.push(atBank('AT_BANK_NOT_HERE', line, day));
    for (const line of input.lines)
      if (line.kind === 'FEE' && line.bookedOn !== null) {
        const agreed = input.terms.feePerPayment;
        const usual = line.direction === 'DEBIT' && line.sen === 0 && line.amount === agreed;
        this.items.push({
          ...atBank(usual ? 'MATCHED' : 'FEE_DIFFERS', line, day),
          ...(usual ? { fee: line.amount } : {}),
        });
      }
    for (const ours of input.ours)
      if (!this.used.has(ours.id)) {
        const back = this.takenBackHere(ours);
        if (this.isOfDay(ours)) this.items.push(hereAlone(ours, this.ownType(ours)));
        else if (back !== null && !this.used.has(back.id))
          this.items.push(hereAlone(back, this.ownType(back)));
      }
    return this.items;
  }

  /**
   * What took back a payment of another day, and is of this one: an item of its own, unless that payment is settled here and
   * takes it along. Movements are joined with what gave them back within one day only.
   */
  private takenBackHere(ours: OurEntry): OurEntry | null {
    const { reversedBy: id } = ours;
    if (id === null || this.isOfDay(ours) || journalOf(ours.id) !== null) return null;
    const { day } = this.input;
    return { ...ours, id, kind: 'REVERSAL', requestId: null, day, reversedBy: null, twin: false };
  }

  /** What a posting is that the bank's file does not have. */
  private ownType(ours: OurEntry): ReconciledItem['type'] {
    if (ours.reversedBy !== null) return 'MATCHED';
    if (this.pending.has(ours.id)) return 'NEXT_BUSINESS_DAY';
    return ours.twin ? 'DUPLICATE_HERE' : 'HERE_NOT_AT_BANK';
  }

  private freeOurs(): OurEntry[] {
    return this.input.ours.filter(
      (entry) =>
        (entry.kind === 'PAYMENT' || journalOf(entry.id) !== null) &&
        entry.reversedBy === null &&
        !this.used.has(entry.id) &&
        !this.pending.has(entry.id),
    );
  }

  private isOfDay(ours: OurEntry): boolean {
    return ours.carried || ours.day === this.input.day || this.input.freed?.has(ours.id) === true;
  }

  private use(ours: OurEntry): void {
    this.used.add(ours.id);
  }
}

function found(ours: OurEntry, basis: MatchBasis) {
  return { key: `ours:${String(ours.id)}`, ours, known: true, basis };
}
