import { Sentence } from '../../../platform/problem';

export const COLLECTOR_SAYS = {
  recorded: Sentence.of({
    id: 'Setoran dengan referensi dan jumlah ini sudah dicatat.',
    en: 'A deposit of this reference and amount is recorded already.',
  }),
} as const;
