import { formatInstant, formatRupiah, terbilangRupiah, type PayOutWay, type Rupiah } from '@tirtapay/domain';
import type { PdfDefinition } from '../pdf/render-pdf';
import { said, signedPaper, type SignedPaper } from './signed-paper';

/** Money that left the house by two people. */
export interface PayOutSlipModel extends Pick<SignedPaper, 'utility' | 'printedAt' | 'zone'> {
  readonly slipNumber: string;
  readonly way: PayOutWay;
  readonly amount: Rupiah;
  readonly customer: { readonly customerNumber: string; readonly name: string } | null;
  /** What the money came with; null for what a correction gave back. */
  readonly receiptNumber: string | null;
  readonly bankName: string | null;
  readonly bankReference: string | null;
  readonly note: string;
  readonly requestedBy: string;
  readonly approvedBy: string;
  /** Epoch milliseconds. */
  readonly paidOutAt: number;
}

/** What is signed when the money is handed over, or kept when it goes back to its bank. */
export function payOutSlip(model: PayOutSlipModel): PdfDefinition {
  const { customer, bankName, bankReference, receiptNumber, way } = model;
  const toBank = way === 'RETURN';
  const known = (label: string, value: string | null): (readonly [string, string])[] =>
    value === null ? [] : [[label, value]];
  return signedPaper({
    ...model,
    title: toBank ? 'BUKTI PENGEMBALIAN UANG KE BANK' : 'BUKTI PENGEMBALIAN UANG KEPADA PELANGGAN',
    number: model.slipNumber,
    facts: [
      ...known('No. Pelanggan', customer?.customerNumber ?? null),
      ...known('Nama', customer?.name ?? null),
      ...known('No. Kwitansi', receiptNumber),
      ...known('Bank', bankName),
      ...known('No. Ref. Bank', bankReference),
      ['Tanggal', formatInstant(model.paidOutAt, model.zone, 'id')],
      ['Keterangan', model.note],
    ],
    body: [
      said(`Jumlah ${formatRupiah(model.amount)}`, true),
      said(`Terbilang: ${terbilangRupiah(model.amount)}`),
    ],
    signers: [
      { role: toBank ? 'Diterima bank' : 'Diterima oleh', name: toBank ? null : (customer?.name ?? null) },
      { role: 'Diajukan oleh', name: model.requestedBy },
      { role: 'Disetujui oleh', name: model.approvedBy },
    ],
  });
}
