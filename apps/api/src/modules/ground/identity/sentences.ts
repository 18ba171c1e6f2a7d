import { Sentence } from '../../../platform/problem';
import { MIN_PASSWORD_LENGTH, type PasswordWeakness } from './password-policy';

const WEAK: Readonly<Record<PasswordWeakness, Sentence>> = {
  TOO_SHORT: Sentence.of({
    id: `Minimal ${String(MIN_PASSWORD_LENGTH)} karakter.`,
    en: `At least ${String(MIN_PASSWORD_LENGTH)} characters.`,
  }),
  TOO_FEW_CHARACTERS: Sentence.of({
    id: 'Karakter yang berbeda terlalu sedikit.',
    en: 'Too few different characters.',
  }),
  COMMON_OR_CONTEXT: Sentence.of({
    id: 'Tersusun dari kata, nama, atau pola yang mudah ditebak.',
    en: 'Made of common words, names or patterns.',
  }),
};

export const IDENTITY_SAYS = {
  weak: WEAK,
  nameMissing: Sentence.of({ id: 'Tulis nama Anda.', en: 'Say who you are.' }),
  wrongPassword: Sentence.of({
    id: 'Ini bukan kata sandi yang sekarang.',
    en: 'This is not the current password.',
  }),
  codeNeeded: Sentence.of({
    id: 'Tulis kode dari aplikasi autentikator Anda.',
    en: 'Type the code of your authenticator app.',
  }),
  wrongCode: Sentence.of({
    id: 'Kode ini salah atau sudah dipakai. Tunggu kode berikutnya, lalu coba lagi.',
    en: 'This code is wrong or used; wait for the next one and try again.',
  }),
  samePassword: Sentence.of({
    id: 'Kata sandi baru sama dengan yang lama.',
    en: 'The new password is the old one.',
  }),
} as const;
