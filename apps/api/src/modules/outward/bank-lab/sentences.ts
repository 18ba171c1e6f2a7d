import { Sentence } from '../../../platform/problem';

export const BANK_LAB_SAYS = {
  noSandbox: Sentence.of({ id: 'Di sini tidak ada bank uji coba.', en: 'There is no sandbox bank here.' }),
  nobodyToPayFor: Sentence.of({
    id: 'Tidak ada pelanggan dengan tepat satu rekening terbuka untuk dibayar.',
    en: 'No customer with exactly one open bill to pay for.',
  }),
  sandboxFailed: (what: string) =>
    Sentence.of({
      id: `Bank uji coba tidak menjawab: ${what}`,
      en: `The sandbox bank does not answer: ${what}`,
    }),
} as const;
