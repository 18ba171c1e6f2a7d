import type { Language } from '@tirtapay/domain';

type Cell = string | number | null;

export interface CsvColumn<Item> {
  readonly header: Readonly<Record<Language, string>>;
  /** Names something and counts nothing, however much it looks like a number or a date. */
  readonly identifier: boolean;
  readonly value: (item: Item, language: Language) => Cell;
}

/** Numbers are amounts, stands and counts; a spreadsheet calculates with them. */
export function column<Item>(id: string, en: string, value: CsvColumn<Item>['value']): CsvColumn<Item> {
  return { header: { id, en }, identifier: false, value };
}

/**
 * Numbers of customers, bills, receipts and meters, references, phones, codes: digits a spreadsheet must neither round
 * nor shorten. `010203000046202610` would come back as 10203000046202600, `0812…` without its zero.
 */
export function identifier<Item>(id: string, en: string, value: CsvColumn<Item>['value']): CsvColumn<Item> {
  return { header: { id, en }, identifier: true, value };
}

export function yesNo(flag: boolean, language: Language): string {
  if (language === 'id') return flag ? 'Ya' : 'Tidak';
  return flag ? 'Yes' : 'No';
}
