import { Injectable } from '@nestjs/common';
import {
  CODE_NAMES,
  STATE_NAMES,
  TAKEOVER_COLUMNS,
  TAKEOVER_FINDINGS,
  TAKEOVER_KINDS,
  type TakeoverKind,
} from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { currentLanguage } from '../../../../platform/context';
import { Database, type RowOf } from '../../../../platform/database';
import {
  coded,
  column,
  identifier,
  listAll,
  listPage,
  yesNo,
  type CsvColumn,
  type ListDefinition,
  type ListParameters,
  type PageOf,
} from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';
import type { TakeoverDetailDto, TakeoverDto, TakeoverFindingDto } from '../dto/takeover.dto';
import {
  TAKEOVER_STATES,
  type Takeover,
  type TakeoverDetection,
  type TakeoverFindingRow,
} from '../entities/takeover.entity';
import { builtOnBalances, builtOnCustomers } from './built-upon';
import { isImportable } from './is-importable';

type Row = Omit<TakeoverDto, 'checked_at' | 'imported_at' | 'undone_at'> & {
  readonly checked_at: Date;
  readonly imported_at: Date | null;
  readonly undone_at: Date | null;
};
type FindingRow = RowOf<
  TakeoverFindingRow,
  'id' | 'line' | 'field' | 'code' | 'found' | 'suggestion' | 'refuses'
> & {
  readonly kind: TakeoverKind;
};

const SELECT = `b.id, b.kind, b.file_name, b.state, b.rows_read, b.rows_refused, b.findings_total, b.amount, u.name AS checked_by, b.checked_at,
  b.approval_id, b.imported_at, b.undone_at, b.note`;

export const TAKEOVER_LIST = {
  from: 'pengambilalihan b LEFT JOIN orang u ON u.id = b.checked_by',
  select: SELECT,
  sortable: { checked_at: 'b.checked_at' },
  indexed: ['checked_at'],
  defaultSort: '-checked_at',
  tieBreaker: 'b.id',
  filters: {
    kind: { type: 'text', where: 'b.kind = $$', choices: TAKEOVER_KINDS },
    state: { type: 'text', where: 'b.state = $$', choices: TAKEOVER_STATES },
  },
  search: [{ expression: 'b.sha256', match: 'exact' }],
} as const satisfies Omit<ListDefinition<Row, TakeoverDto>, 'map'>;

export const TAKEOVER_LIST_COLUMNS: readonly CsvColumn<TakeoverDto>[] = [
  identifier('Berkas', 'File', (one) => one.file_name, 'file_name'),
  coded('Isi', 'Content', (one) => one.kind, CODE_NAMES.takeoverKind, 'kind'),
  coded('Keadaan', 'State', (one) => one.state, STATE_NAMES.takeover, 'state'),
  column('Baris', 'Rows', (one) => one.rows_read, 'rows_read'),
  column('Ditolak', 'Refused', (one) => one.rows_refused, 'rows_refused'),
  column('Tunggakan', 'Arrears', (one) => one.amount, 'amount'),
  column('Diperiksa pada', 'Checked at', (one) => one.checked_at, 'checked_at'),
  column('Diperiksa oleh', 'Checked by', (one) => one.checked_by, 'checked_by'),
  column('Diimpor pada', 'Imported at', (one) => one.imported_at),
  column('Dibatalkan pada', 'Undone at', (one) => one.undone_at),
];

export const FINDING_LIST: ListDefinition<FindingRow, TakeoverFindingDto> = {
  from: 'pengambilalihan_temuan f JOIN pengambilalihan b ON b.id = f.batch_id',
  select: 'f.id, b.kind, f.line, f.field, f.code, f.found, f.suggestion, f.refuses',
  sortable: { line: 'f.id' },
  defaultSort: 'line',
  tieBreaker: 'f.id',
  filters: { refuses: { type: 'boolean', where: 'f.refuses = $$' } },
  map: ({ kind, field, ...row }) => ({
    ...row,
    column: titleOf(kind, field),
    message: TAKEOVER_FINDINGS[row.code][currentLanguage()],
  }),
};

