import {
  amountIn,
  bareAmount,
  isCustomerNumber,
  isScientific,
  type AmountReading,
  type DateOrder,
  type SettlementAmount,
  type SettlementErrorCode,
  type SettlementField,
} from '@tirtapay/domain';
import type { TableRecord } from './csv-records';
import type { TableLayout } from './table-layout';

/** A row that cannot be taken; the file goes on, so that all of its mistakes are told at once. */
export class RowError extends Error {
  constructor(readonly code: SettlementErrorCode) {
    super(code);
  }
}

/** How each column of this file is read: decided by the mapping, by the column itself or by a person. */
export interface ColumnReadings {
  readonly amounts: ReadonlyMap<number, AmountReading>;
  readonly dates: DateOrder;
}

/** No bank books more in one line; a longer number is a slip of columns. */
const LARGEST = 1_000_000_000_000;

const WHOLE = /^\d{1,15}$/;
/** Nothing to tidy: most cells of most files. */
const PLAIN = /^[^\s']*$/;

export interface SignedAmount extends SettlementAmount {
  readonly negative: boolean;
  readonly mark: string;
}

export class RowCells {
  constructor(
    private readonly layout: TableLayout,
    private readonly readings: ColumnReadings,
    readonly record: TableRecord,
  ) {}

  /** Joined when a field lies in several columns; a leading `'` is a spreadsheet's mark for text. */
  text(field: SettlementField): string {
    const places = this.layout.places.get(field);
    if (!places) return '';
    const words =
      places.length === 1 ? this.cell(places[0] ?? 0) : places.map((at) => this.cell(at)).join(' ');
    return PLAIN.test(words) ? words : words.replace(/\s+/g, ' ').trim().replace(/^'/, '');
  }

  /** @param behind how many cells to the right: a mark may stand beside its amount under an empty header */
  beside(field: SettlementField, behind: number): string {
    const at = (this.layout.places.get(field)?.[0] ?? 0) + behind;
    return this.layout.header[at]?.trim() === '' ? this.cell(at).trim() : '';
  }

  private cell(at: number): string {
    return this.record.cells[at] ?? '';
  }

  /** An identifier: never a number that a spreadsheet made of it. */
  identifier(field: SettlementField): string | null {
    const text = this.text(field);
    if (text === '' || text === '-') return null;
    if (isScientific(text) || this.lostDigits(field, text))
      throw new RowError('REFERENCE_IN_SCIENTIFIC_NOTATION');
    return text.slice(0, 128);
  }

  /** A spreadsheet keeps fifteen digits of a number; of a longer one the last are made up. */
  private lostDigits(field: SettlementField, text: string): boolean {
    return text.length > 15 && this.isNumber(field);
  }

  private isNumber(field: SettlementField): boolean {
    return this.record.numbers?.has(this.layout.places.get(field)?.[0] ?? -1) ?? false;
  }

  /** A customer number, only with a right check digit. @throws RowError ZEROS_LOST when zeros in front would make one */
  customerNumber(): string | null {
    const text = (this.identifier('customer_number') ?? '').replace(/[ .-]/g, '');
    if (isCustomerNumber(text)) return text;
    if (/^\d{8,11}$/.test(text) && isCustomerNumber(text.padStart(12, '0'))) throw new RowError('ZEROS_LOST');
    return null;
  }

  /** null: the cell is empty. @throws RowError */
  amount(field: SettlementField): SignedAmount | null {
    const text = this.text(field);
    if (text === '' || text === '-') return null;
    // Whole rupiah without a mark, as most files have them, are the same in either reading.
    if (WHOLE.test(text) && !this.isNumber(field)) {
      const rupiah = Number(text);
      if (rupiah > LARGEST) throw new RowError('AMOUNT_TOO_LARGE');
      return { rupiah, sen: 0, negative: false, mark: '' };
    }
    const bare = bareAmount(text);
    if (!bare) throw new RowError(isScientific(text) ? 'AMOUNT_IN_SCIENTIFIC_NOTATION' : 'AMOUNT_UNREADABLE');
    const at = this.layout.places.get(field)?.[0] ?? 0;
    // A number of a workbook is written with a comma, whatever the texts of its column are.
    const reading = this.isNumber(field)
      ? 'COMMA_DECIMAL'
      : (this.readings.amounts.get(at) ?? 'POINT_DECIMAL');
    const amount = amountIn(bare.digits, reading);
    if (!amount) throw new RowError('AMOUNT_UNREADABLE');
    if (amount.rupiah > LARGEST) throw new RowError('AMOUNT_TOO_LARGE');
    return { ...amount, negative: bare.negative, mark: bare.mark };
  }
}
