import type { StrictJsonProblem, StrictJsonProblemCode } from '@tirtapay/bank-protocol';
import { Sentence } from '../problem';

/** Why a body was refused before anybody looked at its meaning. A new reason does not compile without its words. */
const JSON_SAYS: Readonly<Record<StrictJsonProblemCode, Sentence>> = {
  syntax: Sentence.of({ id: 'Isi permintaan bukan JSON yang sah.', en: 'The body is not valid JSON.' }),
  duplicate_key: Sentence.of({
    id: 'Satu nama ditulis dua kali dalam objek yang sama.',
    en: 'The key stands twice in one object.',
  }),
  too_deep: Sentence.of({ id: 'Susunan JSON terlalu dalam.', en: 'The JSON is nested too deep.' }),
  too_large: Sentence.of({ id: 'Isi permintaan terlalu besar.', en: 'The body is too large.' }),
  too_many_keys: Sentence.of({
    id: 'Terlalu banyak isian dalam satu objek.',
    en: 'Too many keys in one object.',
  }),
  too_many_values: Sentence.of({ id: 'Terlalu banyak nilai.', en: 'Too many values.' }),
  number_form: Sentence.of({
    id: 'Angka ini tidak ditulis dalam bentuk yang diterima.',
    en: 'The number is not written in an accepted form.',
  }),
  encoding: Sentence.of({
    id: 'Teks ini berisi karakter yang tidak diterima.',
    en: 'The text holds characters that are not accepted.',
  }),
  forbidden_key: Sentence.of({ id: 'Nama isian ini tidak diperbolehkan.', en: 'The key is not allowed.' }),
};

/** @param signed the body of a bank: its developers read the parser's own words, the same to everybody */
export function jsonSays({ code, message }: StrictJsonProblem, signed: boolean): Sentence {
  return signed ? Sentence.forSoftware(message) : JSON_SAYS[code];
}
