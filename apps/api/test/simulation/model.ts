import { addDays, dayOf, endOf, MINUTE, monthsLate } from './days';

/* What the office must hold, in memory and in few lines: bills, money, references, credit. Its arithmetic is its own. */

interface Promised {
  readonly from: string;
  /** Of the programme; of the promise to this bill `until` may be later. */
  readonly lastDay: string;
  until: string;
  readonly basisPoints: number;
  readonly reserved: number;
}
export interface Bill {
  readonly customer: number;
  readonly number: string;
  readonly principal: number;
  readonly due: string;
  paid: boolean;
  booked: number;
  waived: number;
  readonly promises: Promised[];
}
/** What came under a reference of a bank: it paid bills, or is held as credit. */
export interface Money {
  readonly bank: number;
  readonly reference: string;
  readonly customer: number;
  readonly bills: readonly Bill[];
  /** What the customer paid, and what of it the bank keeps. */
  readonly amount: number;
  readonly fee: number;
  readonly day: string;
  readonly at: number;
  readonly channel: string;
  /** Of what is held: what is left of it. */
  left: number;
  reversedOn: string | null;
  /** What was sent and answered, to be sent again. */
  sent: Buffer | null;
  answer: Buffer | null;
}
export interface Checkout {
  readonly token: string;
  readonly account: string;
  readonly customer: number;
  readonly bills: readonly Bill[];
  readonly amount: number;
  readonly until: number;
  open: boolean;
}
export interface Inquiry {
  readonly bank: number;
  readonly customer: number;
  readonly id: string;
  readonly numbers: readonly string[];
  readonly amount: number;
  readonly until: number;
}
export interface Asked {
  readonly bank: number;
  readonly reference: string;
  readonly customer: number;
  readonly numbers: readonly string[];
  readonly amount: number;
  readonly until?: number;
}

export const FEES = [2_500, 0] as const;
const feeOf = (bank: number): number => FEES[bank] ?? 0;
const key = (bank: number, reference: string): string => `${String(bank)} ${reference}`;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
/** HALSEL-RT1: three blocks of ten cubic metres, the rest, and the standing charge. */
export const priceOf = (usage: number): number =>
  10_000 +
  2_000 * Math.min(usage, 10) +
  2_500 * Math.min(Math.max(usage - 10, 0), 10) +
  3_000 * Math.min(Math.max(usage - 20, 0), 10) +
  4_000 * Math.max(usage - 30, 0);
const PENALTIES = [0, 10_000, 15_000, 25_000] as const;
const tier = (due: string, day: string): number => PENALTIES[Math.min(monthsLate(due, day), 3)] ?? 0;
const half = (amount: number, basisPoints: number): number =>
  Math.floor((amount * basisPoints + 5_000) / 10_000);

export class Model {
  now = 0;
  readonly bills: Bill[] = [];
  readonly periods = new Set<string>();
  readonly moneys: Money[] = [];
  /** References taken back before any money came. */
  readonly tombstones = new Set<string>();
  readonly reversals = new Map<string, { reference: string; answer: Buffer | null }>();
  readonly inquiries: Inquiry[] = [];
  readonly checkouts: Checkout[] = [];
  readonly events: { id: string; body: Buffer }[] = [];
  readonly reconciled = new Set<string>();
  /** What was answered by now, so that a run that never came so far is seen. */
  readonly said = new Set<string>();
  receipts = 0;
  credits = 0;
  private readonly assessed = new Set<string>();
  private drawn = 0;

  get today(): string {
    return dayOf(this.now);
  }
  /** Never used before, and the same in every run of a seed. */
  fresh(prefix: string): string {
    return `${prefix}/${String((this.drawn += 1))}`;
  }
  of(customer: number): Bill[] {
    return this.bills
      .filter((bill) => bill.customer === customer)
      .sort((a, b) => (a.number < b.number ? -1 : 1));
  }
  open(customer: number): Bill[] {
    return this.of(customer).filter((bill) => !bill.paid);
  }
  find(bank: number, reference: string): Money | undefined {
    return this.moneys.find((money) => money.bank === bank && money.reference === reference);
  }

