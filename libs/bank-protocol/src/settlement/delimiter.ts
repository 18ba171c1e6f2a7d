import { DELIMITERS, type Delimiter, type SettlementMapping } from '@tirtapay/domain';
import { csvRecords } from './csv-records';
import { knownLayout, layoutOf } from './table-layout';

const HEAD_RECORDS = 60;

/**
 * The delimiter under which the header is known; else the one that makes the widest table of the head. A comma within
 * amounts makes ragged rows, so what counts is the number of cells that most rows have.
 */
export async function findDelimiter(head: Buffer, mapping: SettlementMapping | null): Promise<Delimiter> {
  if (mapping?.delimiter) return mapping.delimiter;
  let best: Delimiter = ',';
  let widest = 0;
  for (const delimiter of DELIMITERS) {
    const widths = new Map<number, number>();
    for (const cells of await headCells(head, delimiter)) {
      const known = mapping?.header ? layoutOf(mapping, cells) : mapping ? null : knownLayout(cells);
      if (known) return delimiter;
      widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    }
    const [width = 1, rows = 0] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    if (width > 1 && width * rows > widest) {
      widest = width * rows;
      best = delimiter;
    }
  }
  return best;
}

async function headCells(head: Buffer, delimiter: Delimiter): Promise<readonly (readonly string[])[]> {
  const found: (readonly string[])[] = [];
  try {
    for await (const batch of csvRecords(once(head), delimiter)) {
      for (const { cells } of batch) {
        found.push(cells);
        if (found.length === HEAD_RECORDS) return found;
      }
    }
  } catch {
    // The head is cut anywhere: what comes of it until there is enough to tell.
  }
  return found;
}

async function* once(block: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(block);
}
