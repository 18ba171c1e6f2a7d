import { channelName, formatInstant, formatRupiah, periodName, terbilangRupiah } from '@tirtapay/domain';
import type { ReceiptBill, ReceiptModel } from './receipt-model';

// Receipts are Indonesian only: they are evidence in front of the utility, the bank and a court.

/** A label and what stands behind it. */
export type Field = readonly [label: string, value: string];

export const RECEIPT_TITLE = 'BUKTI PEMBAYARAN REKENING AIR MINUM';
export const QR_CAPTION = 'Pindai untuk memeriksa keaslian kwitansi ini.';
export const REVERSED_MARK = 'DIBATALKAN';

/** `SALINAN ke-2` for a reprint, null for the original. */
export function copyMark(model: ReceiptModel): string | null {
  return model.copyNumber > 0 ? `SALINAN ke-${String(model.copyNumber)}` : null;
}

/** The closing sentence. A reversed payment must never print the claim of validity. */
export function closingSentence(model: ReceiptModel): string {
  if (model.status === 'REVERSED') return 'Pembayaran ini telah dibatalkan. Kwitansi ini tidak berlaku.';
  if (model.heldAmount === undefined) return 'Kwitansi ini adalah bukti pembayaran yang sah.';
  return model.heldFor === 'NOBODY'
    ? 'Uang ini ditampung sampai pemiliknya diketahui dan belum melunasi tagihan.'
    : 'Uang ini dicatat sebagai titipan dan belum melunasi tagihan.';
}

export function customerFields({ customer }: ReceiptModel): Field[] {
  return [
    ['No. Pelanggan', customer.customerNumber],
    ['Nama', customer.name],
    ['Alamat', customer.address],
    ['Gol. Tarif', customer.tariffCategory],
  ];
}

export function paymentFields(model: ReceiptModel): Field[] {
  return [
    ['Waktu Bayar', formatInstant(model.paidAt, model.zone, 'id')],
    ['Dibukukan', formatInstant(model.postedAt, model.zone, 'id')],
    // Credit that pays bills comes through nobody.
    ...(model.channel === 'CREDIT'
      ? [['Dibayar dari', channelName('CREDIT', 'id')] as const]
      : collectorFields(model)),
    ...(model.waivers ?? []).flatMap(({ programme, amount }): Field[] => [
      ['Pemutihan', programme],
      ['Denda Dihapus', formatRupiah(amount)],
    ]),
    ...(model.creditLeft === undefined ? [] : [['Sisa Titipan', formatRupiah(model.creditLeft)] as const]),
  ];
}

function collectorFields(model: ReceiptModel): Field[] {
  return [
    ['Bank', model.bank.name],
    ['Kanal', channelName(model.channel, 'id')],
    ['No. Ref. Bank', model.bankReference],
  ];
}

/** Amounts above the total. Stamp duty is named only where the law asks for it, the fee always: it was paid. */
export function amountFields(model: ReceiptModel): Field[] {
  return [
    model.heldAmount === undefined
      ? ['Jumlah Tagihan', formatRupiah(model.billAmount)]
      : [model.heldFor === 'NOBODY' ? 'Ditampung' : 'Titipan', formatRupiah(model.heldAmount)],
    ...(model.stampDuty === 0 ? [] : [['Meterai', formatRupiah(model.stampDuty)] as const]),
    ['Biaya Admin', formatRupiah(model.adminFee)],
  ];
}

export function totalField(model: ReceiptModel): Field {
  return ['TOTAL BAYAR', formatRupiah(model.totalAmount)];
}

export function amountInWords(model: ReceiptModel): string {
  return `Terbilang: ${terbilangRupiah(model.totalAmount)}`;
}

/** `Oktober 2025`, or what the bill is for when it is no water. */
export function billPeriod(bill: ReceiptBill): string {
  return bill.title ?? periodName(bill.period, 'id');
}

/** `1250`: stands are written as the meter shows them, without dots. */
function stand(value: number): string {
  return String(value);
}

/** What one meter showed within the usage of a bill; two when it was exchanged. */
export interface StandRange {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

export function standRanges({
  title,
  previousStand,
  currentStand,
  meterChange,
}: ReceiptBill): readonly StandRange[] {
  if (title !== undefined) return [];
  const range = (label: string, from: number, to: number): StandRange => ({
    label,
    from: stand(from),
    to: stand(to),
  });
  if (meterChange === undefined) return [range('Stan Meter', previousStand, currentStand)];
  const { previous, current } = meterChange;
  return [range('Meter Lama', previous.from, previous.to), range('Meter Baru', current.from, current.to)];
}

/** `70.000`: money in a table whose heading already says Rp. */
export function bareAmount(amount: number): string {
  return formatRupiah(amount).replace('Rp', '');
}
