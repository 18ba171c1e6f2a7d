// Parts of pdfmake 0.3.11 (pinned exactly) that it ships without types.

declare module 'pdfmake/js/qrEnc' {
  interface QrSquare {
    readonly x: number;
    readonly y: number;
    readonly w: number;
  }
  interface QrNode {
    readonly qr: string;
    readonly eccLevel: 'L' | 'M' | 'Q' | 'H';
    /** Written by `measure`: the white ground, then one square per dark module, row by row. */
    _canvas?: readonly QrSquare[];
  }
  const encoder: { measure(node: QrNode): QrNode };
  export default encoder;
}

declare module 'pdfmake/js/PDFDocument' {
  interface StandardFont {
    readonly name: string;
    readonly id: string;
    readonly document: PdfDocument;
    /** Of an embedded font: its glyphs. */
    readonly font?: { hasGlyphForCodePoint(codePoint: number): boolean };
    widthOfString(text: string, size: number): number;
  }
  class PdfDocument {
    constructor(
      fonts?: object,
      images?: object,
      patterns?: object,
      attachments?: object,
      options?: { autoFirstPage?: boolean; font?: null },
    );
    /** Fonts already opened in this document, by source name. */
    readonly _fontFamilies: Record<string, StandardFont | undefined>;
    _font: StandardFont | null;
    _fontCount: number;
    font(source: string | Uint8Array, family?: string | null, size?: number): this;
  }
  export default PdfDocument;
}
