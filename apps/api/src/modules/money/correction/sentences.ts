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
    'Isi stan yang benar, golongan yang benar, atau stan penggantian meter yang benar.',
    'Give the right stand, the right category, or the right stands of the exchange.',
  ),
  both: of(
    'Koreksi stan, golongan, dan penggantian meter diajukan satu per satu.',
    'A stand, a category and an exchange are corrected one after the other.',
  ),
} as const;
