import { Sentence } from '../../../platform/problem';

const of = (id: string, en: string) => Sentence.of({ id, en });

export const CORRECTION_SAYS = {
  notWater: of(
    'Hanya tagihan air yang dikoreksi dengan cara ini.',
    'Only a bill of water is corrected this way.',
  ),
  sealedMonth: of(
    'Bulan ini disegel penuh dan tidak punya stan.',
    'The month was sealed throughout and has no stand.',
  ),
  nothingAsked: of(
    'Isi stan yang benar atau golongan yang benar.',
    'Give the right stand or the right category.',
  ),
  both: of(
    'Koreksi stan dan golongan diajukan satu per satu.',
    'A stand and a category are corrected one after the other.',
  ),
} as const;
