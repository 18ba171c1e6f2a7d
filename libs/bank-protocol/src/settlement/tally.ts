import type { SettlementAmount, SettlementLine } from '@tirtapay/domain';

/** One side of a file added up, in sen so that no sen is lost on the way. */
export class Sum {
  count = 0;
  private sen = 0n;
  private held = 0;

  add(rupiah: number, sen = 0): void {
    this.count += 1;
    this.addOnly(rupiah, sen);
  }

  /** Adds without counting. Big integers are slow, so they are used when the small ones are nearly full. */
  addOnly(rupiah: number, sen = 0): void {
    this.held += rupiah * 100 + sen;
    if (Math.abs(this.held) < 1e15) return;
    this.sen += BigInt(this.held);
    this.held = 0;
  }

  inSen(): bigint {
    return this.sen + BigInt(this.held);
  }

  amount(): SettlementAmount {
    const all = this.inSen();
    return { rupiah: Number(all / 100n), sen: Number(all % 100n) };
  }
}

export function senOf(amount: SettlementAmount): bigint {
  return BigInt(amount.rupiah) * 100n + BigInt(amount.sen);
}

/** `1234567.89`, as the words of a difference. */
export function senWords(sen: bigint): string {
  const digits = (sen < 0n ? -sen : sen).toString().padStart(3, '0');
  return `${sen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** What came and went of the lines read; pending ones apart, because a closing balance may be without them. */
export class Tally {
  readonly credits = new Sum();
  readonly debits = new Sum();
  readonly pending = new Sum();
  from: string | null = null;
  to: string | null = null;
  /** Records that are movements, those refused with them. */
  rows = 0;

  add(line: SettlementLine): void {
    (line.direction === 'CREDIT' ? this.credits : this.debits).add(line.amount, line.sen);
    if (line.booked_on === null) {
      const sign = line.direction === 'CREDIT' ? 1 : -1;
      this.pending.add(sign * line.amount, sign * line.sen);
      return;
    }
    if (this.from === null || line.booked_on < this.from) this.from = line.booked_on;
    if (this.to === null || line.booked_on > this.to) this.to = line.booked_on;
  }

  movement(): bigint {
    return this.credits.inSen() - this.debits.inSen();
  }
}

/**
 * Whether the balances before and after all rows link up to one chain, in whatever order the rows stand: each balance
 * after a row is the balance before another, but for the first and the last.
 */
export class BalanceChain {
  private readonly open = new Map<bigint, number>();
  private used = false;

  add(before: bigint, after: bigint): void {
    this.used = true;
    this.count(before, 1);
    this.count(after, -1);
  }

  private count(balance: bigint, by: number): void {
    const now = (this.open.get(balance) ?? 0) + by;
    if (now === 0) this.open.delete(balance);
    else this.open.set(balance, now);
  }

  /** First and last balance; null: the chain is broken, rows are missing or there twice. */
  ends(): { readonly opening: bigint; readonly closing: bigint } | 'UNUSED' | 'CIRCLE' | null {
    if (!this.used) return 'UNUSED';
    if (this.open.size === 0) return 'CIRCLE';
    const entries = [...this.open];
    const opening = entries.find(([, count]) => count === 1)?.[0];
    const closing = entries.find(([, count]) => count === -1)?.[0];
    return entries.length === 2 && opening !== undefined && closing !== undefined
      ? { opening, closing }
      : null;
  }
}
