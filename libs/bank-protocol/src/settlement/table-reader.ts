import type { SettlementColumnFound, SettlementLine, SettlementMapping } from '@tirtapay/domain';
import type { ColumnEvidence } from './column-evidence';
import type { TableRecord } from './csv-records';
import { FeePairs } from './fee-pairs';
import { bounded, type ErrorList } from './refusal';
import { RowCells, RowError, type ColumnReadings } from './row-cells';
import { knownLayout, layoutOf, placedLayout, plainHeader, type TableLayout } from './table-layout';
import { tableRow } from './table-row';
import { BalanceChain, senOf, senWords, Sum, type Tally } from './tally';
import { emptyFrame, takesFrame, type StatementFrame } from './title-lines';

/** Title lines of a statement are few; a file without a known header until here has none. */
const HEADER_WITHIN = 60;
const STARTS_AS_ROW = /^\s*'?\d/;

export interface TableSettings {
  /** null: recognised by its header. */
  readonly mapping: SettlementMapping | null;
  readonly vaPrefix: string | null;
}

/** What a head record says: `H;135;PDAM;20260115;1`. */
export interface TableHead {
  readonly bank: string;
  readonly day: string | null;
  readonly line: number;
  readonly raw: string;
}

/**
 * Reads the records of one table from its title to its trailer. It is fed twice when columns have to decide their
 * reading: `look` gathers what they allow, `take` makes the lines.
 */
export class TableReader {
  layout: TableLayout | null = null;
  headerLine: number | null = null;
  head: TableHead | null = null;
  readonly frame: StatementFrame = emptyFrame();
  readonly chain = new BalanceChain();
  /** As the trailer declares, and as counted. */
  trailer: {
    readonly line: number;
    readonly raw: string;
    readonly count: number;
    readonly total: number;
  } | null = null;
  readonly declared = new Sum();
  example: readonly string[] = [];
  /** The widest record of the head, when no header is known: what a person can map. */
  private guess: readonly string[] = [];
  private seen = 0;
  private account: string | null = null;
  private readonly pairs = new FeePairs();

  constructor(private readonly settings: TableSettings) {
    const { mapping } = settings;
    if (mapping && !mapping.header) this.layout = placedLayout(mapping);
  }

  get statementAccount(): string | null {
    return this.frame.account ?? this.account;
  }

  /** Only the layout and the columns: nothing is read as a row. */
  look(record: TableRecord, evidenceOf: (layout: TableLayout) => ColumnEvidence): ColumnEvidence | null {
    if (!this.isRow(record) || !this.layout) return null;
    const evidence = evidenceOf(this.layout);
    evidence.take(record);
    return evidence;
  }

  /** The lines this record makes certain; its mistakes go to the list. */
  take(
    record: TableRecord,
    readings: ColumnReadings,
    tally: Tally,
    errors: ErrorList,
  ): readonly SettlementLine[] {
    if (!this.isRow(record, errors) || !this.layout) return [];
    tally.rows += 1;
    if (this.trailer) {
      errors.say('ROW_AFTER_TRAILER', record.raw, record.line);
      return [];
    }
    try {
      const { vaPrefix } = this.settings;
      const context = { layout: this.layout, readings, period: this.frame.period, vaPrefix };
      const [line, undone] = tableRow(record, context);
      this.follow(record, line, readings, errors);
      if (undone) return [line, undone];
      return this.layout.mapping.fee_by_sequence ? this.pairs.take(line) : [line];
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      errors.say(error.code, record.raw, record.line);
      return [];
    }
  }

  /** Debits whose credit never came. */
  rest(): readonly SettlementLine[] {
    return this.pairs.rest();
  }

  columnsFound(readings: ColumnReadings | null): SettlementColumnFound[] {
    const { layout } = this;
    const header = layout?.header ?? this.guess;
    const fieldAt = new Map(
      [...(layout?.places ?? [])].flatMap(([field, places]) => places.map((at) => [at, field] as const)),
    );
    const width = Math.max(header.length, this.example.length);
    return Array.from({ length: width }, (_, at): SettlementColumnFound => {
      const field = fieldAt.get(at) ?? null;
      return {
        position: at + 1,
        header: bounded(header[at] ?? '').trim(),
        field,
        amounts: readings?.amounts.get(at) ?? null,
        dates: field === 'booked_on' ? (readings?.dates ?? null) : null,
        example: bounded(this.example[at] ?? '').trim(),
      };
    });
  }

