import type { Language } from '@tirtapay/domain';

type Cell = string | number | null;
type Words = Readonly<Record<Language, string>>;

/** A column of a list: in its file, on its screen, or on both. Its titles stand here and nowhere else. */
export interface CsvColumn<Item> {
  readonly header: Words;
  /** Names something and counts nothing, however much it looks like a number or a date. */
  readonly identifier: boolean;
  /** Its numbers are written with two decimals: shares and averages. */
  readonly decimals: boolean;
  /** null where no file has it */
  readonly value: ((item: Item, language: Language) => Cell) | null;
  /** Where the screen has it: the key it sorts and adds up by, and what stands above it. */
  readonly screen: { readonly key: string; readonly title: Words } | null;
}

/** A column that a file has. */
export interface FileColumn<Item> extends CsvColumn<Item> {
  readonly value: NonNullable<CsvColumn<Item>['value']>;
}

/** The key of a column of the screen; with a title of its own where the file says it at more length, or with its unit. */
type Shown = string | readonly [key: string, id: string, en: string];

function screenOf(header: Words, shown: Shown | undefined): CsvColumn<never>['screen'] {
  if (shown === undefined) return null;
  if (typeof shown === 'string') return { key: shown, title: header };
  const [key, id, en] = shown;
  if (id === header.id && en === header.en) throw new Error(`the title of ${key} is written twice`);
  return { key, title: { id, en } };
}

/** Numbers are amounts, stands and counts; a spreadsheet calculates with them. */
export function column<Item>(
  id: string,
  en: string,
  value: FileColumn<Item>['value'],
  shown?: Shown,
): FileColumn<Item> {
  return {
    header: { id, en },
    identifier: false,
    decimals: false,
    value,
    screen: screenOf({ id, en }, shown),
  };
}

/**
 * Numbers of customers, bills, receipts and meters, references, phones, codes: digits a spreadsheet must neither round
 * nor shorten. `010203000046202610` would come back as 10203000046202600, `0812…` without its zero.
 */
export function identifier<Item>(
  id: string,
  en: string,
  value: FileColumn<Item>['value'],
  shown?: Shown,
): FileColumn<Item> {
  return { ...column(id, en, value, shown), identifier: true };
}

/** A share or an average, which a spreadsheet calculates with as it does with a sum. */
export function fraction<Item>(id: string, en: string, value: FileColumn<Item>['value']): FileColumn<Item> {
  return { ...column(id, en, value), decimals: true };
}

/** A code by what people read for it; one that has no words yet stands as it is. */
export function coded<Item>(
  id: string,
  en: string,
  code: (item: Item) => string | null,
  names: Readonly<Record<string, Words>>,
  shown?: Shown,
): FileColumn<Item> {
  const named = (item: Item, language: Language) => {
    const value = code(item);
    return value === null ? null : (names[value]?.[language] ?? value);
  };
  return column(id, en, named, shown);
}

/** What the screen makes of several values, or says by a picture: no file has it. */
export function onScreen(key: string, id: string, en: string): CsvColumn<unknown> {
  const header = { id, en };
  return { header, identifier: false, decimals: false, value: null, screen: { key, title: header } };
}

export function inFile<Item>(columns: readonly CsvColumn<Item>[]): FileColumn<Item>[] {
  return columns.filter((one): one is FileColumn<Item> => one.value !== null);
}

/** Titles of the screen by the keys of its columns. @throws Error for a key that two columns have */
export function screenTitles(columns: readonly CsvColumn<never>[]): Record<string, Words> {
  const titles: Record<string, Words> = {};
  for (const { screen } of columns) {
    if (screen === null) continue;
    if (Object.hasOwn(titles, screen.key)) throw new Error(`two columns have the key ${screen.key}`);
    titles[screen.key] = screen.title;
  }
  return titles;
}

export function yesNo(flag: boolean, language: Language): string {
  if (language === 'id') return flag ? 'Ya' : 'Tidak';
  return flag ? 'Yes' : 'No';
}
