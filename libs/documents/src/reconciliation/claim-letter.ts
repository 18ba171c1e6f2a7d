import { businessDate, formatDateLong, rupiah, terbilangRupiah } from '@tirtapay/domain';
import { printed } from '../pdf/printed-text';
import type { PdfDefinition } from '../pdf/render-pdf';
import { facts, INK, letterhead, money, MUTED, page, printedAt, SIDE, signatures, WIDE } from './paper';
import type { ClaimLetterModel } from './reconciliation-model';

/** One page to whom it is claimed of. */
export function claimLetter(model: ClaimLetterModel): PdfDefinition {
  return {
    ...page(model, `Surat klaim ${model.number}`),
    footer: (current, pages) => ({
      margin: [SIDE, 12, SIDE, 0],
      color: MUTED,
      fontSize: 8,
      columns: [
        { width: '*', text: printedAt(model) },
        { width: 'auto', text: `Halaman ${String(current)} dari ${String(pages)}` },
      ],
    }),
    content: [
      ...letterhead(model),
      { text: 'SURAT KLAIM', bold: true, fontSize: 12.5, color: INK, margin: [0, 12, 0, 1] },
      { text: `Nomor ${model.number}`, color: MUTED, margin: [0, 0, 0, 10] },
      { text: formatDateLong(businessDate(model.writtenOn), 'id') },
      { text: ['Kepada Yth. ', { text: printed(model.party.name, WIDE) }], margin: [0, 8, 0, 8] },
      {
        text: `Dalam rekonsiliasi tanggal ${formatDateLong(businessDate(model.settlementDate), 'id')} terdapat selisih ${model.party.kind === 'SUPPLIER' ? 'pada deposit kami' : 'yang belum kami terima'} sebesar`,
      },
      { text: money(model.amount).text, bold: true, fontSize: 14, color: INK, margin: [0, 6, 0, 0] },
      { text: `Terbilang: ${terbilangRupiah(rupiah(Math.abs(model.amount)))}`, margin: [0, 2, 0, 8] },
      facts(model.facts),
      { text: printed(`Keterangan: ${model.reason}`, WIDE), margin: [0, 8, 0, 8] },
      {
        unbreakable: true,
        stack: [
          {
            text: `Mohon agar jumlah tersebut ${model.party.kind === 'SUPPLIER' ? 'dikembalikan ke deposit kami' : 'disetorkan ke rekening kami'} dan surat ini dijawab secara tertulis.`,
          },
          signatures([{ label: 'Hormat kami' }, { label: `Diterima oleh ${model.party.word}` }]),
        ],
      },
    ],
  };
}
