import { isChannel } from '../payment';
import { movedBy, type Day } from './items';
import { agreedFee, daysApart } from './judge-pair';
import type { BankEntry, OurEntry, ReconciledItem } from './reconciled-item';

/**
 * Credits that stand for many payments (QRIS): the gross is the sum of its payments, the net what came. Each payment of a
 * batch is one item, the batch itself another, which carries the fee.
 *
 * A batch takes all payments of its channel and day; when they come to too much and leaving out exactly one of them
 * makes the sum, that one is missing at the bank and is named so. Several batches of a channel take them in the order
 * they were posted, when that comes out to the rupiah.
 */
export function matchBatches(
  lines: readonly BankEntry[],
  ours: readonly OurEntry[],
  day: Day,
): { readonly items: ReconciledItem[]; readonly used: ReadonlySet<number> } {
  const items: ReconciledItem[] = [];
  const used = new Set<number>();
  for (const channel of new Set(lines.map(channelOf))) {
    const batches = lines.filter((line) => channelOf(line) === channel).sort((a, b) => a.id - b.id);
    const free = ours.filter(
      (entry) => entry.channel === channel && batches.some((line) => daysApart(entry, line) === 0),
    );
    const shares = share(
      batches,
      free.sort((a, b) => a.id - b.id),
    );
    for (const line of batches) {
      const members = shares.get(line);
      if (members === undefined) {
        items.push({
          ...batchItem(line, [], day),
          type: 'SEVERAL_CANDIDATES',
          candidates: free.map(({ id }) => id),
        });
        continue;
      }
      for (const entry of members) {
        used.add(entry.id);
        items.push(memberItem(entry, line));
      }
      items.push(batchItem(line, members, day));
    }
  }
  return { items, used };
}

/** A branch number in the column beside is no channel: many payments in one credit are QRIS. */
function channelOf({ channel }: BankEntry): string {
  return isChannel(channel) ? channel : 'QRIS';
}

function grossOf(line: BankEntry): number {
  return line.gross ?? line.amount + (line.fee ?? 0);
}

function sum(entries: readonly OurEntry[]): number {
  return entries.reduce((total, { amount }) => total + amount, 0);
}

/** The payments of each batch; a batch that is not in the answer could be several things. */
function share(
  batches: readonly BankEntry[],
  ours: readonly OurEntry[],
): ReadonlyMap<BankEntry, readonly OurEntry[]> {
  const [only, second] = batches;
  if (only !== undefined && second === undefined) return new Map([[only, ofOne(only, ours)]]);
  const shares = new Map<BankEntry, OurEntry[]>();
  let next = 0;
  for (const line of batches) {
    const members: OurEntry[] = [];
    let total = 0;
    for (let entry = ours[next]; entry !== undefined && total < grossOf(line); entry = ours[next]) {
      members.push(entry);
      total += entry.amount;
      next += 1;
    }
    if (total !== grossOf(line)) return new Map();
    shares.set(line, members);
  }
  return shares;
}

function ofOne(line: BankEntry, ours: readonly OurEntry[]): readonly OurEntry[] {
  const over = sum(ours) - grossOf(line);
  const leftOut = ours.filter(({ amount }) => amount === over);
  return over > 0 && leftOut.length === 1 ? ours.filter((entry) => entry !== leftOut[0]) : ours;
}

function memberItem(entry: OurEntry, line: BankEntry): ReconciledItem {
  return {
    type: 'MATCHED',
    basis: 'BATCH',
    ours: entry.id,
    reversal: null,
    line: line.id,
    reversalLine: null,
    ourAmount: entry.amount,
    bankAmount: entry.amount,
    sen: 0,
    fee: 0,
    candidates: [],
    call: null,
  };
}

function batchItem(line: BankEntry, members: readonly OurEntry[], day: Day): ReconciledItem {
  const moved = movedBy(line);
  const fee = line.fee ?? grossOf(line) - line.amount;
  const bankAmount = moved.rupiah - sum(members);
  const whole = bankAmount + fee === 0 && moved.sen === 0;
  return {
    type: whole ? feeType(members, fee, day) : 'AMOUNT_DIFFERS',
    basis: 'BATCH',
    ours: null,
    reversal: null,
    line: line.id,
    reversalLine: null,
    ourAmount: 0,
    bankAmount,
    sen: moved.sen,
    fee,
    candidates: [],
    call: null,
  };
}

/** Banks round the discount of each payment, or of the sum: either is as agreed. */
function feeType(
  members: readonly OurEntry[],
  fee: number,
  { terms }: Day,
): 'MATCHED' | 'FEE_DIFFERS' | 'MDR' {
  if (fee === 0) return 'MATCHED';
  const each = members.map(({ channel, amount }) => agreedFee(channel, amount, terms));
  const [channel] = members.map((entry) => entry.channel);
  const whole = channel === undefined ? null : agreedFee(channel, sum(members), terms);
  if (whole === null || each.includes(null)) return 'MDR';
  const apart = each.reduce<number>((total, one) => total + (one ?? 0), 0);
  const [least, most] = [Math.min(apart, whole), Math.max(apart, whole)];
  return fee >= least && fee <= most ? 'MATCHED' : 'FEE_DIFFERS';
}
