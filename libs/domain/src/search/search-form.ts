/*
 * What is stored and what is asked for meet in one form. The database has the same functions (`search_form`, `key_form`,
 * `phone_form`) and indexes over them; a test holds the two against each other.
 */

const APOSTROPHES = /['’‘ʼʻ`´′]/g;
const MARKS = /[\u0300-\u036f]/g;
const BLANKS = /[ \t\n\r\f\v\u200b-\u200f]+/g;

/** Letters with a stroke have no accent to take away. */
const STROKED: Readonly<Record<string, string>> = {
  Đ: 'd',
  đ: 'd',
  Ł: 'l',
  ł: 'l',
  Ø: 'o',
  ø: 'o',
  ı: 'i',
  Ħ: 'h',
  ħ: 'h',
};

/**
 * Names, addresses and sentences: small letters, no accents, no apostrophes, single spaces.
 * `José  NUR’AINI` → `jose nuraini`
 */
export function searchForm(written: string): string {
  return (
    written
      .replace(APOSTROPHES, '')
      .normalize('NFKD')
      // A double prime comes apart into two.
      .replace(APOSTROPHES, '')
      .replace(MARKS, '')
      .replace(/[ĐđŁłØøıĦħ]/g, (letter) => STROKED[letter] ?? letter)
      .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
      .replace(BLANKS, ' ')
      .replace(/^ | $/g, '')
  );
}

/** Keys a person types (serials, older numbers, references, codes): the same without any space. `PDAM 12a` → `pdam12a` */
export function keyForm(written: string): string {
  return searchForm(written).replaceAll(' ', '');
}

/** A telephone number as it is dialled at home: digits only, `0` for the country. `+62 812-3456` → `08123456` */
export function phoneForm(written: string): string {
  return written.replace(/[^0-9]/g, '').replace(/^(?:00)?62/, '0');
}

/** The digits of a number written in groups, `0101 0100 0015`; empty for anything that is more than a number. */
export function groupedDigits(written: string): string {
  return /^[+(]?[0-9][0-9 ().\p{Pd}\u00a0]*$/u.test(written.trim()) ? written.replace(/[^0-9]/g, '') : '';
}
