import { Injectable } from '@nestjs/common';
import { parseSnapTimestamp, SNAP_SERVICES } from '@tirtapay/bank-protocol';
import { rupiah } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import {
  BankAdapters,
  OutboundCallLog,
  type BankAdapter,
  type BankOutcome,
  type BankPayment,
} from '../../bank-gateway/outbound';
import { ReceiveMoney } from '../payment';
import { type IntentRecord } from './checkout-record';
import { closeIntent, keepCode, lockCustomer, setBankState } from './checkout-statements';

const CREATING: readonly string[] = [SNAP_SERVICES.createVa, SNAP_SERVICES.qrGenerate];
const CANCELLING: readonly string[] = [SNAP_SERVICES.deleteVa, SNAP_SERVICES.qrCancel];

/**
 * OPEN: it takes money. PAID: the payment is booked. UNNAMED: paid, but the bank did not say under which reference, so
 * nothing can be booked yet. GONE: the bank has closed it. ABSENT: it never came to be. UNKNOWN: no usable answer.
 */
export type Asked = 'OPEN' | 'PAID' | 'UNNAMED' | 'GONE' | 'ABSENT' | 'UNKNOWN';

const REASON = 'Tagihan dibayar melalui cara lain atau kedaluwarsa';

/** The checkout at the bank: creating its account or code, asking what became of it, closing it. */
@Injectable()
export class IntentBank {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly adapters: BankAdapters,
    private readonly calls: OutboundCallLog,
    private readonly money: ReceiveMoney,
  ) {}

  /** Creates account or code. What came of it is in `bank_state`: DONE, UNKNOWN, or FAILED. */
  async place(intent: IntentRecord): Promise<void> {
    const adapter = await this.adapters.ofBank(intent.bank_id);
    const outcome = adapter === null ? NOT_SET_UP : await this.create(adapter, intent).catch(broken);
    if (outcome.state === 'FAILED' && outcome.reason === 'REFUSED') await this.refused(intent);
    await setBankState(this.database, intent, outcome.state);
    await this.schedule(intent, outcome.state === 'UNKNOWN' ? 5_000 : 15_000);
  }

  /** Asks the bank, and books the payment it tells of. */
  async ask(intent: IntentRecord): Promise<Asked> {
    const adapter = await this.adapters.ofBank(intent.bank_id);
    if (adapter === null) return 'UNKNOWN';
    const purpose = { intentId: intent.id };
    const outcome = await (
      intent.method === 'VA'
        ? adapter.inquireVa(accountOf(intent), purpose)
        : adapter.queryQr(codeOf(intent), purpose)
    ).catch(broken);
    if (outcome.state !== 'DONE') return 'UNKNOWN';
    const { status, payment } = outcome.value;
    switch (status) {
      case 'PAID':
        await this.exists(intent);
        return this.book(intent, payment);
      case 'OPEN':
        await this.exists(intent);
        return 'OPEN';
      case 'CLOSED':
        await this.exists(intent);
        return 'GONE';
      case 'ABSENT':
        if (intent.bank_state === 'CANCELLED' || (intent.bank_state === 'DONE' && !this.isLive(intent)))
          return 'GONE';
        // Also when it had said yes before: some banks accept first and fail afterwards.
        await this.calls.settle(intent.id, CREATING, 'FAILED');
        await setBankState(this.database, intent, 'FAILED');
        return 'ABSENT';
    }
  }

  /**
   * Closes account or code at the bank. Asks first when it is not sure that there is one, and looks once more when the
   * bank refuses: somebody may have just paid.
   * @returns true when it takes no more money
   */
  async withdraw(intent: IntentRecord): Promise<boolean> {
    if (intent.bank_state === 'FAILED' || intent.bank_state === 'CANCELLED') return true;
    if (intent.bank_state !== 'DONE') {
      const asked = await this.ask(intent);
      if (asked === 'ABSENT') return true;
      if (asked === 'UNKNOWN' || asked === 'UNNAMED') return false;
    }
    const adapter = await this.adapters.ofBank(intent.bank_id);
    if (adapter === null) return false;
    const outcome = await this.cancel(adapter, intent).catch(broken);
    const closed =
      outcome.state === 'DONE' || (outcome.state === 'FAILED' && (await this.isOver(intent, outcome)));
    if (!closed) return false;
    await this.calls.settle(intent.id, CANCELLING, 'DONE');
    await setBankState(this.database, intent, 'CANCELLED');
    return true;
  }

  private isLive(intent: IntentRecord): boolean {
    return intent.status === 'PENDING' && intent.expires_at.getTime() > this.clock.now();
  }

  private async isOver(
    intent: IntentRecord,
    refusal: Extract<BankOutcome<null>, { state: 'FAILED' }>,
  ): Promise<boolean> {
    if (refusal.reason === 'UNREACHABLE') return false;
    const asked = await this.ask(intent);
    return asked === 'PAID' || asked === 'GONE';
  }

  private create(adapter: BankAdapter, intent: IntentRecord): Promise<BankOutcome<unknown>> {
    const expiresAt = this.clock.textOf(intent.expires_at);
    const purpose = { intentId: intent.id };
    const adminFee = rupiah(intent.admin_fee);
    if (intent.method === 'VA') {
      const amount = rupiah(intent.bill_amount + intent.stamp_duty);
      return adapter.createVa(
        { ...accountOf(intent), payerName: intent.customer_name, amount, adminFee, expiresAt },
        purpose,
      );
    }
    return this.createCode(adapter, intent, expiresAt);
  }

  private async createCode(
    adapter: BankAdapter,
    intent: IntentRecord,
    expiresAt: string,
  ): Promise<BankOutcome<unknown>> {
    const { partnerReferenceNo } = codeOf(intent);
    const outcome = await adapter.generateQr(
      {
        partnerReferenceNo,
        amount: rupiah(intent.amount),
        adminFee: rupiah(intent.admin_fee),
        expiresAt,
      },
      { intentId: intent.id },
    );
    if (outcome.state === 'DONE') await keepCode(this.database, intent.id, outcome.value);
    return outcome;
  }

  private cancel(adapter: BankAdapter, intent: IntentRecord): Promise<BankOutcome<null>> {
    const purpose = { intentId: intent.id };
    return intent.method === 'VA'
      ? adapter.cancelVa(accountOf(intent), purpose)
      : adapter.cancelQr(codeOf(intent), REASON, purpose);
  }

  private async exists(intent: IntentRecord): Promise<void> {
    await this.calls.settle(intent.id, CREATING, 'DONE');
    if (intent.bank_state !== 'DONE') await setBankState(this.database, intent, 'DONE');
  }

  private async book(intent: IntentRecord, payment: BankPayment | null): Promise<Asked> {
    const reference = payment?.bankReference ?? null;
    if (payment === null || reference === null) return 'UNNAMED';
    const now = this.clock.now();
    const paidAt = payment.paidAt === null ? null : parseSnapTimestamp(payment.paidAt);
    const epoch = paidAt ?? now;
    await this.money.receive({
      bank: { id: intent.bank_id, code: intent.bank_code, adminFee: rupiah(intent.admin_fee) },
      bankReference: reference,
      amount: paidAmount(intent, payment.amount),
      channel: intent.method,
      // We asked; the bank may say so days after it was paid.
      paidAt: { text: this.clock.text(epoch), epoch, plausible: true },
      target: { kind: 'INTENT', intentId: intent.id },
    });
    return 'PAID';
  }

  private async refused(intent: IntentRecord): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockCustomer(tx, intent.customer_id);
      await closeIntent(tx, intent.id, 'BANK_REFUSED', this.clock.date());
    });
  }

  /** When it is looked at next; at once when it was closed while the bank was being called. */
  private async schedule(intent: IntentRecord, pause: number): Promise<void> {
    const now = this.clock.now();
    await this.database.write(
      `UPDATE niat_bayar SET next_check_at = CASE WHEN status = 'PENDING' THEN least($2::timestamptz, expires_at) ELSE $3 END
       WHERE id = $1 AND next_check_at IS NOT NULL`,
      [intent.id, new Date(now + pause), new Date(now)],
    );
  }
}

type Failed = Extract<BankOutcome<never>, { state: 'FAILED' | 'UNKNOWN' }>;

const NOT_SET_UP: Failed = {
  state: 'FAILED',
  reason: 'UNREACHABLE',
  responseCode: null,
  message: 'the bank is not set up',
};

/** Our own failure in the middle of a call (the database, a missing key): whether it left is not known. */
function broken(error: unknown): Failed {
  return { state: 'UNKNOWN', message: String(error) };
}

function accountOf(intent: IntentRecord): { trxId: string; customerNo: string } {
  return { trxId: intent.trx_id ?? '', customerNo: intent.customer_no ?? '' };
}

function codeOf(intent: IntentRecord): { partnerReferenceNo: string; referenceNo: string | null } {
  return { partnerReferenceNo: intent.partner_reference_no ?? '', referenceNo: intent.reference_no };
}

function paidAmount(intent: IntentRecord, told: number | null): number {
  if (told === null) return intent.amount;
  return intent.method === 'VA' ? told + intent.admin_fee : told;
}
