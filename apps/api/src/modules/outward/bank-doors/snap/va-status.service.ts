import { Injectable } from '@nestjs/common';
import { isStoredReference, SNAP_SERVICES, snapAnswer } from '@tirtapay/bank-protocol';
import { SnapRefusal, type SnapCall } from '../../../bank-gateway/security';
import { PaymentLookup, type ReferenceState } from '../../../money/payment';
import { accountNamed, type AccountNamed } from './account-named';
import { paidInstant, paymentData, receiptInfo, storedPayment, type StoredPayment } from './posted-payment';
import { SnapFields } from './snap-fields';
import { SUCCESS } from './snap-values';
import { VirtualAccountQueries, type AccountOwner } from './virtual-accounts.queries';

const REVERSED = { english: 'Reversed', indonesia: 'Dibatalkan' };

/** Service 26: what became of a payment. A payment that follows an inquiry carries the id of the inquiry. */
@Injectable()
export class VaStatuses {
  constructor(
    private readonly accounts: VirtualAccountQueries,
    private readonly lookup: PaymentLookup,
  ) {}

  /** @throws SnapRefusal 4042601 when nothing stands under this id for this account, 4042604 for a withdrawn one */
  async status({ bank, partner }: SnapCall, body: unknown): Promise<Record<string, unknown>> {
    const fields = new SnapFields(body).require('partnerServiceId', 'customerNo', 'virtualAccountNo');
    const account = accountNamed(fields, partner);
    const inquiryRequestId = fields.text('inquiryRequestId', { max: 128 });
    const paymentRequestId = fields.text('paymentRequestId', { max: 128 });
    const owner = await this.accounts.ownerOf(bank.id, account);
    if (owner === null) throw new SnapRefusal('invalidBill', { detail: 'Not Found' });
    const reference =
      paymentRequestId ?? inquiryRequestId ?? (await this.accounts.latestReference(bank.id, owner));
    const state = isStoredReference(reference) ? await this.lookup.find(bank.id, reference) : null;
    if (state === null) throw new SnapRefusal('transactionNotFound');
    return this.answer(account, owner, state, inquiryRequestId);
  }

  private async answer(
    account: AccountNamed,
    owner: AccountOwner,
    state: ReferenceState,
    inquiryRequestId: string | null,
  ): Promise<Record<string, unknown>> {
    if (state.answer === null) throw new SnapRefusal('transactionCancelled');
    const payment = storedPayment(state.answer);
    if (!belongsTo(payment, owner)) throw new SnapRefusal('transactionNotFound');
    if (payment.held_amount !== undefined) throw new SnapRefusal('invalidTransactionStatus');
    const reversed = state.reversed_at !== null;
    const { responseCode, responseMessage } = snapAnswer('successful', SNAP_SERVICES.vaStatus);
    return {
      responseCode,
      responseMessage,
      virtualAccountData: {
        paymentFlagStatus: reversed ? '01' : '00',
        paymentFlagReason: reversed ? REVERSED : SUCCESS,
        ...account,
        virtualAccountName: await this.accounts.nameThen(payment.payment_id),
        inquiryRequestId: inquiryRequestId ?? payment.bank_reference,
        ...paymentData(payment),
        transactionDate: paidInstant(payment),
      },
      additionalInfo: receiptInfo(payment),
    };
  }
}

function belongsTo(payment: StoredPayment, owner: AccountOwner): boolean {
  return (
    payment.customer_number === owner.customerNumber &&
    (owner.checkout === null || owner.checkout.paymentId === payment.payment_id)
  );
}
