import { Injectable } from '@nestjs/common';
import { isStoredReference, parseSnapTimestamp, SNAP_SERVICES } from '@tirtapay/bank-protocol';
import { rupiah } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import {
  BankAdapters,
  OutboundCallLog,
  type BankAdapter,
  type BankOutcome,
  type NotDone,
  type BankPayment,
} from '../../bank-gateway/outbound';
import { ReceiveMoney, type MoneyReceived } from '../payment';
import { type CheckoutRecord } from './checkout-record';
import { closeCheckout, keepCode, lockCustomer, setBankState } from './checkout-statements';

const CREATING: readonly string[] = [SNAP_SERVICES.createVa, SNAP_SERVICES.qrGenerate];
const CANCELLING: readonly string[] = [SNAP_SERVICES.deleteVa, SNAP_SERVICES.qrCancel];

/**
 * OPEN: it takes money. PAID: the payment is booked, under this name or another. UNNAMED: paid, but the bank did not say under which reference, or
 * under one that stands for other money, or is not live, so nothing can be booked yet. GONE: the bank has closed it. ABSENT: it never came to be. UNKNOWN: no usable answer.
 */
export const BANK_WORDS = ['OPEN', 'PAID', 'UNNAMED', 'GONE', 'ABSENT', 'UNKNOWN'] as const;
export type Asked = (typeof BANK_WORDS)[number];

const REASON = 'Tagihan dibayar melalui cara lain atau kedaluwarsa';

