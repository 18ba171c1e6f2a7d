import { Injectable } from '@nestjs/common';
import { SNAP_SERVICES, snapAnswer } from '@tirtapay/bank-protocol';
import { Clock } from '../../../../platform/clock';
import { Problem } from '../../../../platform/problem';
import { inCutoff } from '../../../bank-gateway/registry';
import { SnapRefusal, type SnapCall } from '../../../bank-gateway/security';
import { PaymentLookup, type ReferenceState } from '../../../money/payment';
import { paidAt } from '../../../money/payment';
import { PostPayment } from '../../../money/payment';
import { MoneyGate } from '../money-gate';
import { FindPayableBills, oldestMaking, type PayableBills } from './payable-bills.service';
import {
  paymentData,
  receiptInfo,
  receivedAmount,
  storedPayment,
  type StoredPayment,
} from './posted-payment';
import { SUCCESS } from './snap-values';
import { vaPaymentRequest, type VaPaymentRequest } from './va-payment-request';
import { VirtualAccountQueries, type AccountOwner } from './virtual-accounts.queries';

export interface SnapPaymentAnswer {
  readonly body: Record<string, unknown>;
  readonly replayed: boolean;
}

/**
 * Service 25, by the same posting use case as every channel. What the reference (`paymentRequestId`) already means is
 * read first, under its lock, and again after any failure: a refusal or 5002500 is answered only for a reference under
 * which nothing stands; what cannot be known is 5042500, and the bank asks again (flagAdvise) or asks the status.
 */
@Injectable()
export class VaPayments {
  constructor(
    private readonly payable: FindPayableBills,
    private readonly accounts: VirtualAccountQueries,
    private readonly posting: PostPayment,
    private readonly lookup: PaymentLookup,
    private readonly clock: Clock,
    private readonly gate: MoneyGate,
  ) {}

  async pay(call: SnapCall, body: unknown): Promise<SnapPaymentAnswer> {
    const request = vaPaymentRequest(body, call.partner);
    const before = await this.bound(call, request);
    if (before !== null) return this.repeat(call, request, before);
    await this.gate.admit(call.bank.id, request.paymentRequestId);
    // A repetition is answered also while the bank closes its day: the truth is not new business.
    if (inCutoff(call.bank, this.clock))
      throw new SnapRefusal('featureNotAllowedNow', { detail: 'Cut Off In Progress' });
    try {
      return await this.post(call, request);
    } catch (error) {
      // The same call may have won the race meanwhile, or this one may have committed before its connection died.
      const meanwhile = await this.bound(call, request);
      if (meanwhile !== null) return this.repeat(call, request, meanwhile);
      throw knownToHaveFailed(error);
    }
  }

  /** @throws SnapRefusal 5042500 when even that cannot be read */
  private async bound({ bank }: SnapCall, request: VaPaymentRequest): Promise<ReferenceState | null> {
    try {
      return await this.lookup.find(bank.id, request.paymentRequestId);
    } catch (error) {
      throw new SnapRefusal('timeout', { cause: error });
    }
  }

  private async post(call: SnapCall, request: VaPaymentRequest): Promise<SnapPaymentAnswer> {
    const { bank } = call;
    const payable = await this.payable.find(bank, request.account);
    const amount = request.paidAmount.rupiah;
    const billNumbers = amount === null ? null : billsFor(payable, request, amount);
    if (amount === null || billNumbers === null) throw new SnapRefusal('invalidAmount');
    const now = this.clock.now();
    const at = request.paidAt ?? now;
    const moment = paidAt(this.clock.text(at), at, now);
    if (!moment.plausible) throw new SnapRefusal('invalidFieldFormat', { detail: 'trxDateTime' });
    const { owner, adminFee } = payable;
    const posted = await this.posting.post({
      bank: { id: bank.id, code: bank.code, adminFee },
      bankReference: request.paymentRequestId,
      customerNumber: owner.customerNumber,
      billNumbers,
      // SNAP keeps the bank's fee apart; everywhere else it is part of what was collected.
      amount: amount + adminFee,
      channel: 'VA',
      paidAt: moment,
      inquiryValidUntil: null,
      ...(owner.checkout === null ? {} : { checkoutId: owner.checkout.checkoutId }),
    });
    return answer(request, owner.name, storedPayment(posted.answer), posted.replayed);
  }

