import type { Elements } from './sheet-elements';

/**
 * Workbooks count days from 1900, those of old programs from 1904 (ECMA-376, 18.2.28 `date1904`). Whoever reads a cell
 * knows only the first way: of the second, what is shown as a date is counted anew here.
 */

/** 1 January 1904 as a day of 1900. */
const LATER = 1_462;

/** ECMA-376, 18.8.30: the formats every program knows by number that show a day; 20, 21 and 45 to 47 show hours alone. */
const DAY_FORMATS: ReadonlySet<number> = new Set([
  ...[14, 15, 16, 17, 22],
  ...Array.from({ length: 10 }, (_, at) => 27 + at).filter((id) => id < 32 || id > 35),
  ...[50, 51, 52, 53, 54, 57, 58],
]);

/** `xl/workbook.xml`: from which year the workbook counts. */
export class WorkbookYear implements Elements {
  is1904 = false;

  opened(name: string, { date1904 }: Readonly<Record<string, string>>): void {
    if (name === 'workbookPr') this.is1904 = date1904 === '1' || date1904 === 'true';
  }

  text(): void {
    // Nothing of it is text.
  }

  closed(): void {
    // Its properties stand in attributes.
  }
}

/** `xl/styles.xml`: which styles of cells show a day. */
export class DayStyles implements Elements {
  private readonly ownFormats = new Map<number, boolean>();
  private readonly styles: boolean[] = [];
  private inCells = false;

  opened(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'numFmt')
      this.ownFormats.set(Number(attributes.numFmtId), showsDay(attributes.formatCode ?? ''));
    else if (name === 'cellXfs') this.inCells = true;
    else if (name === 'xf' && this.inCells) this.styles.push(this.isDay(Number(attributes.numFmtId ?? 0)));
  }

  text(): void {
    // Nothing of it is text.
  }

  closed(name: string): void {
    if (name === 'cellXfs') this.inCells = false;
  }

  /** @param style as the cell names it; without one it shows a plain number */
  has(style: string | undefined): boolean {
    return style !== undefined && this.styles[Number(style)] === true;
  }

  private isDay(format: number): boolean {
    return this.ownFormats.get(format) ?? DAY_FORMATS.has(format);
  }
}

/** `dd/mm/yyyy`, not `#,##0" hari"` and not `[Red]0`. */
function showsDay(code: string): boolean {
  return /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, ''));
}

/** A day of a workbook of 1904, as one of 1900 would have it; the time of day stays. */
export function from1904(written: string): string {
  const [day = '', fraction] = written.split('.');
  if (!/^\d{1,6}$/.test(day)) return written;
  return [String(Number(day) + LATER), ...(fraction === undefined ? [] : [fraction])].join('.');
}
