import { Sentence } from '../../../platform/problem';

export const COLLECTOR_SAYS = {
  nothingCorrected: Sentence.of({
    id: 'Jumlah dan nomor slipnya sudah seperti itu; tidak ada yang dikoreksi.',
    en: 'Amount and slip are like this already; nothing is corrected.',
  }),
  notInDrawer: Sentence.of({
    id: 'Isi laci menurut catatan tidak cukup untuk koreksi ini.',
    en: 'The drawer holds less by the books than this correction takes out.',
  }),
  recorded: Sentence.of({
    id: 'Setoran dengan referensi dan jumlah ini sudah dicatat.',
    en: 'A deposit of this reference and amount is recorded already.',
  }),
} as const;
