/** What Windows-1252 holds beyond Latin-1: the typographic marks people paste into names and addresses. */
const WINDOWS_1252_MARKS = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

const TYPEWRITER: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '•': '*',
  '…': '...',
};

/** Control, format (bidirectional overrides among them) and unpaired surrogate characters never reach paper. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;

/** One line, single spaces, nothing that cannot be seen. */
export function visible(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').replace(INVISIBLE, '').trim();
}

/** The letter without its accents when that is ASCII, else a question mark: an honest gap instead of a wrong glyph. */
export function withoutAccents(character: string): string {
  const base = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return /^[\x20-\x7e]+$/.test(base) ? base : '?';
}

/** Text for a printer whose code page is unknown: printable ASCII only, one line, single spaces. */
export function toAscii(text: string): string {
  return visible(text).replace(
    /[^\x20-\x7e]/gu,
    (character) => TYPEWRITER[character] ?? withoutAccents(character),
  );
}

/**
 * Whether the standard PDF fonts have the character: they know Windows-1252 and nothing else, and pdfkit writes any
 * other character as a broken code that garbles the words around it.
 */
export function isWinAnsi(character: string): boolean {
  return /^[\x20-\x7e\xa1-\xff]$/u.test(character) || WINDOWS_1252_MARKS.includes(character);
}
