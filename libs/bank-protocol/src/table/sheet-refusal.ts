/** A workbook that cannot be read any further. */
export class SheetRefusal extends Error {
  constructor(
    readonly code: 'WORKBOOK_BROKEN' | 'WORKBOOK_TOO_LARGE' | 'XML_UNSAFE',
    words: string,
  ) {
    super(words);
  }
}
