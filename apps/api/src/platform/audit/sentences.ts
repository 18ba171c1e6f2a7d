import { Sentence } from '../problem';

export const AUDIT_SAYS = {
  changedBy: (name: string) =>
    Sentence.of({
      id: `Terakhir diubah oleh ${name}. Muat ulang, bandingkan, lalu simpan lagi.`,
      en: `Last changed by ${name}. Reload, compare and save again.`,
    }),
  changedSinceAsked: (name: string) =>
    Sentence.of({
      id: `Terakhir diubah oleh ${name} setelah permohonan ini diajukan. Tolak permohonan ini, lalu ajukan lagi dari yang berlaku sekarang.`,
      en: `Last changed by ${name} since this was asked for. Reject the request and ask again from what holds now.`,
    }),
} as const;
