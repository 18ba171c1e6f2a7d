import type { TableFile } from '@tirtapay/bank-protocol';
import { TableRefusal } from '@tirtapay/bank-protocol';
import {
  columnsOf,
  missingColumns,
  type BusinessDate,
  type RowReading,
  type TakeoverFinding,
  type TakeoverKind,
} from '@tirtapay/domain';
import type { TakeoverDetection } from '../entities/takeover.entity';
import { storable, withoutNik, type Findings } from './findings';

/** The header stands among the first records; above it a title at most. */
const HEADER_WITHIN = 10;
/** More is several files: what may stand in a file once is held of every row until its end. */
const MOST_ROWS = 1_000_000;
/** Rows asked about and written together. */
export const CHUNK = 1_000;

export type Cells = Readonly<Record<string, string | undefined>>;

export interface ReadOptions<Row> {
  readonly kind: TakeoverKind;
  /** As a person mapped them; null: by their titles. */
  readonly columns: readonly string[] | null;
  readonly restoreZeros: boolean;
  readonly today: BusinessDate;
  readonly read: (cells: Cells, options: { today: BusinessDate; restoreZeros: boolean }) => RowReading<Row>;
}

export interface LineRow<Row> {
  readonly line: number;
  readonly row: Row;
}

export interface FileRead {
  readonly detected: TakeoverDetection;
  readonly columns: readonly string[];
  readonly rows: number;
}

/**
 * Reads a table to its end, in chunks, holding none of it. What is wrong goes to the findings.
 * @param take the rows that are right in themselves
 */
export async function readRows<Row>(
  table: TableFile,
  options: ReadOptions<Row>,
  findings: Findings,
  take: (rows: readonly LineRow<Row>[]) => Promise<void>,
): Promise<FileRead> {
  const head = await findHeader(table, options);
  const detected = { ...table.detected, ...head.detected };
  if (head.detected.missing.length > 0 || head.detected.broken !== null)
    return { detected, columns: head.columns, rows: 0 };
  let rows = 0;
  let chunk: LineRow<Row>[] = [];
  try {
    for await (const batch of table.records()) {
      for (const { cells, line } of batch) {
        if (line <= (head.detected.header_line ?? 0) || cells.every((cell) => cell.trim() === '')) continue;
        if (rows === MOST_ROWS)
          return {
            detected: { ...detected, broken: { code: 'TOO_MANY_ROWS', line } },
            columns: head.columns,
            rows,
          };
        rows += 1;
        const row = readLine(cells, head.columns, options, (finding) => {
          findings.add(line, finding);
        });
        if (row !== null) chunk.push({ line, row });
        if (chunk.length < CHUNK) continue;
        await take(chunk);
        chunk = [];
      }
    }
    if (chunk.length > 0) await take(chunk);
  } catch (error) {
    if (!(error instanceof TableRefusal)) throw error;
    return {
      detected: { ...detected, broken: { code: error.code, line: error.line } },
      columns: head.columns,
      rows,
    };
  }
  return { detected, columns: head.columns, rows };
}

function readLine<Row>(
  cells: readonly string[],
  columns: readonly string[],
  { read, today, restoreZeros }: ReadOptions<Row>,
  say: (finding: TakeoverFinding) => void,
): Row | null {
  const beyond = cells.slice(columns.length).find((cell) => cell.trim() !== '');
  if (beyond !== undefined) {
    say({ field: '', code: 'COLUMNS_MORE', found: beyond.slice(0, 200), suggestion: null, refuses: true });
    return null;
  }
  const named = Object.fromEntries(
    columns.flatMap((field, at) => (field === '' ? [] : [[field, cells[at] ?? '']])),
  );
  const { row, findings } = read(named, { today, restoreZeros });
  findings.forEach(say);
  return row;
}

interface Head {
  readonly columns: readonly string[];
  readonly detected: Pick<TakeoverDetection, 'header_line' | 'header' | 'example' | 'missing' | 'broken'>;
}

/** The first record with two known titles; else the first of all, so that a person can map what is there. */
async function findHeader<Row>(table: TableFile, { kind, columns }: ReadOptions<Row>): Promise<Head> {
  const records: { readonly cells: readonly string[]; readonly line: number }[] = [];
  try {
    for await (const batch of table.records()) {
      records.push(...batch.slice(0, HEADER_WITHIN + 1));
      if (records.length > HEADER_WITHIN) break;
    }
  } catch (error) {
    if (!(error instanceof TableRefusal)) throw error;
    if (records.length === 0) return nothing({ broken: { code: error.code, line: error.line } });
  }
  const known = (cells: readonly string[]): number =>
    columnsOf(kind, cells).filter((field) => field !== null).length;
  const at = Math.max(
    records.slice(0, HEADER_WITHIN).findIndex(({ cells }) => known(cells) > 1),
    0,
  );
  const header = records[at];
  if (header === undefined) return nothing({ broken: { code: 'FILE_EMPTY', line: null } });
  const mapped = columns ?? columnsOf(kind, header.cells).map((field) => field ?? '');
  const bounded = (cells: readonly string[]): string[] =>
    cells.slice(0, 100).map((cell) => storable(cell.trim().slice(0, 80)));
  const example = bounded(records[at + 1]?.cells ?? []);
  return {
    columns: mapped,
    detected: {
      header_line: header.line,
      // Of a file without titles the first row stands here.
      header: bounded(header.cells).map((cell) => withoutNik(cell)),
      example: example.map((cell, place) => withoutNik(cell, mapped[place])),
      missing: missingColumns(kind, mapped),
      broken: null,
    },
  };
}

function nothing(found: Pick<TakeoverDetection, 'broken'>): Head {
  return { columns: [], detected: { header_line: null, header: [], example: [], missing: [], ...found } };
}
