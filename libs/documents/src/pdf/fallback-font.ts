import PdfDocument from 'pdfmake/js/PDFDocument';

/**
 * DejaVu Sans, for names the standard fonts cannot write: Latin with any accent, Greek, Cyrillic, Arabic. A document
 * carries the letters it uses and nothing else; one that needs none carries no font at all.
 */
export const FALLBACK = 'DejaVu';

const NORMAL = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const BOLD = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

export const FALLBACK_CUTS = { normal: NORMAL, bold: BOLD, italics: NORMAL, bolditalics: BOLD } as const;

export function isFallbackFont(source: string): boolean {
  return source === NORMAL || source === BOLD;
}

let letters: { hasGlyphForCodePoint(codePoint: number): boolean } | undefined;

/** Opens the font at the first name that needs it. */
export function hasFallbackGlyph(character: string): boolean {
  if (letters === undefined) {
    const scratch = new PdfDocument({}, {}, {}, {}, { autoFirstPage: false, font: null });
    scratch.font(NORMAL);
    letters = scratch._font?.font;
  }
  return letters?.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) === true;
}
