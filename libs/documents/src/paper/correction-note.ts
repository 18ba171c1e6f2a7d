import {
  figuresTotal,
  formatInstant,
  formatRupiah,
  groupWholeNumber,
  periodName,
  rupiah,
  type CorrectedBill,
  type CorrectionCause,
} from '@tirtapay/domain';
import type { PdfDefinition } from '../pdf/render-pdf';
import { figures, said, signedPaper, type SignedPaper } from './signed-paper';

/** A paper of correction as it was written: of its bills nothing is worked out again. */
export interface CorrectionNoteModel extends Pick<SignedPaper, 'utility' | 'printedAt' | 'zone'> {
  readonly noteNumber: string;
  readonly customer: { readonly customerNumber: string; readonly name: string; readonly address: string };
  readonly cause: CorrectionCause;
  readonly reason: string | null;
  readonly items: readonly CorrectedBill[];
  /** Settled on it, rupiah: below zero credit of the customer, above zero on a later bill. */
  readonly amount: number;
  readonly requestedBy: string | null;
  readonly approvedBy: string | null;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

const CAUSES: Readonly<Record<CorrectionCause, string>> = {
  READING: 'Stan meter yang dipakai keliru dan sudah diperbaiki.',
  TARIFF: 'Golongan tarif yang dipakai keliru dan sudah diperbaiki.',
  OPENING: 'Tunggakan yang diambil alih dari sistem lama keliru dan sudah diperbaiki.',
  CHARGE: 'Biaya ini keliru ditagihkan dan dikembalikan seluruhnya.',
  CATCH_UP: 'Meter dibaca lagi setelah beberapa bulan ditaksir; pemakaiannya dibagi menurut hari.',
};

/** What was asked for and what is right, month by month, for the customer to keep. */
export function correctionNote(model: CorrectionNoteModel): PdfDefinition {
  const { customer, items, amount } = model;
  const penalty = items.reduce((sum, item) => sum + item.penalty, 0);
  return signedPaper({
    ...model,
    title: model.cause === 'CHARGE' ? 'NOTA KOREKSI TAGIHAN NON-AIR' : 'NOTA KOREKSI TAGIHAN AIR',
    number: model.noteNumber,
    facts: [
      ['No. Pelanggan', customer.customerNumber],
      ['Nama', customer.name],
      ['Alamat', customer.address],
      ['Dibuat', formatInstant(model.createdAt, model.zone, 'id')],
    ],
    body: [
      said(CAUSES[model.cause]),
      ...(model.reason === null ? [] : [said(`Keterangan: ${model.reason}`)]),
      figures(
        ['Bulan', 'Semula (m³)', 'Menjadi (m³)', 'Semula', 'Menjadi', 'Selisih'],
        items.map(({ period, before, after }) => [
          periodName(period, 'id'),
          groupWholeNumber(before.usage_m3),
          groupWholeNumber(after.usage_m3),
          money(figuresTotal(before)),
          money(figuresTotal(after)),
          money(figuresTotal(after) - figuresTotal(before)),
        ]),
      ),
      ...(penalty < 0 ? [said(`Denda yang dibatalkan atau dikembalikan: ${money(-penalty)}.`)] : []),
      ...(penalty > 0 ? [said(`Denda yang dikembalikan terlalu banyak: ${money(penalty)}.`)] : []),
      said(outcome(items, amount), true),
    ],
    signers:
      model.requestedBy === null
        ? [{ role: 'Petugas', name: null }]
        : [
            { role: 'Diajukan oleh', name: model.requestedBy },
            { role: 'Disetujui oleh', name: model.approvedBy },
          ],
  });
}

function outcome(items: readonly CorrectedBill[], amount: number): string {
  if (amount < 0) return `Kelebihan ${money(-amount)} menjadi titipan pelanggan.`;
  if (amount > 0) return `Kekurangan ${money(amount)} ditagih pada rekening berikutnya.`;
  return items.some(({ way }) => way === 'REISSUED' || way === 'REDRAFTED')
    ? 'Tagihan semula dibatalkan dan terbit lagi dengan nomor yang sama.'
    : 'Jumlah yang ditagih tidak berubah.';
}

function money(amount: number): string {
  return `${amount < 0 ? '-' : ''}${formatRupiah(rupiah(Math.abs(amount)))}`;
}
