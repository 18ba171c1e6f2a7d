import { Injectable } from '@nestjs/common';
import { CHANNEL_NAMES, CODE_NAMES, SETTLEMENT_KINDS } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import {
  coded,
  column,
  identifier,
  listAll,
  listPage,
  type CsvColumn,
  type ListDefinition,
  type ListParameters,
  type PageOf,
} from '../../../../platform/list';
import type { StoredFileDto, StoredLineDto } from '../dto/file.dto';

type FileRow = Omit<StoredFileDto, 'uploaded_at' | 'superseded_at'> & {
  readonly uploaded_at: Date;
  readonly superseded_at: Date | null;
};

const SELECT = `f.id, f.collector_id AS bank_id, c.name AS bank_name, f.settlement_date, f.file_name, f.sha256, f.file ->> 'format' AS format,
  f.line_count, f.credit_total, f.debit_total, u.name AS uploaded_by, f.uploaded_at, f.superseded_at`;
const FROM =
  'berkas_rekonsiliasi f JOIN penerima c ON c.id = f.collector_id LEFT JOIN orang u ON u.id = f.uploaded_by';

export const FILE_LIST = {
  from: FROM,
  select: SELECT,
  sortable: { uploaded_at: 'f.uploaded_at' },
  indexed: ['uploaded_at'],
  defaultSort: '-uploaded_at',
  tieBreaker: 'f.id',
  filters: {
    bank_id: { type: 'integer', where: 'f.collector_id = $$' },
    settlement_date: { type: 'date', where: 'f.settlement_date = $$' },
    current: { type: 'boolean', where: '(f.superseded_at IS NULL) = $$' },
  },
  search: [{ expression: 'f.sha256', match: 'exact' }],
} as const satisfies Omit<ListDefinition<FileRow, StoredFileDto>, 'map'>;

export const FILE_COLUMNS: readonly CsvColumn<StoredFileDto>[] = [
  column('Bank, pemasok, mitra', 'Bank, supplier, partner', (file) => file.bank_name, 'bank'),
  column('Tanggal', 'Date', (file) => file.settlement_date, 'settlement_date'),
  identifier('Berkas', 'File', (file) => file.file_name, 'file_name'),
  coded('Format', 'Format', (file) => file.format, CODE_NAMES.settlementFormat, 'format'),
  column('Baris', 'Lines', (file) => file.line_count, 'line_count'),
  column('Kredit', 'Credits', (file) => file.credit_total, 'credit_total'),
  column('Debit', 'Debits', (file) => file.debit_total, 'debit_total'),
  identifier('SHA-256', 'SHA-256', (file) => file.sha256, 'sha256'),
  column('Diunggah pada', 'Uploaded at', (file) => file.uploaded_at, 'uploaded_at'),
  column('Diunggah oleh', 'Uploaded by', (file) => file.uploaded_by, 'uploaded_by'),
  column('Digantikan pada', 'Superseded at', (file) => file.superseded_at, 'superseded_at'),
];

export const LINE_SELECT = `l.id, l.line, l.raw, l.booked_on, l.booked_at::text AS booked_at, l.direction, l.amount, l.sen::int AS sen, l.kind,
  l.reference, l.bank_reference, l.request_id, l.va_number, l.customer_number, l.channel, l.fee, l.gross, l.text`;

export const LINE_LIST: ListDefinition<StoredLineDto, StoredLineDto> = {
  from: 'berkas_rekonsiliasi_baris l',
  select: LINE_SELECT,
  sortable: { line: 'l.id' },
  indexed: ['line'],
  defaultSort: 'line',
  tieBreaker: 'l.id',
  filters: { kind: { type: 'text', where: 'l.kind = $$', choices: SETTLEMENT_KINDS } },
  search: [
    { expression: 'l.reference', match: 'exact' },
    { expression: 'l.bank_reference', match: 'exact' },
    { expression: 'l.customer_number', match: 'exact' },
  ],
  map: (row) => row,
};

const DIRECTIONS = {
  CREDIT: { id: 'Kredit', en: 'Credit' },
  DEBIT: { id: 'Debit', en: 'Debit' },
};

export const LINE_COLUMNS: readonly CsvColumn<StoredLineDto>[] = [
  column('Baris', 'Line', (line) => line.line),
  column('Tanggal', 'Date', (line) => line.booked_on),
  column('Jam', 'Time', (line) => line.booked_at),
  coded('Arah', 'Direction', (line) => line.direction, DIRECTIONS),
  column('Nominal', 'Amount', (line) => line.amount),
  column('Sen', 'Sen', (line) => line.sen),
  coded('Jenis', 'Kind', (line) => line.kind, CODE_NAMES.settlementLine),
  identifier('Referensi', 'Reference', (line) => line.reference),
  identifier('Referensi bank', 'Bank reference', (line) => line.bank_reference),
  identifier('Nomor VA', 'VA number', (line) => line.va_number),
  identifier('Nomor pelanggan', 'Customer number', (line) => line.customer_number),
  coded('Kanal', 'Channel', (line) => line.channel, CHANNEL_NAMES),
  column('Biaya', 'Fee', (line) => line.fee),
  column('Bruto', 'Gross', (line) => line.gross),
  identifier('Isi baris', 'Words of the file', (line) => line.raw),
];

@Injectable()
export class FileQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  page(parameters: ListParameters): Promise<PageOf<StoredFileDto>> {
    return listPage(this.database, this.list(), parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<StoredFileDto> {
    return listAll(this.database, this.list(), parameters);
  }

  /** Of one file, or of none. */
  lines(fileId: number, parameters: ListParameters): Promise<PageOf<StoredLineDto>> {
    return listPage(this.database, LINE_LIST, parameters, [{ where: 'l.file_id = $$', value: fileId }]);
  }

  allLines(fileId: number, parameters: ListParameters): AsyncGenerator<StoredLineDto> {
    return listAll(this.database, LINE_LIST, parameters, [{ where: 'l.file_id = $$', value: fileId }]);
  }

  /** All files of a day, the one that counts first. */
  async ofDay(bankId: number, date: string): Promise<StoredFileDto[]> {
    const rows = await this.database.screen<FileRow & object>(
      `SELECT ${SELECT} FROM ${FROM} WHERE f.collector_id = $1 AND f.settlement_date = $2 ORDER BY f.id DESC`,
      [bankId, date],
    );
    return rows.map((row) => this.toDto(row));
  }

  private list(): ListDefinition<FileRow, StoredFileDto> {
    return { ...FILE_LIST, map: (row) => this.toDto(row) };
  }

  private toDto(row: FileRow): StoredFileDto {
    return {
      ...row,
      uploaded_at: this.clock.textOf(row.uploaded_at),
      superseded_at: this.clock.textOf(row.superseded_at),
    };
  }
}
