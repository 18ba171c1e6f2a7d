import { Sentence } from '../problem';

export const AUDIT_SAYS = {
  changedBy: (name: string) =>
    Sentence.of({
      id: `Terakhir diubah oleh ${name}. Muat ulang, bandingkan, lalu simpan lagi.`,
      en: `Last changed by ${name}. Reload, compare and save again.`,
    }),
} as const;
