import { parseQris } from '@tirtapay/domain';
import { SNAP_SERVICES } from '@tirtapay/bank-protocol';
import type { BankOutcome, CallPurpose, CreatedQr, QrName, NewQr, QrRefund, QrStatus } from './bank-adapter';
import type { OutboundSettings } from './outbound-directory';
import type { SnapReply } from './snap-answer';
import type { SnapClient } from './snap-client';
import { SNAP_ENDPOINTS } from './snap-services';
import { caseOf, nothing, snapMoney } from './snap-va-calls';

const NOT_FOUND = '01';
const CANCELLED = '04';

/** `latestTransactionStatus` (payment-standards §1.7): 00 success, 01–03 under way, 07 not found, the others final. */
const PAID = '00';
const UNDER_WAY = new Set(['01', '02', '03']);
const ABSENT = '07';

/** The QRIS services of one bank: 47, 51, 77, 78. */
export class SnapQrCalls {
  constructor(
    private readonly client: SnapClient,
    private readonly settings: OutboundSettings,
  ) {}

  async generate(wanted: NewQr, { checkoutId }: CallPurpose): Promise<BankOutcome<CreatedQr>> {
    const { merchantId, terminalId } = this.settings;
    const outcome = await this.client.call(
      this.settings,
      SNAP_ENDPOINTS.generateQr,
      {
        partnerReferenceNo: wanted.partnerReferenceNo,
        amount: snapMoney(wanted.amount),
        feeAmount: snapMoney(wanted.adminFee),
        ...(merchantId === null ? {} : { merchantId }),
        ...(terminalId === null ? {} : { terminalId }),
        validityPeriod: wanted.expiresAt,
      },
      checkoutId,
    );
    return outcome.state === 'DONE' ? acceptable(outcome.value, wanted) : outcome;
  }

  async query(code: QrName, { checkoutId }: CallPurpose): Promise<BankOutcome<QrStatus>> {
    const { merchantId } = this.settings;
    const body = {
      ...originals(code),
      serviceCode: SNAP_SERVICES.qrGenerate,
      ...(merchantId === null ? {} : { merchantId }),
    };
    const outcome = await this.client.call(this.settings, SNAP_ENDPOINTS.queryQr, body, checkoutId);
    if (caseOf(outcome) === NOT_FOUND) return { state: 'DONE', value: { status: 'ABSENT', payment: null } };
    if (outcome.state !== 'DONE') return outcome;
    return { state: 'DONE', value: statusIn(outcome.value, this.settings) };
  }

  async cancel(code: QrName, reason: string, { checkoutId }: CallPurpose): Promise<BankOutcome<null>> {
    const { merchantId } = this.settings;
    const body = { ...originals(code), merchantId: merchantId ?? this.settings.partnerId, reason };
    const outcome = await this.client.call(this.settings, SNAP_ENDPOINTS.cancelQr, body, checkoutId);
    const refused = caseOf(outcome);
    return refused === NOT_FOUND || refused === CANCELLED ? { state: 'DONE', value: null } : nothing(outcome);
  }

  async refund(refund: QrRefund, { checkoutId }: CallPurpose): Promise<BankOutcome<{ refundNo: string }>> {
    const { merchantId } = this.settings;
    const body = {
      ...originals(refund),
      ...(merchantId === null ? {} : { merchantId }),
      partnerRefundNo: refund.partnerRefundNo,
      refundAmount: snapMoney(refund.amount),
      reason: refund.reason,
    };
    const outcome = await this.client.call(this.settings, SNAP_ENDPOINTS.refundQr, body, checkoutId);
    if (outcome.state !== 'DONE') return outcome;
    const refundNo = outcome.value.text('refundNo');
    return refundNo === null
      ? { state: 'UNKNOWN', message: 'the bank named no refund' }
      : { state: 'DONE', value: { refundNo } };
  }
}

function originals({ partnerReferenceNo, referenceNo }: QrName): Record<string, string> {
  return {
    originalPartnerReferenceNo: partnerReferenceNo,
    ...(referenceNo === null ? {} : { originalReferenceNo: referenceNo }),
  };
}

/** A code is shown to a customer only when it is sound and asks for exactly what is owed. */
function acceptable(reply: SnapReply, wanted: NewQr): BankOutcome<CreatedQr> {
  const payload = reply.text('qrContent') ?? '';
  const referenceNo = reply.text('referenceNo');
  const parsed = parseQris(payload);
  const unusable =
    (referenceNo === null && 'no referenceNo') ||
    (!parsed.ok && `qrContent ${parsed.problem}`) ||
    (parsed.ok && parsed.value.initiation !== 'DYNAMIC' && 'a static code') ||
    (parsed.ok && parsed.value.amount !== wanted.amount && 'another amount');
  if (!parsed.ok || referenceNo === null || unusable !== false)
    return {
      state: 'UNKNOWN',
      message: `the bank’s code cannot be used: ${unusable === false ? 'unreadable' : unusable}`,
    };
  const { merchantName, nmid } = parsed.value;
  return {
    state: 'DONE',
    value: { referenceNo, payload, merchantName: reply.text('merchantName') ?? merchantName, nmid },
  };
}

function statusIn(reply: SnapReply, { notifiesBySnap }: OutboundSettings): QrStatus {
  const latest = reply.text('latestTransactionStatus')?.padStart(2, '0') ?? '';
  if (latest === PAID) {
    // Service 52 calls a payment by the number of its code when it has no other name; our own notification never does.
    const code = notifiesBySnap ? reply.text('originalReferenceNo') : null;
    const bankReference = reply.additional.text('paymentReference', 'bankReference') ?? code;
    return {
      status: 'PAID',
      payment: { bankReference, amount: reply.amount('amount'), paidAt: reply.text('paidTime') },
    };
  }
  if (latest === ABSENT) return { status: 'ABSENT', payment: null };
  return { status: UNDER_WAY.has(latest) || latest === '' ? 'OPEN' : 'CLOSED', payment: null };
}
