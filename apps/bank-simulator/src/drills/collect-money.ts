import { formatRfc3339, SNAP_SERVICES, type NotificationBody } from '@tirtapay/bank-protocol';
import { isDynamicVirtualAccountCustomerNo } from '@tirtapay/domain';
import type { BankBook } from '../bank-book';
import type { BankProfile } from '../bank-profile';
import { outcomeOf } from '../biller/outcome';
import { readPaidBills } from '../biller/snap-answers';
import type { SnapChannel } from '../biller/snap-channel';
import type { BankCall } from '../books/call-log';
import type { Collection, CollectionBook } from '../books/collections';
import type { OrderBook } from '../books/orders';
import type { Mishap, NativeChannel } from '../native-channel';
import { newReference } from '../reference';
import { dueByNative, dueBySnap, dueOnFile, triple, type DueAnswer } from './due';
import { newCollection } from './new-collection';
import { asAdvice, notificationBody, qrNotifyBody } from './payment-messages';
import type { PaymentRequest } from './payment-request';
import { CounterRefusal, findTarget, type PaymentTarget } from './payment-target';

export interface CollectMoneyOptions {
  readonly banks: BankBook;
  readonly orders: OrderBook;
  readonly collections: CollectionBook;
  readonly native: NativeChannel;
  readonly snap: SnapChannel;
  readonly now: () => number;
}

export interface Taken {
  /** Null when the biller said that nothing can be paid. */
  readonly collection: Collection | null;
  /** The inquiry, when one was made. */
  readonly calls: readonly BankCall[];
}

const STATE_WORDS = {
  PAID: 'sudah dibayar',
  EXPIRED: 'sudah kedaluwarsa',
  CANCELLED: 'sudah ditutup',
} as const;

/** Takes a customer's money for an account or a code and tells the biller. */
export class CollectMoney {
  constructor(private readonly options: CollectMoneyOptions) {}

  /**
   * Looks up what is due and takes the money. `forced` pays what the counter would refuse, by what the bank itself has
   * on file. Throws CounterRefusal.
   */
  async take(request: PaymentRequest, forced: boolean): Promise<Taken> {
    const { orders, collections, banks, now } = this.options;
    const target = findTarget(request, orders, banks.all());
    const state = target.order ? collections.stateOf(target.order, now()) : 'OPEN';
    if (state !== 'OPEN' && !forced) throw new CounterRefusal(`Tagihan ini ${STATE_WORDS[state]} di bank.`);
    const isCode = target.order?.method === 'QRIS';
    const reference =
      request.reference ??
      (isCode ? target.order.reference_no : newReference(target.bank.referencePrefix, now()));
    const { due: asked, calls } = await this.due(request, target, reference);
    const due = asked ?? (forced ? dueOnFile(target) : null);
    if (due === null) return { collection: null, calls };
    const entry = newCollection(request, target, due, reference, now());
    return { collection: collections.record(entry), calls };
  }

  /** A second payment of the same thing, under a reference of its own. */
  again(entry: Collection): Collection {
    const reference = newReference(this.bank(entry).referencePrefix, this.options.now());
    const body = entry.body.replaceAll(entry.reference, reference);
    return this.options.collections.record({ ...entry, reference, body, state: 'TAKEN', refunds: [] });
  }

  /** The payment message: service 25, `process`, or, when the way is by notification, the notification. */
  async confirm(entry: Collection, how: Mishap & { readonly again?: boolean } = {}): Promise<BankCall> {
    if (notifiesOnly(entry)) return this.notify(entry, how);
    const bank = this.bank(entry);
    const call =
      entry.via === 'SNAP'
        ? await this.options.snap.call(
            bank,
            SNAP_SERVICES.vaPayment,
            how.again === true ? asAdvice(entry.body) : (JSON.parse(entry.body) as object),
            how,
          )
        : (await this.options.native.pay(bank, how.again ? 'retry' : 'payment', Buffer.from(entry.body), how))
            .call;
    this.learn(entry, call);
    return call;
  }

