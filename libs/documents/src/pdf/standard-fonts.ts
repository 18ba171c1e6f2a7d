import PdfDocument from 'pdfmake/js/PDFDocument';

/** The cuts of the standard Helvetica every PDF reader has: nothing is embedded, a receipt stays a few kB. */
export const HELVETICA = {
  normal: 'Helvetica',
  bold: 'Helvetica-Bold',
  italics: 'Helvetica-Oblique',
  bolditalics: 'Helvetica-BoldOblique',
} as const;

const standardFonts: ReadonlySet<string> = new Set(Object.values(HELVETICA));

export function isStandardFont(source: string): boolean {
  return standardFonts.has(source);
}

type StandardFont = NonNullable<PdfDocument['_font']>;
const opened = new Map<string, StandardFont>();

/** A font as pdfkit opens it, never drawn with: it belongs to a document that is thrown away. */
function pristine(source: string): StandardFont {
  const known = opened.get(source);
  if (known) return known;
  const scratch = new PdfDocument({}, {}, {}, {}, { autoFirstPage: false, font: null });
  openFont.call(scratch, source);
  if (scratch._font === null) throw new Error(`pdfkit did not open ${source}`);
  opened.set(source, scratch._font);
  return scratch._font;
}

/** Width of a text of Windows-1252 in Helvetica-Bold, as a multiple of the font size. */
export function boldWidth(text: string): number {
  return pristine(HELVETICA.bold).widthOfString(text, 1);
}

const openFont = PdfDocument.prototype.font;

/**
 * Opens the standard fonts once per process instead of once per document. pdfkit reads and parses 3,000 lines of
 * metrics for every font of every document, which is more than half of the time a receipt takes. The metrics are
 * shared, the rest of the font (its document, its number there) is new.
 */
export function keepStandardFontsOpen(): void {
  PdfDocument.prototype.font = function font(this: PdfDocument, source, family, size) {
    if (typeof source === 'string' && isStandardFont(source) && !this._fontFamilies[source]) {
      const known = pristine(source);
      const copy = Object.create(Object.getPrototypeOf(known) as object) as StandardFont;
      this._fontCount += 1;
      const own = { document: this, id: `F${String(this._fontCount)}` };
      this._fontFamilies[source] = Object.assign(copy, known, own);
    }
    return openFont.call(this, source, family, size);
  };
}
