import { formatRfc3339, SNAP_SERVICES } from '@tirtapay/bank-protocol';
import { QRIS_TRANSACTION_LIMIT } from '@tirtapay/domain';
import type { Collection, CollectionBook } from '../books/collections';
import type { OrderBook, QrOrder } from '../books/orders';
import { newReference } from '../reference';
import type { Service, ServiceBody } from './account-services';
import { money, type Fields } from './fields';
import { MERCHANT_NAME, qrContent } from './merchant';
import { Refusal } from './refusal';

/** What a label of tag 62 holds. */
const LABEL = 25;

const STATUS = {
  PAID: ['00', 'Success'],
  OPEN: ['01', 'Initiated'],
  CANCELLED: ['05', 'Canceled'],
  EXPIRED: ['06', 'Failed. Expired'],
} as const;

/** QRIS codes at the bank: services 47, 51, 77 and 78. */
export class CodeServices {
  readonly byCode: ReadonlyMap<string, Service> = new Map<string, Service>([
    [SNAP_SERVICES.qrGenerate, (bank, fields) => this.generate(bank, fields)],
    [SNAP_SERVICES.qrQuery, (bank, fields) => this.query(bank, fields)],
    [SNAP_SERVICES.qrCancel, (bank, fields) => this.cancel(bank, fields)],
    [SNAP_SERVICES.qrRefund, (bank, fields) => this.refund(bank, fields)],
  ]);

  constructor(
    private readonly orders: OrderBook,
    private readonly collections: CollectionBook,
    private readonly now: () => number,
  ) {}

  private generate(bank: string, fields: Fields): ServiceBody {
    const partnerReferenceNo = fields.text('partnerReferenceNo', LABEL, /^[\x20-\x7e]+$/);
    const amount = fields.amount('amount');
    const terminalId = fields.optionalText('terminalId', 16, /^[\x20-\x7e]+$/) ?? 'A01';
    const expiresAt = fields.instant('validityPeriod');
    if (amount > QRIS_TRANSACTION_LIMIT) throw new Refusal('exceedsAmountLimit');
    if (this.orders.code({ bank, partnerReferenceNo }) !== null) throw new Refusal('duplicateReference');
    const referenceNo = newReference('QR', this.now());
    const order: QrOrder = {
      method: 'QRIS',
      bank,
      reference_no: referenceNo,
      partner_reference_no: partnerReferenceNo,
      content: qrContent({ amount, partnerReferenceNo, referenceNo, terminalId }),
      amount,
      fee: fields.optionalAmount('feeAmount') ?? 0,
      expires_at: expiresAt,
      created_at: formatRfc3339(this.now()),
      status: 'OPEN',
    };
    this.orders.record(order);
    const { content: qrText } = order;
    return { referenceNo, partnerReferenceNo, qrContent: qrText, merchantName: MERCHANT_NAME, terminalId };
  }

  private query(bank: string, fields: Fields): ServiceBody {
    fields.text('serviceCode', 2, /^47$/);
    const order = this.order(bank, fields);
    const paid = this.collections.ofOrder(order);
    const [status, description] = STATUS[this.collections.stateOf(order, this.now())];
    return {
      ...originals(order),
      serviceCode: SNAP_SERVICES.qrGenerate,
      latestTransactionStatus: paid && isRefunded(paid) ? '04' : status,
      transactionStatusDesc: paid && isRefunded(paid) ? 'Refunded' : description,
      ...(paid === null
        ? {}
        : { paidTime: paid.paid_at, amount: money(paid.amount + paid.fee), feeAmount: money(paid.fee) }),
      additionalInfo: paid === null ? {} : { paymentReference: paid.reference },
    };
  }

  private cancel(bank: string, fields: Fields): ServiceBody {
    fields.text('merchantId', 64);
    fields.text('reason', 256);
    const order = this.order(bank, fields);
    if (this.collections.ofOrder(order) !== null) throw new Refusal('invalidTransactionStatus');
    if (order.status !== 'OPEN') throw new Refusal('transactionCancelled');
    this.orders.record({ ...order, status: 'CANCELLED' });
    return { ...originals(order), cancelTime: formatRfc3339(this.now()) };
  }

  /** The same `partnerRefundNo` again is the same refund. */
  private refund(bank: string, fields: Fields): ServiceBody {
    const partnerRefundNo = fields.text('partnerRefundNo', 64);
    fields.text('originalPartnerReferenceNo', 64);
    const order = this.order(bank, fields);
    const paid = this.collections.ofOrder(order);
    if (paid === null) throw new Refusal('invalidTransactionStatus');
    const amount = fields.optionalAmount('refundAmount') ?? paid.amount + paid.fee;
    const earlier = paid.refunds.find((refund) => refund.partner_refund_no === partnerRefundNo);
    if (earlier && earlier.amount !== amount) throw new Refusal('inconsistentRequest');
    if (!earlier && amount + refunded(paid) > paid.amount + paid.fee) throw new Refusal('invalidAmount');
    const refund = earlier ?? {
      partner_refund_no: partnerRefundNo,
      refund_no: newReference('RF', this.now()),
      amount,
      refunded_at: formatRfc3339(this.now()),
    };
    if (!earlier) this.collections.record({ ...paid, refunds: [...paid.refunds, refund] });
    return {
      ...originals(order),
      refundNo: refund.refund_no,
      partnerRefundNo,
      refundAmount: money(refund.amount),
      refundTime: refund.refunded_at,
    };
  }

  private order(bank: string, fields: Fields): QrOrder {
    const referenceNo = fields.optionalText('originalReferenceNo', 64);
    const partnerReferenceNo = fields.optionalText('originalPartnerReferenceNo', 64);
    if (referenceNo === null && partnerReferenceNo === null)
      throw new Refusal('invalidMandatoryField', 'originalReferenceNo');
    const order = this.orders.code({ bank, referenceNo, partnerReferenceNo });
    if (!order) throw new Refusal('transactionNotFound');
    return order;
  }
}

function originals(order: QrOrder) {
  return { originalReferenceNo: order.reference_no, originalPartnerReferenceNo: order.partner_reference_no };
}

function refunded({ refunds }: Collection): number {
  return refunds.reduce((sum, { amount }) => sum + amount, 0);
}

function isRefunded(paid: Collection): boolean {
  return refunded(paid) === paid.amount + paid.fee;
}
