import { parseQris } from '@tirtapay/domain';
import type { BankProfile } from '../bank-profile';
import { numberOf, type Order, type OrderBook } from '../books/orders';
import type { PaymentRequest } from './payment-request';

/** What the customer wants to pay. */
export interface PaymentTarget {
  readonly bank: BankProfile;
  readonly method: 'VA' | 'QRIS';
  /** VA: the number in digits; QRIS: the biller's reference of the code. */
  readonly name: string;
  /** VA: digits after the prefix; QRIS: ''. */
  readonly customerNo: string;
  readonly partnerServiceId: string;
  /** The account or code created here; null for a static account. */
  readonly order: Order | null;
}

/** The bank's counter cannot do it; the message is for the customer. */
export class CounterRefusal extends Error {
  override readonly name = 'CounterRefusal';
}

/** Finds account or code by what a customer types or scans. Throws CounterRefusal. */
export function findTarget(
  request: PaymentRequest,
  orders: OrderBook,
  banks: readonly BankProfile[],
): PaymentTarget {
  const chosen = banks.find(({ id }) => id === request.bank);
  if (request.bank !== undefined && !chosen) throw new CounterRefusal(`Bank tidak dikenal: ${request.bank}.`);
  return request.qr === undefined
    ? accountTarget(request.number ?? '', orders, banks, chosen)
    : codeTarget(request.qr.trim(), orders, banks, chosen);
}

function accountTarget(
  typed: string,
  orders: OrderBook,
  banks: readonly BankProfile[],
  chosen: BankProfile | undefined,
): PaymentTarget {
  const number = typed.replace(/[\s.-]/g, '');
  const order = orders.accountNumbered(number, chosen?.id);
  const bank =
    banks.find(({ id }) => id === order?.bank) ??
    chosen ??
    banks.find(({ snap }) => number.startsWith(snap.partnerServiceId));
  const partnerServiceId = order?.partner_service_id ?? bank?.snap.partnerServiceId ?? '';
  const customerNo = number.slice(partnerServiceId.length);
  if (!bank || !number.startsWith(partnerServiceId) || !/^\d{12}$/.test(customerNo))
    throw new CounterRefusal('Bukan nomor virtual account bank ini: awalan bank diikuti 12 angka.');
  return { bank, method: 'VA', name: number, customerNo, partnerServiceId, order };
}

function codeTarget(
  scanned: string,
  orders: OrderBook,
  banks: readonly BankProfile[],
  chosen: BankProfile | undefined,
): PaymentTarget {
  const parsed = scanned.startsWith('0002') ? parseQris(scanned) : null;
  if (parsed?.ok === false) throw new CounterRefusal(`Isi QRIS tidak sah (${parsed.problem}).`);
  const bank = chosen === undefined ? {} : { bank: chosen.id };
  const referenceNo = parsed?.ok === true ? parsed.value.referenceLabel : scanned;
  const order =
    orders.code({ ...bank, referenceNo }) ??
    (parsed === null ? orders.code({ ...bank, partnerReferenceNo: scanned }) : null);
  const owner = banks.find(({ id }) => id === order?.bank);
  if (!order || !owner) throw new CounterRefusal('Kode QRIS ini tidak dibuat oleh bank sandbox.');
  if (parsed?.ok === true && parsed.value.amount !== order.amount)
    throw new CounterRefusal('Jumlah di dalam kode berbeda dari yang dibuat bank.');
  const { partner_reference_no: name } = order;
  return { bank: owner, method: 'QRIS', name, customerNo: '', partnerServiceId: '', order };
}

/** The number of an order for people. */
export function orderName(order: Order): string {
  return order.method === 'VA' ? numberOf(order) : order.reference_no;
}