export const FINDING_COLUMNS: readonly CsvColumn<TakeoverFindingDto>[] = [
  column('Baris', 'Line', (one) => one.line),
  column('Kolom', 'Column', (one) => one.column),
  identifier('Isi', 'Found', (one) => one.found),
  column('Penjelasan', 'Explanation', (one) => one.message),
  identifier('Saran', 'Suggestion', (one) => one.suggestion),
  column('Menolak baris', 'Refuses the row', (one, language) => yesNo(one.refuses, language)),
];

function titleOf(kind: TakeoverKind, field: string): string {
  return TAKEOVER_COLUMNS[kind].find((one) => one.field === field)?.title[currentLanguage()] ?? field;
}

@Injectable()
export class TakeoverQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  page(parameters: ListParameters): Promise<PageOf<TakeoverDto>> {
    return listPage(this.database, this.list(), parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<TakeoverDto> {
    return listAll(this.database, this.list(), parameters);
  }

  findings(id: number, parameters: ListParameters): Promise<PageOf<TakeoverFindingDto>> {
    return listPage(this.database, FINDING_LIST, parameters, [{ where: 'f.batch_id = $$', value: id }]);
  }

  allFindings(id: number, parameters: ListParameters): AsyncGenerator<TakeoverFindingDto> {
    return listAll(this.database, FINDING_LIST, parameters, [{ where: 'f.batch_id = $$', value: id }]);
  }

  /** @throws Problem takeover.not_found */
  async one(id: number): Promise<TakeoverDetailDto> {
    const [row] = await this.database.screen<
      Row &
        Pick<Takeover, 'sha256' | 'detected' | 'columns'> & {
          restore_zeros: boolean;
          zeros_lost: boolean;
          known_as: number | null;
        }
    >(
      `SELECT ${SELECT}, b.sha256, b.detected, b.columns, b.restore_zeros,
         EXISTS (SELECT FROM pengambilalihan_temuan f WHERE f.batch_id = b.id AND f.code = 'ZEROS_LOST') AS zeros_lost,
         (SELECT k.id FROM pengambilalihan k WHERE k.kind = b.kind AND k.sha256 = b.sha256 AND k.id <> b.id
            AND k.state IN ('WAITING', 'RUNNING', 'IMPORTED', 'UNDOING')) AS known_as
       FROM ${TAKEOVER_LIST.from} WHERE b.id = $1`,
      [id],
    );
    if (row === undefined) throw new Problem('takeover.not_found');
    const { detected, columns, ...rest } = row;
    const importable = isImportable(row) && row.known_as === null;
    return {
      ...rest,
      ...this.times(row),
      ...shown(row.kind, detected, columns),
      importable,
      undoable: row.state === 'IMPORTED' && (await this.untouched(row.id, row.kind)),
    };
  }

  private async untouched(id: number, kind: TakeoverKind): Promise<boolean> {
    const read = kind === 'CUSTOMERS' ? builtOnCustomers : builtOnBalances;
    return (await read((sql, values) => this.database.report(sql, values), id)) === null;
  }

  private list(): ListDefinition<Row, TakeoverDto> {
    return { ...TAKEOVER_LIST, map: (row) => ({ ...row, ...this.times(row) }) };
  }

  private times(row: Row): Pick<TakeoverDto, 'checked_at' | 'imported_at' | 'undone_at'> {
    return {
      checked_at: this.clock.textOf(row.checked_at),
      imported_at: this.clock.textOf(row.imported_at),
      undone_at: this.clock.textOf(row.undone_at),
    };
  }
}

function shown(kind: TakeoverKind, detected: TakeoverDetection, columns: readonly string[]) {
  const { format, encoding, byte_order_mark: byteOrderMark, delimiter, header_line: headerLine } = detected;
  const title = (field: string): string => titleOf(kind, field);
  return {
    format,
    encoding,
    byte_order_mark: byteOrderMark,
    delimiter,
    header_line: headerLine,
    columns: detected.header.map((header, at) => ({
      position: at + 1,
      header,
      example: detected.example[at] ?? '',
      field: columns[at] === undefined || columns[at] === '' ? null : columns[at],
    })),
    fields: TAKEOVER_COLUMNS[kind].map(({ field, needed }) => ({ field, needed, title: title(field) })),
    missing: detected.missing.map(title),
    broken: detected.broken?.code ?? null,
    broken_line: detected.broken?.line ?? null,
  };
}
