import { snapVirtualAccountNo } from '@tirtapay/domain';
import type {
  BankOutcome,
  BankPayment,
  CallPurpose,
  ReportedVaPayment,
  VaName,
  NewVa,
  VaStatus,
} from './bank-adapter';
import type { OutboundSettings } from './outbound-directory';
import type { SnapObject } from './snap-answer';
import type { SnapClient } from './snap-client';
import { SNAP_ENDPOINTS } from './snap-services';

/** Cases of 404: there is no such account (01, 11, 12), it was cancelled (04) or has expired (19), it was paid (14). */
const ABSENT = new Set(['01', '11', '12']);
const CLOSED = new Set(['04', '19']);
const PAID = '14';

/** Amounts are emitted with two decimals, always. */
export function snapMoney(rupiah: number): { value: string; currency: 'IDR' } {
  return { value: `${String(rupiah)}.00`, currency: 'IDR' };
}

/** The virtual account services of one bank: 27, 30, 31 and 35. */
export class SnapVaCalls {
  constructor(
    private readonly client: SnapClient,
    private readonly settings: OutboundSettings,
  ) {}

  async create(wanted: NewVa, { checkoutId }: CallPurpose): Promise<BankOutcome<null>> {
    const outcome = await this.client.call(
      this.settings,
      SNAP_ENDPOINTS.createVa,
      {
        ...this.named(wanted),
        virtualAccountName: wanted.payerName,
        totalAmount: snapMoney(wanted.amount),
        feeAmount: snapMoney(wanted.adminFee),
        virtualAccountTrxType: 'C',
        expiredDate: wanted.expiresAt,
      },
      checkoutId,
    );
    if (outcome.state !== 'DONE') return outcome;
    const echoed = outcome.value.account.text('trxId');
    if (echoed !== null && echoed !== wanted.trxId)
      return { state: 'UNKNOWN', message: `the bank answered for another account (${echoed})` };
    return { state: 'DONE', value: null };
  }

  async cancel(account: VaName, { checkoutId }: CallPurpose): Promise<BankOutcome<null>> {
    const outcome = await this.client.call(
      this.settings,
      SNAP_ENDPOINTS.cancelVa,
      this.named(account),
      checkoutId,
    );
    const code = caseOf(outcome);
    return code !== null && (ABSENT.has(code) || CLOSED.has(code) || code === PAID)
      ? { state: 'DONE', value: null }
      : nothing(outcome);
  }

  async inquire(account: VaName, { checkoutId }: CallPurpose): Promise<BankOutcome<VaStatus>> {
    const outcome = await this.client.call(
      this.settings,
      SNAP_ENDPOINTS.inquireVa,
      this.named(account),
      checkoutId,
    );
    const code = caseOf(outcome);
    if (code !== null && ABSENT.has(code))
      return { state: 'DONE', value: { status: 'ABSENT', payment: null } };
    if (code !== null && CLOSED.has(code))
      return { state: 'DONE', value: { status: 'CLOSED', payment: null } };
    if (code === PAID) return { state: 'DONE', value: { status: 'PAID', payment: NOTHING_SAID } };
    if (outcome.state !== 'DONE') return outcome;
    const data = outcome.value.account;
    const extra = data.additional;
    // ASPI's service 30 has no field for "paid"; banks put it beside the account or into additionalInfo.
    const flags = [
      data.text('paidStatus'),
      extra.text('paidStatus'),
      outcome.value.additional.text('paidStatus'),
    ];
    const paid = flags.includes('Y') || data.text('paymentFlagStatus') === '00';
    if (!paid) return { state: 'DONE', value: { status: 'OPEN', payment: null } };
    return { state: 'DONE', value: { status: 'PAID', payment: paymentIn(data, outcome.value.additional) } };
  }

  async report(day: string): Promise<BankOutcome<readonly ReportedVaPayment[]>> {
    const body = { partnerServiceId: this.settings.partnerServiceId, startDate: day, endDate: day };
    const outcome = await this.client.call(this.settings, SNAP_ENDPOINTS.vaReport, body, null);
    if (outcome.state !== 'DONE') return outcome;
    const { accounts } = outcome.value;
    // Taken for a day without a payment, it would close a day of which nobody knows anything.
    if (accounts === null)
      return {
        state: 'FAILED',
        reason: 'UNREACHABLE',
        responseCode: outcome.value.code,
        message: 'the report has no list of payments',
      };
    const value = accounts.map((entry) => {
      const payment = paymentIn(entry, entry.additional);
      return {
        virtualAccountNo: entry.text('virtualAccountNo') ?? '',
        ...payment,
        // Put against the books, never booked by: any name of the line serves.
        bankReference: payment.bankReference ?? entry.text('referenceNo'),
      };
    });
    return { state: 'DONE', value };
  }

  private named({ trxId, customerNo }: VaName): Record<string, string> {
    const { partnerServiceId } = this.settings;
    return {
      partnerServiceId,
      customerNo,
      virtualAccountNo: snapVirtualAccountNo(partnerServiceId, customerNo),
      trxId,
    };
  }
}

const NOTHING_SAID: BankPayment = { bankReference: null, amount: null, paidAt: null };

/**
 * `referenceNo` is no name of the payment: beside the `paymentRequestId` it is another field of the same one, and what is
 * booked under it would be booked again when the bank repeats its service 25.
 */
function paymentIn(data: SnapObject, additional: SnapObject): BankPayment {
  return {
    bankReference: data.text('paymentRequestId') ?? additional.text('paymentRequestId', 'bankReference'),
    amount: data.amount('paidAmount') ?? data.amount('totalAmount'),
    paidAt: data.text('trxDateTime', 'paymentDate', 'transactionDate'),
  };
}

/** The case of a refusal by the bank, or null. */
export function caseOf(outcome: BankOutcome<unknown>): string | null {
  return outcome.state === 'FAILED' && outcome.responseCode?.startsWith('404') === true
    ? outcome.responseCode.slice(5)
    : null;
}

export function nothing(outcome: BankOutcome<unknown>): BankOutcome<null> {
  return outcome.state === 'DONE' ? { state: 'DONE', value: null } : outcome;
}
