import type { ChangePricesBody } from '@tirtapay/api-client';

type Offer = ChangePricesBody['offered'][number];

export type PasteProblem =
  | { readonly kind: 'columns'; readonly line: number; readonly count: number }
  | { readonly kind: 'number'; readonly line: number; readonly column: PasteColumn }
  | { readonly kind: 'twice'; readonly line: number; readonly other: number };

export type PasteColumn = 'variant' | 'price' | 'cost' | 'sku';

export interface PastedOffer {
  /** As it was pasted, from one. */
  readonly line: number;
  readonly offer: Offer;
}

export interface PastedPrices {
  readonly rows: readonly PastedOffer[];
  readonly problems: readonly PasteProblem[];
}

/** What a line of a service holds: a variant where it has any, amounts where the price is ours, and the supplier's code. */
export function pasteColumns(service: {
  readonly variants: boolean;
  readonly billed: boolean;
}): PasteColumn[] {
  return [
    ...(service.variants ? (['variant'] as const) : []),
    ...(service.billed ? [] : (['price', 'cost'] as const)),
    'sku',
  ];
}

/** `50.000`, `Rp50.000` and `50000` are the same; anything that is no whole rupiah is nothing. */
function rupiahOf(text: string): number | null {
  const bare = text.replace(/^Rp\s*/i, '').trim();
  return /^(\d{1,12}|\d{1,3}([.,]\d{3})+)$/.test(bare) ? Number(bare.replaceAll(/[.,]/g, '')) : null;
}

/** Cells of a spreadsheet come parted by tabs; by hand one writes semicolons. */
function cellsOf(line: string): string[] {
  return line.split(line.includes('\t') ? '\t' : ';').map((cell) => cell.trim());
}

/**
 * Reads a pasted list of products, one a line. Nothing is guessed: a line that is not understood is said, and then nothing
 * is asked for.
 * @example readPrices('TELKOMSEL\t50.000\t49.500\tTSEL50', ['variant', 'price', 'cost', 'sku'])
 */
export function readPrices(text: string, columns: readonly PasteColumn[]): PastedPrices {
  const rows: PastedOffer[] = [];
  const problems: PasteProblem[] = [];
  const seen = new Map<string, number>();
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    if (written.trim() === '') continue;
    const line = index + 1;
    const cells = cellsOf(written);
    if (cells.length !== columns.length) {
      problems.push({ kind: 'columns', line, count: columns.length });
      continue;
    }
    const cell = (column: PasteColumn) => cells[columns.indexOf(column)] ?? '';
    const offer: Offer = { sku: cell('sku') };
    if (columns.includes('variant')) offer.variant = cell('variant');
    for (const column of ['price', 'cost'] as const) {
      if (!columns.includes(column)) continue;
      const amount = rupiahOf(cell(column));
      if (amount === null) problems.push({ kind: 'number', line, column });
      else offer[column] = amount;
    }
    const key = JSON.stringify([offer.variant ?? '', offer.price ?? null]);
    const other = seen.get(key);
    if (other === undefined) seen.set(key, line);
    else problems.push({ kind: 'twice', line, other });
    rows.push({ line, offer });
  }
  return { rows, problems };
}
