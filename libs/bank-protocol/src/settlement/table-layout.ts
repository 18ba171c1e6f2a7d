import {
  TABLE_MAPPINGS,
  type SettlementColumn,
  type SettlementField,
  type SettlementMapping,
} from '@tirtapay/domain';

/** Where each field of a mapping lies in the records of this file: indices of cells, from 0. */
export interface TableLayout {
  readonly mapping: SettlementMapping;
  readonly header: readonly string[];
  readonly places: ReadonlyMap<SettlementField, readonly number[]>;
  /** Records with fewer cells are cut off. */
  readonly least: number;
}

/** Headers are compared without case, blanks and marks: `Val. Date` is `VAL DATE`. */
export function plainHeader(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function placeOf(column: SettlementColumn, plain: readonly string[]): number {
  if (column.header === undefined) return (column.position ?? 0) - 1;
  const wanted = plainHeader(column.header);
  let seen = 0;
  return plain.findIndex((header) => {
    if (header !== wanted) return false;
    seen += 1;
    return seen === (column.nth ?? 1);
  });
}

/** The layout when these cells are the mapping's header; null when a column of it is missing. */
export function layoutOf(mapping: SettlementMapping, header: readonly string[]): TableLayout | null {
  const plain = header.map(plainHeader);
  const places = new Map<SettlementField, number[]>();
  for (const column of mapping.columns) {
    const at = placeOf(column, plain);
    if (at < 0 || at >= header.length) return null;
    places.set(column.field, [...(places.get(column.field) ?? []), at]);
  }
  return { mapping, header, places, least: leastCells(mapping, places) };
}

/** Without a header the columns are where the mapping says. */
export function placedLayout(mapping: SettlementMapping): TableLayout {
  const places = new Map<SettlementField, number[]>();
  mapping.columns.forEach((column, index) => {
    // Fixed width is cut in the order of the columns.
    const at = mapping.format === 'FIXED' ? index : (column.position ?? 1) - 1;
    places.set(column.field, [...(places.get(column.field) ?? []), at]);
  });
  return { mapping, header: [], places, least: leastCells(mapping, places) };
}

/** A spreadsheet drops empty cells at the end of a row, so only fields that are never empty count. */
function leastCells(
  { columns }: SettlementMapping,
  places: ReadonlyMap<SettlementField, readonly number[]>,
): number {
  const needed = columns.filter(
    ({ field }) => field === 'booked_on' || field === 'amount' || field === 'status',
  );
  return Math.max(...needed.map(({ field }) => Math.max(...(places.get(field) ?? [0])) + 1), 1);
}

/** The built-in mapping whose header this is; null: none. */
export function knownLayout(cells: readonly string[]): TableLayout | null {
  for (const mapping of TABLE_MAPPINGS) {
    const layout = mapping.header ? layoutOf(mapping, cells) : null;
    if (layout) return layout;
  }
  return null;
}
