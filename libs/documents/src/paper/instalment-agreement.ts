import {
  formatDateLong,
  formatInstant,
  formatRupiah,
  periodName,
  rupiah,
  terbilangRupiah,
  type BusinessDate,
  type Period,
  type Rupiah,
} from '@tirtapay/domain';
import type { PdfDefinition } from '../pdf/render-pdf';
import { figures, said, signedPaper, type SignedPaper } from './signed-paper';

/** What a customer and two people agreed on. */
export interface InstalmentAgreementModel extends Pick<SignedPaper, 'utility' | 'printedAt' | 'zone'> {
  readonly planNumber: string;
  readonly customer: { readonly customerNumber: string; readonly name: string; readonly address: string };
  /** What the instalments take the place of, oldest first. */
  readonly bills: readonly {
    readonly period: Period;
    /** Of a bill that is no water. */
    readonly title: string | null;
    readonly principal: Rupiah;
    readonly penalty: Rupiah;
    /** What was forgiven of the penalty; `penalty` is what is left. */
    readonly waived: Rupiah;
  }[];
  /** Of what was forgiven: what is asked for again when the plan ends before its time. */
  readonly waiverRevocable: Rupiah;
  readonly instalments: readonly {
    readonly seq: number;
    readonly dueDate: BusinessDate;
    readonly amount: Rupiah;
  }[];
  readonly total: Rupiah;
  /** Days an instalment may be late. */
  readonly graceDays: number;
  /** The rule of penalties that late instalments bear; null: they bear none. */
  readonly latePolicy: string | null;
  readonly requestedBy: string;
  readonly approvedBy: string;
  /** Epoch milliseconds. */
  readonly agreedAt: number;
}

/** The paper a customer signs who pays in instalments: what is owed, when it is paid, and what happens when it is not. */
export function instalmentAgreement(model: InstalmentAgreementModel): PdfDefinition {
  const { customer, bills, instalments, total, graceDays, latePolicy } = model;
  const waived = bills.reduce((sum, bill) => sum + bill.waived, 0) as Rupiah;
  return signedPaper({
    ...model,
    title: 'SURAT PERNYATAAN ANGSURAN',
    number: model.planNumber,
    facts: [
      ['No. Pelanggan', customer.customerNumber],
      ['Nama', customer.name],
      ['Alamat', customer.address],
      ['Disepakati', formatInstant(model.agreedAt, model.zone, 'id')],
    ],
    body: [
      said('Saya, pelanggan tersebut di atas, mengakui tunggakan berikut:'),
      figures(
        ['Rekening', 'Pokok', 'Denda', 'Jumlah'],
        bills.map(({ period, title, principal, penalty }) => [
          title ?? periodName(period, 'id'),
          formatRupiah(principal),
          formatRupiah(penalty),
          formatRupiah((principal + penalty) as Rupiah),
        ]),
        [
          'Jumlah',
          formatRupiah(rupiah(bills.reduce((sum, { principal }) => sum + principal, 0))),
          formatRupiah(rupiah(bills.reduce((sum, { penalty }) => sum + penalty, 0))),
          formatRupiah(total),
        ],
      ),
      ...(waived === 0 ? [] : [said(forgivenText(waived, model.waiverRevocable))]),
      said(`Seluruhnya ${formatRupiah(total)} (${terbilangRupiah(total)}).`, true),
      said(`Saya menyatakan sanggup membayarnya dalam ${String(instalments.length)} kali angsuran:`),
      figures(
        ['Angsuran', 'Paling lambat', 'Jumlah'],
        instalments.map(({ seq, dueDate, amount }) => [
          `Angsuran ${String(seq)} dari ${String(instalments.length)}`,
          formatDateLong(dueDate, 'id'),
          formatRupiah(amount),
        ]),
        ['Jumlah', '', formatRupiah(rupiah(instalments.reduce((sum, { amount }) => sum + amount, 0)))],
      ),
      said(
        `Bila satu angsuran belum dibayar lewat ${String(graceDays)} hari dari jatuh temponya, rencana ini berakhir dan seluruh sisanya ditagih sekaligus. ${latePolicy === null ? 'Angsuran yang terlambat tidak dikenai denda tambahan.' : `Angsuran yang terlambat dikenai denda menurut kebijakan ${latePolicy}.`} Rekening air bulan berjalan dibayar seperti biasa di luar angsuran ini.`,
      ),
    ],
    signers: [
      { role: 'Yang menyatakan', name: customer.name },
      { role: 'Diajukan oleh', name: model.requestedBy },
      { role: 'Disetujui oleh', name: model.approvedBy },
    ],
  });
}

/** A correction may have found some of what was forgiven to be no penalty at all: that is not asked for again. */
function forgivenText(waived: Rupiah, revocable: Rupiah): string {
  const again = 'dicabut dan ditagih lagi bila rencana ini berakhir sebelum lunas.';
  if (revocable === waived)
    return `Denda di atas sudah dikurangi pemutihan ${formatRupiah(waived)}. Pemutihan itu ${again}`;
  if (revocable === 0)
    return `Denda di atas sudah dikurangi ${formatRupiah(waived)} menurut koreksi tagihan.`;
  return `Denda di atas sudah dikurangi ${formatRupiah(waived)}; dari itu pemutihan ${formatRupiah(revocable)} ${again}`;
}
