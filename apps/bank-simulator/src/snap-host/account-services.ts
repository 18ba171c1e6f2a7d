import { formatRfc3339, parseSnapTimestamp, SNAP_SERVICES } from '@tirtapay/bank-protocol';
import { snapVirtualAccountNo } from '@tirtapay/domain';
import { isHeld, type Collection, type CollectionBook } from '../books/collections';
import { isExpired, numberOf, type OrderBook, type VaOrder } from '../books/orders';
import { money, type Fields } from './fields';
import type { ReportBreaks } from '../settlement/report-breaks';
import { withBreaks } from '../settlement/settlement-breaks';
import { ofCollection } from '../settlement/settlement-day';
import { Refusal } from './refusal';

/** What a service answers besides code and message. */
export type ServiceBody = Readonly<Record<string, unknown>>;
export type Service = (bank: string, fields: Fields) => ServiceBody;

const WITA_OFFSET = '+08:00';

/** Virtual accounts at the bank: services 27–31 and 35. */
export class AccountServices {
  readonly byCode: ReadonlyMap<string, Service> = new Map<string, Service>([
    [SNAP_SERVICES.createVa, (bank, fields) => this.create(bank, fields)],
    [SNAP_SERVICES.updateVa, (bank, fields) => this.update(bank, fields)],
    [SNAP_SERVICES.updateVaStatus, (bank, fields) => this.mark(bank, fields)],
    [SNAP_SERVICES.inquiryVa, (bank, fields) => this.inquire(bank, fields)],
    [SNAP_SERVICES.deleteVa, (bank, fields) => this.delete(bank, fields)],
    [SNAP_SERVICES.vaReport, (bank, fields) => this.report(bank, fields)],
  ]);

  constructor(
    private readonly orders: OrderBook,
    private readonly collections: CollectionBook,
    private readonly now: () => number,
    private readonly breaks: ReportBreaks,
  ) {}

  private create(bank: string, fields: Fields): ServiceBody {
    const { partnerServiceId, customerNo } = fields.triple();
    const order: VaOrder = {
      method: 'VA',
      bank,
      trx_id: fields.text('trxId', 64),
      partner_service_id: partnerServiceId,
      customer_no: customerNo,
      name: fields.text('virtualAccountName', 255),
      amount: fields.amount('totalAmount'),
      fee: fields.optionalAmount('feeAmount') ?? 0,
      expires_at: fields.instant('expiredDate'),
      created_at: formatRfc3339(this.now()),
      status: 'OPEN',
      marked_paid: false,
    };
    if (fields.optionalText('virtualAccountTrxType', 1, /^C$/) === null)
      throw new Refusal('invalidMandatoryField', 'virtualAccountTrxType');
    if (isExpired(order, this.now())) throw new Refusal('invalidFieldFormat', 'expiredDate');
    const taken = this.orders.accountNumbered(numberOf(order), bank);
    const isTaken = taken !== null && this.collections.stateOf(taken, this.now()) === 'OPEN';
    if (isTaken || this.orders.account(bank, order.trx_id) !== null) throw new Refusal('duplicateReference');
    this.orders.record(order);
    return { virtualAccountData: this.describe(order) };
  }

  private update(bank: string, fields: Fields): ServiceBody {
    const order = this.openOrder(bank, fields);
    const updated = {
      ...order,
      name: fields.optionalText('virtualAccountName', 255) ?? order.name,
      amount: fields.optionalAmount('totalAmount') ?? order.amount,
      fee: fields.optionalAmount('feeAmount') ?? order.fee,
      expires_at: fields.instant('expiredDate') ?? order.expires_at,
    };
    this.orders.record(updated);
    return { virtualAccountData: { ...this.describe(updated), lastUpdateDate: formatRfc3339(this.now()) } };
  }

  private mark(bank: string, fields: Fields): ServiceBody {
    const order = this.order(bank, fields);
    const marked = { ...order, marked_paid: fields.text('paidStatus', 1, /^[YN]$/) === 'Y' };
    this.orders.record({ ...marked, status: marked.marked_paid ? 'CANCELLED' : 'OPEN' });
    return { virtualAccountData: { ...this.describe(marked), paidStatus: marked.marked_paid ? 'Y' : 'N' } };
  }

  /** A paid account says under which reference, so that a biller that missed the payment can book it. */
  private inquire(bank: string, fields: Fields): ServiceBody {
    const order = this.order(bank, fields);
    const paid = this.collections.ofOrder(order);
    if (paid === null && order.status !== 'OPEN') throw new Refusal('invalidBill', 'Not Found');
    if (paid === null && isExpired(order, this.now())) throw new Refusal('expiredBill');
    return {
      virtualAccountData: {
        ...this.describe(order),
        ...(paid === null ? {} : { paymentDate: paid.paid_at, paidAmount: money(paid.amount) }),
      },
      additionalInfo:
        paid === null ? { paidStatus: 'N' } : { paidStatus: 'Y', paymentRequestId: paid.reference },
    };
  }