  penalty(bill: Bill): number {
    return Math.max(bill.booked, tier(bill.due, this.today));
  }
  waived(bill: Bill): number {
    const promise = bill.promises.find(({ from, until }) => from <= this.today && this.today <= until);
    return promise === undefined
      ? 0
      : Math.min(half(this.penalty(bill), promise.basisPoints), promise.reserved);
  }
  asked(bill: Bill): number {
    return bill.principal + this.penalty(bill) - this.waived(bill);
  }
  /** Without the fee of a bank, with the duty stamp of a receipt above five million. */
  due(bills: readonly Bill[]): number {
    const amount = sum(bills.map((bill) => this.asked(bill)));
    return amount > 5_000_000 ? amount + 10_000 : amount;
  }
  validUntil(): number {
    return Math.min(this.now + 30 * MINUTE, endOf(this.today));
  }

  /** What a bank is answered that asks to post: the code of a refusal, or what was done. */
  decide({ bank, reference, customer, numbers, amount, until }: Asked): string {
    const known = this.find(bank, reference);
    if (this.tombstones.has(key(bank, reference)) || (known?.reversedOn ?? null) !== null)
      return 'payment.reversed';
    if (known !== undefined) {
      const paid = known.bills.map((bill) => bill.number).sort();
      const same = known.customer === customer && known.amount === amount && paid.length > 0;
      return same && [...numbers].sort().join() === paid.join() ? 'AGAIN' : 'payment.reference_reused';
    }
    if (until !== undefined && this.now > until) return 'inquiry.expired';
    const wanted = this.of(customer).filter((bill) => numbers.includes(bill.number));
    const open = this.open(customer);
    if (wanted.some((bill) => bill.paid)) return 'bill.already_paid';
    if (open.length === 0) return 'bill.none_open';
    if (!open.slice(0, numbers.length).every((bill) => numbers.includes(bill.number)))
      return 'bill.not_oldest_first';
    return amount === this.due(wanted) + feeOf(bank) ? 'POSTED' : 'payment.amount_mismatch';
  }

  private settle(bills: readonly Bill[]): void {
    for (const bill of bills) {
      const [penalty, waived] = [this.penalty(bill), this.waived(bill)];
      if (waived > 0) this.said.add('waived');
      Object.assign(bill, { paid: true, booked: penalty, waived });
      for (const checkout of this.checkouts) if (checkout.bills.includes(bill)) checkout.open = false;
    }
    this.receipts += 1;
  }
  post(asked: Asked, channel: string): Money {
    const bills = this.of(asked.customer).filter((bill) => asked.numbers.includes(bill.number));
    this.settle(bills);
    return this.keep({ ...asked, bills, channel, fee: feeOf(asked.bank), left: 0 });
  }
  hold(asked: Asked, channel: string): Money {
    const fee = asked.amount > feeOf(asked.bank) ? feeOf(asked.bank) : 0;
    this.receipts += 1;
    return this.keep({ ...asked, bills: [], channel, fee, left: asked.amount - fee });
  }
  private keep(money: Omit<Money, 'day' | 'at' | 'reversedOn' | 'sent' | 'answer'>): Money {
    const kept = { ...money, day: this.today, at: this.now, reversedOn: null, sent: null, answer: null };
    this.moneys.push(kept);
    return kept;
  }

  /** What a notification of money in a customer's own account comes to. */
  receive(asked: Omit<Asked, 'numbers'>): { outcome: string; money: Money | null } {
    const { bank, reference, customer, amount } = asked;
    const known = this.find(bank, reference);
    if (this.tombstones.has(key(bank, reference)) || (known?.reversedOn ?? null) !== null)
      return { outcome: 'REVERSED', money: null };
    if (known !== undefined) {
      if (known.customer !== customer || known.amount !== amount) return { outcome: 'DEAD', money: null };
      return { outcome: known.bills.length > 0 ? 'ALREADY_POSTED' : 'CREDITED', money: null };
    }
    const open = this.open(customer);
    const count = open.findIndex((_, index) => this.due(open.slice(0, index + 1)) + feeOf(bank) === amount);
    const numbers = open.slice(0, count + 1).map((bill) => bill.number);
    if (count < 0) return { outcome: 'CREDITED', money: this.hold({ ...asked, numbers: [] }, 'VA') };
    return { outcome: 'POSTED', money: this.post({ ...asked, numbers }, 'VA') };
  }

