import { Injectable } from '@nestjs/common';
import { isBankReference, parseSnapTimestamp, SNAP_SERVICES, snapAnswer } from '@tirtapay/bank-protocol';
import { Clock } from '../../../../platform/clock';
import { SnapRefusal, type SnapCall } from '../../../bank-gateway/security';
import { MoneyGate } from '../money-gate';
import { SnapFields } from './snap-fields';
import { SnapInbox, type PaidQr } from './snap-inbox';

const PAID = '00';
const STATUS = /^0\d$/;
const PRINTABLE = /^[\x21-\x7e]+$/;

/**
 * Service 52: what became of a QRIS. Stored before anything else and answered 2005200 as soon as it is: some banks send
 * it once and never again. Paid money is then booked by the same use case as every notification.
 */
@Injectable()
export class QrNotifications {
  constructor(
    private readonly inbox: SnapInbox,
    private readonly clock: Clock,
    private readonly gate: MoneyGate,
  ) {}

  async receive(call: SnapCall, body: unknown): Promise<Record<string, unknown>> {
    const fields = new SnapFields(body).require('originalReferenceNo', 'latestTransactionStatus');
    const reference = referenceOf(fields);
    const status = fields.text('latestTransactionStatus', { max: 2, form: STATUS }) ?? '';
    // One event per transaction and status, however often and under however many external ids it is sent.
    const notification = { bankId: call.bank.id, eventId: `52/${reference}/${status}` };
    if (status === PAID) {
      await this.inbox.paid(notification, this.paid(fields, reference, call.timestamp));
      // Kept first: of money that was really paid at a bank that is not live a person shall know.
      await this.gate.admit(call.bank.id, reference);
    } else await this.inbox.acknowledge(notification, body as object);
    const { responseCode, responseMessage } = snapAnswer('successful', SNAP_SERVICES.qrNotify);
    return { responseCode, responseMessage, additionalInfo: {} };
  }

  private paid(fields: SnapFields, reference: string, toldAt: string): PaidQr {
    const amount = fields.require('amount').amount('amount')?.rupiah ?? null;
    if (amount === null || amount === 0) throw new SnapRefusal('invalidAmount');
    const ours = fields.text('originalPartnerReferenceNo', { max: 64, form: PRINTABLE });
    return {
      reference,
      qrReference: ours ?? fields.text('originalReferenceNo', { max: 64, form: PRINTABLE }) ?? '',
      amount,
      // The notification names no time of payment; the bank's clock when it told us is the nearest there is.
      paidAt: this.clock.text(parseSnapTimestamp(toldAt) ?? this.clock.now()),
    };
  }
}

/**
 * What the money is called at the bank: the reference of the payment when the bank names one beside the number of the
 * QR, as its answers to a query (51) do; so asking and being told book one payment.
 */
function referenceOf(fields: SnapFields): string {
  const additional = fields.object('additionalInfo');
  const name = ['paymentReference', 'bankReference'].find((each) => additional?.isAbsent(each) === false);
  const reference =
    (name === undefined ? null : additional?.text(name, { max: 64 })) ??
    fields.text('originalReferenceNo', { max: 64 });
  if (!isBankReference(reference)) throw fields.malformed('originalReferenceNo');
  return reference;
}