  private delete(bank: string, fields: Fields): ServiceBody {
    const order = this.order(bank, fields);
    if (this.collections.ofOrder(order) !== null) throw new Refusal('paidBill');
    if (order.status !== 'OPEN') throw new Refusal('invalidBill', 'Not Found');
    this.orders.record({ ...order, status: 'CANCELLED' });
    const { partnerServiceId, customerNo, virtualAccountNo, trxId } = this.describe(order);
    return { virtualAccountData: { partnerServiceId, customerNo, virtualAccountNo, trxId } };
  }

  private report(bank: string, fields: Fields): ServiceBody {
    const partnerServiceId = fields.text('partnerServiceId', 8, /^ *\d{1,8}$/);
    const today = formatRfc3339(this.now()).slice(0, 10);
    const startDate = fields.optionalText('startDate', 10, /^\d{4}-\d{2}-\d{2}$/) ?? today;
    const endDate = fields.optionalText('endDate', 10, /^\d{4}-\d{2}-\d{2}$/) ?? startDate;
    const from = moment(startDate, fields.optionalText('startTime', 5, /^\d{2}:\d{2}$/) ?? '00:00', '00');
    const until = moment(endDate, fields.optionalText('endTime', 5, /^\d{2}:\d{2}$/) ?? '23:59', '59');
    if (from === null || until === null) throw new Refusal('invalidFieldFormat', 'startDate');
    const rows = this.collections.all().filter((entry) => {
      const paidAt = parseSnapTimestamp(entry.paid_at) ?? 0;
      const ours = entry.bank === bank && entry.method === 'VA' && isHeld(entry);
      return ours && entry.target.startsWith(partnerServiceId.trim()) && paidAt >= from && paidAt <= until;
    });
    // Services 32–35 spell the field so.
    return { virtualAccountdata: this.reported(rows.reverse(), startDate, partnerServiceId.trim()) };
  }

  /** As the file would have it, with the same mistakes; what the bank took back is not reported at all. */
  private reported(entries: readonly Collection[], day: string, prefix: string): ServiceBody[] {
    const byReference = new Map(entries.map((entry) => [entry.reference, entry]));
    return withBreaks(entries.map(ofCollection), this.breaks.all(), day).flatMap((row) => {
      if (row.status !== '00') return [];
      const entry = byReference.get(row.reference);
      const customerNo = row.customerNo === '' ? (entry?.target.slice(prefix.length) ?? '') : row.customerNo;
      const own = entry === undefined || row.customerNo !== ofCollection(entry).customerNo;
      return [
        reported({
          prefix,
          // Of an account that was made for one checkout its own number; of a wrong or unknown customer the customer's.
          customerNo: own ? customerNo : entry.target.slice(prefix.length),
          name: entry?.name ?? '',
          reference: row.reference,
          amount: row.amount,
          at: `${row.date.slice(0, 4)}-${row.date.slice(4, 6)}-${row.date.slice(6)}T${row.time.slice(0, 2)}:${row.time.slice(2, 4)}:${row.time.slice(4)}${WITA_OFFSET}`,
          confirmed: entry?.state !== 'TAKEN',
        }),
      ];
    });
  }

  private openOrder(bank: string, fields: Fields): VaOrder {
    const order = this.order(bank, fields);
    if (this.collections.ofOrder(order) !== null) throw new Refusal('paidBill');
    if (order.status !== 'OPEN') throw new Refusal('invalidBill', 'Not Found');
    return order;
  }

  private order(bank: string, fields: Fields): VaOrder {
    const triple = fields.triple();
    const order = this.orders.account(bank, fields.text('trxId', 64));
    const isSame =
      order?.partner_service_id === triple.partnerServiceId && order.customer_no === triple.customerNo;
    if (!order || !isSame) throw new Refusal('invalidBill', 'Not Found');
    return order;
  }

  private describe(order: VaOrder) {
    return {
      partnerServiceId: order.partner_service_id.padStart(8, ' '),
      customerNo: order.customer_no,
      virtualAccountNo: snapVirtualAccountNo(order.partner_service_id, order.customer_no),
      virtualAccountName: order.name,
      trxId: order.trx_id,
      totalAmount: money(order.amount),
      feeAmount: money(order.fee),
      virtualAccountTrxType: 'C',
      ...(order.expires_at === null ? {} : { expiredDate: order.expires_at }),
    };
  }
}

function moment(date: string, time: string, seconds: string): number | null {
  return parseSnapTimestamp(`${date}T${time}:${seconds}${WITA_OFFSET}`);
}

function reported(payment: {
  readonly prefix: string;
  readonly customerNo: string;
  readonly name: string;
  readonly reference: string;
  readonly amount: number;
  readonly at: string;
  readonly confirmed: boolean;
}): ServiceBody {
  const { prefix, customerNo } = payment;
  return {
    partnerServiceId: prefix.padStart(8, ' '),
    customerNo,
    virtualAccountNo: snapVirtualAccountNo(prefix, customerNo),
    virtualAccountName: payment.name,
    paymentRequestId: payment.reference,
    paidAmount: money(payment.amount),
    totalAmount: money(payment.amount),
    trxDateTime: payment.at,
    paymentFlagStatus: payment.confirmed ? '00' : '02',
  };
}