  credit(customer: number): number {
    return sum(this.lots(customer, null).map((lot) => lot.left));
  }
  private lots(customer: number, before: string | null): Money[] {
    return this.moneys.filter(
      (money) => money.customer === customer && money.left > 0 && (before === null || money.day < before),
    );
  }
  /** Credit pays the oldest bills it covers whole; of a bank's money of today nothing, unless bills are issued. */
  useCredit(customer: number, before: string | null): void {
    const lots = this.lots(customer, before);
    const open = this.open(customer);
    const credit = sum(lots.map((lot) => lot.left));
    let count = open.length;
    while (count > 0 && this.due(open.slice(0, count)) > credit) count -= 1;
    if (count === 0) return;
    let left = this.due(open.slice(0, count));
    this.settle(open.slice(0, count));
    this.credits += 1;
    this.said.add('credit pays');
    for (const lot of lots) {
      const taken = Math.min(left, lot.left);
      lot.left -= taken;
      left -= taken;
    }
  }

  /** What a bank is answered that takes back. */
  reverse(bank: number, reference: string, own: string): string {
    const earlier = this.reversals.get(key(bank, own));
    if (earlier !== undefined) return earlier.reference === reference ? 'AGAIN' : 'payment.reference_reused';
    const known = this.find(bank, reference);
    if (known === undefined) this.tombstones.add(key(bank, reference));
    else {
      if (known.reversedOn !== null) return 'payment.reversed';
      if (known.day !== this.today) return 'payment.reversal_closed';
      const whole = known.amount - known.fee;
      if (known.bills.length === 0 && (known.left < whole || this.credit(known.customer) < whole))
        return 'payment.not_reversible';
      this.takeBack(known);
    }
    this.reversals.set(key(bank, own), { reference, answer: null });
    return known === undefined ? 'TOMBSTONE' : 'REVERSED';
  }
  answered(bank: number, own: string, answer: Buffer): void {
    this.reversals.set(key(bank, own), {
      reference: this.reversals.get(key(bank, own))?.reference ?? '',
      answer,
    });
  }
  reversalOf(bank: number, own: string): Buffer | null {
    return this.reversals.get(key(bank, own))?.answer ?? null;
  }
  private takeBack(money: Money): void {
    for (const bill of money.bills) Object.assign(bill, { paid: false, waived: 0 });
    Object.assign(money, { left: 0, reversedOn: this.today });
    this.receipts += 1;
  }
  /** We take back ourselves: who had paid within a programme keeps its promise for ten days, or until the next one begins. */
  takeBackOurselves(money: Money): void {
    const forgiven = money.bills.filter((bill) => bill.waived > 0);
    this.takeBack(money);
    for (const { promises } of forgiven)
      for (const promise of promises.filter(({ from, until }) => from <= money.day && money.day <= until)) {
        const others = promises.filter((other) => other !== promise && other.lastDay >= money.day);
        const next = others.map(({ from }) => from).sort()[0];
        const longest = addDays(this.today, 10);
        const until = next !== undefined && next <= longest ? addDays(next, -1) : longest;
        if (until < this.today || until <= promise.until) continue;
        promise.until = until;
        this.said.add('promise kept');
      }
  }

  issue(bill: Pick<Bill, 'customer' | 'number' | 'principal' | 'due'>): void {
    this.bills.push({ ...bill, paid: false, booked: 0, waived: 0, promises: [] });
  }
  assess(): void {
    if (this.assessed.has(this.today)) return;
    this.assessed.add(this.today);
    for (const bill of this.bills) if (!bill.paid) bill.booked = this.penalty(bill);
  }
  /** A programme sets aside what it can forgive at most, of bills no other one holds in its days. */
  agree(from: string, lastDay: string, basisPoints: number, months: number): void {
    for (const bill of this.bills) {
      const held = bill.promises.some((other) => other.from <= lastDay && other.until >= from);
      if (bill.paid || held || monthsLate(bill.due, from) < months) continue;
      const reserved = half(Math.max(bill.booked, tier(bill.due, lastDay)), basisPoints);
      if (reserved > 0) bill.promises.push({ from, lastDay, until: lastDay, basisPoints, reserved });
    }
  }
}
