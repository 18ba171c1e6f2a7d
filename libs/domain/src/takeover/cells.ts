import { isPrintable, singleLine } from '../field-kinds';
import { parseWholeNumber, type NumberUnit } from '../number';
import { isScientific, writtenMoment } from '../reconciliation';
import type { BusinessDate } from '../time';
import type { TakeoverFinding, TakeoverFindingCode } from './takeover-finding';

/** How an older system writes that it knows nothing. */
const NOTHING = /^(?:|-+|0|null|n\/?a|tidak ada|kosong)$/i;
const NIK_SHOWN = 4;

/** The cells of one row by field, and what was found wrong with them on the way. */
export class TakeoverCells {
  readonly findings: TakeoverFinding[] = [];

  constructor(
    private readonly cells: Readonly<Record<string, string | undefined>>,
    /** A person looked at lost zeros and wants them back wherever the number then fits. */
    readonly restoreZeros: boolean,
  ) {}

  get refused(): boolean {
    return this.findings.some(({ refuses }) => refuses);
  }

  say(field: string, code: TakeoverFindingCode, suggestion: string | null = null): null {
    this.findings.push({
      field,
      code,
      found: this.shown(field),
      suggestion,
      refuses: code !== 'NIK_NOT_USED',
    });
    return null;
  }

  /** Line breaks within a cell are blanks; the apostrophe a spreadsheet sets before a text is none of it. */
  raw(field: string): string {
    return singleLine((this.cells[field] ?? '').replace(/[\r\n\t]+/g, ' ')).replace(/^'/, '');
  }

  /** '' when the cell says nothing. */
  optional(field: string): string {
    const raw = this.raw(field);
    return NOTHING.test(raw) ? '' : raw;
  }

  text(field: string, max: number, min = 1): string | null {
    const raw = this.raw(field);
    if (raw === '' || raw.length < min) return this.say(field, 'MISSING');
    if (raw.length > max) return this.say(field, 'TOO_LONG');
    if (!isPrintable(raw)) return this.say(field, 'UNPRINTABLE');
    // Of a name or an address nothing begins so; whoever opens our own files later would run it.
    if (/^[=@+|]/.test(raw)) return this.say(field, 'FORMULA');
    return raw;
  }

  /** A key of exactly `length` digits: `1` where `01` is meant has lost its zeros. */
  code(field: string, length: number): string | null {
    const raw = this.raw(field);
    if (raw === '') return this.say(field, 'MISSING');
    if (isScientific(raw)) return this.say(field, 'SCIENTIFIC');
    if (/^\d+$/.test(raw) && raw.length < length) {
      const whole = raw.padStart(length, '0');
      return this.restoreZeros ? whole : this.say(field, 'ZEROS_LOST', whole);
    }
    return raw;
  }

  whole(
    field: string,
    range: { readonly min: number; readonly max: number },
    unit?: NumberUnit,
  ): number | null {
    const raw = this.raw(field).replace(/,(?:00?|-)$/, '');
    if (raw === '') return this.say(field, 'MISSING');
    if (isScientific(raw)) return this.say(field, 'SCIENTIFIC');
    const parsed = parseWholeNumber(raw, unit);
    if (!parsed.ok) return this.say(field, 'WHOLE_NUMBER');
    return parsed.value < range.min || parsed.value > range.max
      ? this.say(field, 'OUT_OF_RANGE')
      : parsed.value;
  }

  /** A day up to today: `31/12/2025`, `2025-12-31`, `31 Desember 2025`, or a spreadsheet's 46022. */
  day(field: string, today: BusinessDate): BusinessDate | null {
    const date = writtenMoment(this.raw(field), 'DMY')?.date ?? null;
    if (date === null) return this.say(field, 'DATE_WRONG');
    return date > today ? this.say(field, 'DATE_IN_FUTURE') : (date as BusinessDate);
  }

  /** Nobody reads a NIK in a list of mistakes. */
  private shown(field: string): string {
    const raw = this.raw(field).slice(0, 200);
    return field === 'nik' && raw.length > NIK_SHOWN ? `${raw.slice(0, NIK_SHOWN)}…` : raw;
  }
}