  private isRow(record: TableRecord, errors?: ErrorList): boolean {
    const { cells } = record;
    const filled = cells.filter((cell) => cell.trim() !== '');
    if (filled.length === 0) return false;
    this.seen += 1;
    const mapping = this.layout?.mapping ?? this.settings.mapping;
    if (this.takesMark(record, mapping, errors)) return false;
    if (!this.layout) {
      this.findHeader(record);
      return false;
    }
    // Rows begin with a date or an account; sums, page titles and repeated headers with words.
    if (!STARTS_AS_ROW.test(filled[0] ?? '') && this.isFurniture(record, filled.length)) return false;
    if (this.example.length === 0) this.example = cells;
    return true;
  }

  private findHeader(record: TableRecord): void {
    if (this.seen > HEADER_WITHIN) return;
    const { mapping } = this.settings;
    const layout = mapping ? layoutOf(mapping, record.cells) : knownLayout(record.cells);
    if (layout) {
      this.layout = layout;
      this.headerLine = record.line;
      return;
    }
    takesFrame(this.frame, record);
    if (record.cells.length > this.guess.length) this.guess = record.cells;
    else if (this.example.length === 0 && record.cells.length === this.guess.length)
      this.example = record.cells;
  }

  private isFurniture(record: TableRecord, filled: number): boolean {
    const header = this.layout?.header ?? [];
    if (header.length === 0) return false;
    if (header.every((name, at) => plainHeader(name) === plainHeader(record.cells[at] ?? ''))) return true;
    if (takesFrame(this.frame, record)) return true;
    return filled === 1 && header.length > 1;
  }

  /** Head and trailer records; until the header is known any built-in mark may be one. */
  private takesMark(record: TableRecord, mapping: SettlementMapping | null, errors?: ErrorList): boolean {
    const [first = ''] = record.cells;
    const fixed = mapping?.format === 'FIXED';
    const mark = fixed ? first.slice(0, 1) : first.trim();
    if (mark === (mapping?.head_mark ?? 'H') && (fixed || record.cells.length > 2)) {
      const [bank = '', , day = ''] = fixed
        ? [first.slice(1, 4), first.slice(4, 8), first.slice(8, 16)]
        : record.cells.slice(1);
      const { line, raw } = record;
      this.head ??= { bank: bank.trim(), day: /^\d{8}$/.test(day.trim()) ? day.trim() : null, line, raw };
      return true;
    }
    if (mapping?.trailer_mark !== mark || !mapping.trailer) return false;
    const { count, total } = mapping.trailer;
    const at = ({ position, length }: { position: number; length?: number }): number => {
      const text = fixed
        ? first.slice(position - 1, position - 1 + (length ?? 1))
        : (record.cells[position - 1] ?? '');
      return /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : -1;
    };
    if (this.trailer) errors?.say('ROW_AFTER_TRAILER', record.raw, record.line);
    this.trailer ??= { line: record.line, raw: record.raw, count: at(count), total: at(total) };
    return true;
  }

  /** Account, trailer sums and balances go along with the rows. */
  private follow(
    record: TableRecord,
    line: SettlementLine,
    readings: ColumnReadings,
    errors: ErrorList,
  ): void {
    const { layout } = this;
    if (!layout) return;
    const cells = new RowCells(layout, readings, record);
    const account = cells.identifier('account');
    this.account ??= account;
    if (account !== this.account) errors.say('WRONG_ACCOUNT', record.raw, record.line);
    const withFee = layout.mapping.trailer?.adds === 'AMOUNT_AND_FEE' ? (line.fee ?? 0) : 0;
    this.declared.add(line.amount + withFee, line.sen);
    if (!layout.mapping.balances_link || line.booked_on === null) return;
    this.link(cells, line, errors);
  }

  private link(cells: RowCells, line: SettlementLine, errors: ErrorList): void {
    const [before, after] = [cells.amount('opening'), cells.amount('balance')];
    if (!after) return;
    const signed = (amount: { rupiah: number; sen: number; negative: boolean }): bigint =>
      (amount.negative ? -1n : 1n) * senOf(amount);
    const moved = (line.direction === 'CREDIT' ? 1n : -1n) * senOf({ rupiah: line.amount, sen: line.sen });
    const opening = before ? signed(before) : signed(after) - moved;
    if (opening + moved !== signed(after)) {
      errors.say(
        'ROW_DOES_NOT_ADD_UP',
        `${senWords(opening)} + ${senWords(moved)} ≠ ${senWords(signed(after))}`,
        line.line,
      );
    }
    this.chain.add(opening, signed(after));
  }
}