  /**
   * The reference stands for something. The same content gets the original result. Other content gets 4042518, which
   * banks take as success, and only because what is asked for really is paid under this reference; the bills of anybody
   * else, or others of the same customer, are refused like bills that are not there, so that the bank gives the money back.
   */
  private async repeat(
    { bank }: SnapCall,
    request: VaPaymentRequest,
    state: ReferenceState,
  ): Promise<SnapPaymentAnswer> {
    if (state.answer === null || state.reversed_at !== null) throw new SnapRefusal('transactionCancelled');
    const payment = storedPayment(state.answer);
    // Money kept as credit has paid no bill; staff have an open case for it.
    if (payment.held_amount !== undefined) throw new SnapRefusal('invalidTransactionStatus');
    const owner = await this.accounts.ownerOf(bank.id, request.account);
    if (owner === null || !isPaidBy(payment, request, owner))
      throw new SnapRefusal('invalidBill', { detail: 'Reference Of Another Payment' });
    if (!sameContent(request, owner, payment)) throw new SnapRefusal('inconsistentRequest');
    return answer(request, await this.accounts.nameThen(payment.payment_id), payment, true);
  }
}

function billsFor(
  payable: PayableBills,
  request: VaPaymentRequest,
  amount: number,
): readonly string[] | null {
  const { owner, bills, adminFee } = payable;
  if (owner.checkout !== null)
    return amount === owner.checkout.billAmount + owner.checkout.stampDuty
      ? owner.checkout.billNumbers
      : null;
  const named = billNumbers(request, owner);
  return named ?? oldestMaking(amount, bills, adminFee)?.map((bill) => bill.billNumber) ?? null;
}

function billNumbers({ billNos }: VaPaymentRequest, owner: AccountOwner): readonly string[] | null {
  if (billNos === null) return null;
  return [...new Set(billNos.map((no) => (no.length === 6 ? owner.customerNumber + no : no)))].sort();
}

/**
 * Whether all that is asked for is paid under the reference, whatever else the request says differently. Where no bill is named
 * the amount alone says what is asked for: another one is another month's money as like as not.
 */
function isPaidBy(payment: StoredPayment, request: VaPaymentRequest, owner: AccountOwner): boolean {
  if (payment.customer_number !== owner.customerNumber) return false;
  const wanted = owner.checkout?.billNumbers ?? billNumbers(request, owner);
  if (wanted === null) return request.paidAmount.rupiah === receivedAmount(payment);
  const paid = new Set(payment.bills.map((bill) => bill.bill_number));
  return wanted.every((bill) => paid.has(bill));
}

function sameContent(request: VaPaymentRequest, owner: AccountOwner, payment: StoredPayment): boolean {
  const named = billNumbers(request, owner);
  const paid = payment.bills.map((bill) => bill.bill_number).sort();
  return (
    payment.customer_number === owner.customerNumber &&
    request.paidAmount.rupiah === receivedAmount(payment) &&
    (owner.checkout === null || owner.checkout.paymentId === payment.payment_id) &&
    (named === null || named.join() === paid.join())
  );
}

function answer(
  request: VaPaymentRequest,
  name: string,
  payment: StoredPayment,
  replayed: boolean,
): SnapPaymentAnswer {
  const { responseCode, responseMessage } = snapAnswer('successful', SNAP_SERVICES.vaPayment);
  const body = {
    responseCode,
    responseMessage,
    virtualAccountData: {
      paymentFlagStatus: '00',
      paymentFlagReason: SUCCESS,
      ...request.account,
      virtualAccountName: name,
      ...paymentData(payment),
      ...request.echoed,
    },
    additionalInfo: receiptInfo(payment),
  };
  return { body, replayed };
}

/** After the reference was seen unbound under its lock, nothing was posted: even a lost COMMIT is a failure now. */
function knownToHaveFailed(error: unknown): unknown {
  const refused = error instanceof SnapRefusal || (error instanceof Problem && error.status < 500);
  return refused ? error : new SnapRefusal('generalError', { cause: error });
}