/** The checkout at the bank: creating its account or code, asking what became of it, closing it. */
@Injectable()
export class CheckoutBank {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly adapters: BankAdapters,
    private readonly calls: OutboundCallLog,
    private readonly money: ReceiveMoney,
  ) {}

  /** Creates account or code. What came of it is in `bank_state`: DONE, UNKNOWN, or FAILED. */
  async place(checkout: CheckoutRecord): Promise<void> {
    const adapter = await this.adapters.ofBank(checkout.bank_id);
    const outcome = adapter === null ? NOT_SET_UP : await this.create(adapter, checkout).catch(broken);
    if (outcome.state === 'FAILED' && outcome.reason === 'REFUSED') await this.refused(checkout);
    await setBankState(this.database, checkout, outcome.state);
    await this.schedule(checkout, outcome.state === 'UNKNOWN' ? 5_000 : 15_000);
  }

  /** Asks the bank, and books the payment it tells of. */
  async ask(checkout: CheckoutRecord): Promise<Asked> {
    const adapter = await this.adapters.ofBank(checkout.bank_id);
    if (adapter === null) return 'UNKNOWN';
    const purpose = { checkoutId: checkout.id };
    const outcome = await (
      checkout.method === 'VA'
        ? adapter.inquireVa(accountOf(checkout), purpose)
        : adapter.queryQr(codeOf(checkout), purpose)
    ).catch(broken);
    if (outcome.state !== 'DONE') return 'UNKNOWN';
    const { status, payment } = outcome.value;
    switch (status) {
      case 'PAID':
        await this.exists(checkout);
        return this.book(checkout, payment);
      case 'OPEN':
        await this.exists(checkout);
        return 'OPEN';
      case 'CLOSED':
        await this.exists(checkout);
        return 'GONE';
      case 'ABSENT':
        if (checkout.bank_state === 'CANCELLED' || (checkout.bank_state === 'DONE' && !this.isLive(checkout)))
          return 'GONE';
        // Also when it had said yes before: some banks accept first and fail afterwards.
        await this.calls.settle(checkout.id, CREATING, 'FAILED');
        await setBankState(this.database, checkout, 'FAILED');
        return 'ABSENT';
    }
  }

  /**
   * Closes account or code at the bank. Asks first when it is not sure that there is one, and looks once more when the
   * bank refuses: somebody may have just paid.
   * @returns true when it takes no more money
   */
  async withdraw(checkout: CheckoutRecord): Promise<boolean> {
    if (checkout.bank_state === 'FAILED' || checkout.bank_state === 'CANCELLED') return true;
    if (checkout.bank_state !== 'DONE') {
      const asked = await this.ask(checkout);
      if (asked === 'ABSENT') return true;
      if (asked === 'UNKNOWN' || asked === 'UNNAMED') return false;
    }
    const adapter = await this.adapters.ofBank(checkout.bank_id);
    if (adapter === null) return false;
    const outcome = await this.cancel(adapter, checkout).catch(broken);
    const closed =
      outcome.state === 'DONE' || (outcome.state === 'FAILED' && (await this.isOver(checkout, outcome)));
    if (!closed) return false;
    await this.calls.settle(checkout.id, CANCELLING, 'DONE');
    await setBankState(this.database, checkout, 'CANCELLED');
    return true;
  }

  private isLive(checkout: CheckoutRecord): boolean {
    return checkout.status === 'PENDING' && checkout.expires_at.getTime() > this.clock.now();
  }

  private async isOver(
    checkout: CheckoutRecord,
    refusal: Extract<BankOutcome<null>, { state: 'FAILED' }>,
  ): Promise<boolean> {
    if (refusal.reason === 'UNREACHABLE') return false;
    const asked = await this.ask(checkout);
    return asked === 'PAID' || asked === 'GONE';
  }

  private create(adapter: BankAdapter, checkout: CheckoutRecord): Promise<BankOutcome<unknown>> {
    const expiresAt = this.clock.textOf(checkout.expires_at);
    const purpose = { checkoutId: checkout.id };
    const adminFee = rupiah(checkout.admin_fee);
    if (checkout.method === 'VA') {
      const amount = rupiah(checkout.bill_amount + checkout.stamp_duty);
      return adapter.createVa(
        { ...accountOf(checkout), payerName: checkout.customer_name, amount, adminFee, expiresAt },
        purpose,
      );
    }
    return this.createCode(adapter, checkout, expiresAt);
  }

  private async createCode(
    adapter: BankAdapter,
    checkout: CheckoutRecord,
    expiresAt: string,
  ): Promise<BankOutcome<unknown>> {
    const { partnerReferenceNo } = codeOf(checkout);
    const outcome = await adapter.generateQr(
      {
        partnerReferenceNo,
        amount: rupiah(checkout.amount),
        adminFee: rupiah(checkout.admin_fee),
        expiresAt,
      },
      { checkoutId: checkout.id },
    );
    if (outcome.state === 'DONE') await keepCode(this.database, checkout.id, outcome.value);
    return outcome;
  }

  private cancel(adapter: BankAdapter, checkout: CheckoutRecord): Promise<BankOutcome<null>> {
    const purpose = { checkoutId: checkout.id };
    return checkout.method === 'VA'
      ? adapter.cancelVa(accountOf(checkout), purpose)
      : adapter.cancelQr(codeOf(checkout), REASON, purpose);
  }

  private async exists(checkout: CheckoutRecord): Promise<void> {
    await this.calls.settle(checkout.id, CREATING, 'DONE');
    if (checkout.bank_state !== 'DONE') await setBankState(this.database, checkout, 'DONE');
  }

  private async book(checkout: CheckoutRecord, payment: BankPayment | null): Promise<Asked> {
    const reference = payment?.bankReference ?? null;
    const amount = paidAmount(checkout, payment?.amount ?? null);
    // A name or an amount that no payment can have is none, however sure the bank is of the rest; a bank that is not live
    // has no checkouts but those from before it was asked, and what it says of them is for a person.
    if (payment === null || !isStoredReference(reference) || payment.amount === 0 || !checkout.bank_live)
      return checkout.status === 'PAID' && amount === checkout.amount ? 'PAID' : 'UNNAMED';
    const now = this.clock.now();
    const paidAt = payment.paidAt === null ? null : parseSnapTimestamp(payment.paidAt);
    // It takes nothing after its own expiry: what it names no time of was paid in time, when we look for the last time.
    const latest = checkout.status === 'PENDING' ? Math.min(now, checkout.expires_at.getTime()) : now;
    const epoch = paidAt ?? latest;
    const money: MoneyReceived = {
      bank: { id: checkout.bank_id, code: checkout.bank_code, adminFee: rupiah(checkout.admin_fee) },
      bankReference: reference,
      amount,
      channel: checkout.method,
      // We asked; the bank may say so days after it was paid.
      paidAt: { text: this.clock.text(epoch), epoch, plausible: true },
      target: { kind: 'CHECKOUT', checkoutId: checkout.id },
      asked: true,
    };
    try {
      await this.money.receive(money);
      return 'PAID';
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'payment.reference_reused') throw error;
      return (await this.isHeld(checkout, reference)) ? 'PAID' : 'UNNAMED';
    }
  }

  /** Told before, of another amount, and kept for this very checkout: asking again finds no other money. */
  private async isHeld(checkout: CheckoutRecord, reference: string): Promise<boolean> {
    const rows = await this.database.read(
      `SELECT FROM pembayaran p JOIN kasus k ON k.payment_id = p.id
       WHERE p.collector_id = $1 AND p.bank_reference = $2 AND k.intent_id = $3`,
      [checkout.bank_id, reference, checkout.id],
    );
    return rows.length > 0;
  }

  private async refused(checkout: CheckoutRecord): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockCustomer(tx, checkout.customer_id);
      await closeCheckout(tx, checkout.id, 'BANK_REFUSED', this.clock.date());
    });
  }

  /** When it is looked at next; at once when it was closed while the bank was being called. */
  private async schedule(checkout: CheckoutRecord, pause: number): Promise<void> {
    const now = this.clock.now();
    await this.database.write(
      `UPDATE niat_bayar SET next_check_at = CASE WHEN status = 'PENDING' THEN least($2::timestamptz, expires_at) ELSE $3 END
       WHERE id = $1 AND next_check_at IS NOT NULL`,
      [checkout.id, new Date(now + pause), new Date(now)],
    );
  }
}

const NOT_SET_UP: NotDone = {
  state: 'FAILED',
  reason: 'UNREACHABLE',
  responseCode: null,
  message: 'the bank is not set up',
};

/** Our own failure in the middle of a call (the database, a missing key): whether it left is not known. */
function broken(error: unknown): NotDone {
  return { state: 'UNKNOWN', message: String(error) };
}

function accountOf(checkout: CheckoutRecord): { trxId: string; customerNo: string } {
  return { trxId: checkout.trx_id ?? '', customerNo: checkout.customer_no ?? '' };
}

function codeOf(checkout: CheckoutRecord): { partnerReferenceNo: string; referenceNo: string | null } {
  return { partnerReferenceNo: checkout.partner_reference_no ?? '', referenceNo: checkout.reference_no };
}

function paidAmount(checkout: CheckoutRecord, told: number | null): number {
  if (told === null) return checkout.amount;
  return checkout.method === 'VA' ? told + checkout.admin_fee : told;
}