  /** Service 52 for a code by SNAP, else the native webhook. */
  async notify(
    entry: Collection,
    how: Mishap & { readonly event?: NotificationBody['event'] } = {},
  ): Promise<BankCall> {
    const { event = 'payment.paid' } = how;
    const bank = this.bank(entry);
    const bySnap = entry.method === 'QRIS' && entry.via === 'SNAP' && event === 'payment.paid';
    const call = bySnap
      ? await this.options.snap.call(bank, SNAP_SERVICES.qrNotify, qrNotifyBody(entry), how)
      : (await this.options.native.notify(bank, notificationBody(entry, event), how)).call;
    if (event === 'payment.paid' && notifiesOnly(entry)) this.learn(entry, call);
    return call;
  }

  /** Service 26 for an account by SNAP, else native `status`. */
  async status(entry: Collection): Promise<BankCall> {
    const bank = this.bank(entry);
    if (entry.method !== 'VA' || entry.via !== 'SNAP')
      return (await this.options.native.status(bank, entry.reference)).call;
    const partnerServiceId = entry.target.slice(0, entry.target.length - entry.customer_no.length);
    const name = triple({ partnerServiceId, customerNo: entry.customer_no });
    const ids = { inquiryRequestId: entry.reference, paymentRequestId: entry.reference };
    return this.options.snap.call(bank, SNAP_SERVICES.vaStatus, { ...name, ...ids, additionalInfo: {} });
  }

  /** Takes the payment back: by the native call, or by notification when that is the way. */
  async reverse(entry: Collection): Promise<BankCall> {
    const bank = this.bank(entry);
    const reversalReference =
      entry.reversal_reference ?? newReference(`${bank.referencePrefix}-REV`, this.options.now());
    const current = this.options.collections.record({
      ...this.current(entry),
      reversal_reference: reversalReference,
    });
    const call =
      entry.via === 'WEBHOOK'
        ? await this.notify(entry, { event: 'payment.reversed' })
        : (
            await this.options.native.reverse(bank, {
              bank_reference: entry.reference,
              reversal_reference: reversalReference,
              reason: 'Dibatalkan nasabah',
            })
          ).call;
    if (outcomeOf(call) === 'DONE') this.options.collections.record({ ...current, state: 'REVERSED' });
    return call;
  }

  /** The message was not from a customer's payment at all: no money moved. */
  withdraw(entry: Collection): Collection {
    return this.options.collections.record({ ...entry, state: 'RETURNED' });
  }

  /** What the books say now; other calls may have changed it meanwhile. */
  current(entry: Collection): Collection {
    return this.options.collections.find(entry.reference, entry.bank) ?? entry;
  }

  private async due(request: PaymentRequest, target: PaymentTarget, reference: string): Promise<DueAnswer> {
    const { snap, native, now } = this.options;
    if (request.via === 'SNAP' && target.method === 'VA')
      return dueBySnap(snap, target, reference, formatRfc3339(now()));
    if (request.via === 'NATIVE') return dueByNative(native, target, this.customerNumber(request, target));
    const onFile = dueOnFile(target);
    return onFile ? { due: onFile, calls: [] } : dueByNative(native, target, target.customerNo);
  }

  private customerNumber(request: PaymentRequest, target: PaymentTarget): string {
    if (request.customer_number) return request.customer_number;
    if (target.method === 'VA' && !isDynamicVirtualAccountCustomerNo(target.customerNo))
      return target.customerNo;
    throw new CounterRefusal('API native membayar per pelanggan: isi nomor pelanggannya.');
  }

  private learn(entry: Collection, call: BankCall): void {
    const current = this.current(entry);
    const outcome = outcomeOf(call);
    const bills = readPaidBills(call.response_body);
    if (outcome === 'DONE' && current.state !== 'REVERSED' && current.state !== 'CONFIRMED') {
      this.options.collections.record({
        ...current,
        state: 'CONFIRMED',
        bills: bills.length === 0 ? current.bills : [...bills],
      });
    } else if (outcome === 'REFUSED' && current.state === 'TAKEN') {
      this.options.collections.record({ ...current, state: 'RETURNED' });
    }
  }

  private bank({ bank }: Collection): BankProfile {
    const profile = this.options.banks.get(bank);
    if (!profile) throw new CounterRefusal(`Bank tidak dikenal: ${bank}.`);
    return profile;
  }
}

/** Whether the biller only ever hears of it by notification, which it cannot refuse. */
export function notifiesOnly({ method, via }: Collection): boolean {
  return via === 'WEBHOOK' || (method === 'QRIS' && via === 'SNAP');
}
