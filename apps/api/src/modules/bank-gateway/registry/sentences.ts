import { Sentence } from '../../../platform/problem';

export const REGISTRY_SAYS = {
  notANetwork: (cidr: string) =>
    Sentence.of({
      id: `${cidr} bukan jaringan yang dapat diterima.`,
      en: `${cidr} is not an acceptable network.`,
    }),
  halfWindow: Sentence.of({
    id: 'Jendela tutup harian punya awal dan akhir.',
    en: 'A cut-off window has a start and an end.',
  }),
  privateKey: Sentence.of({
    id: 'Ini kunci privat. Bank tidak boleh mengirimkannya; minta bank membuat pasangan baru.',
    en: 'This is a private key. A bank must never send it; have it make a new pair.',
  }),
  notAPublicKey: Sentence.of({
    id: 'Bukan kunci publik RSA 2048–8192 bit dalam bentuk PEM.',
    en: 'Not an RSA public key of 2048 to 8192 bit as PEM.',
  }),
} as const;
