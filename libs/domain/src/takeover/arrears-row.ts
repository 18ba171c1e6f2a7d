import { isCustomerNumber } from '../customer';
import { rupiah, type Rupiah } from '../money';
import { isScientific, writtenMoment } from '../reconciliation';
import { isPeriod, type BusinessDate, type Period } from '../time';
import { TakeoverCells } from './cells';
import type { RowReading } from './customer-row';

/** What somebody still owes of a month the system before has billed. */
export interface ArrearsRow {
  /** Ours, or the one of the system before. */
  readonly number: string;
  readonly period: Period;
  /** Both 0 where nobody knows them. */
  readonly previousStand: number;
  readonly currentStand: number;
  readonly principal: Rupiah;
  /** As it stood on the day of the take-over; part of what is owed, and bears no penalty of its own. */
  readonly penalty: Rupiah;
}

const MOST_RUPIAH = 1_000_000_000;

export function readArrearsRow(
  cells: Readonly<Record<string, string | undefined>>,
  { today, restoreZeros }: { readonly today: BusinessDate; readonly restoreZeros: boolean },
): RowReading<ArrearsRow> {
  const of = new TakeoverCells(cells, restoreZeros);
  const number = numberOf(of);
  const period = periodOf(of, today);
  const stand = (field: string): number | null =>
    of.optional(field) === '' ? 0 : of.whole(field, { min: 0, max: 99_999_999 });
  const [previousStand, currentStand] = [stand('previous_stand'), stand('current_stand')];
  const principal = of.whole('principal', { min: 0, max: MOST_RUPIAH }, 'Rp');
  const penalty = of.optional('penalty') === '' ? 0 : of.whole('penalty', { min: 0, max: MOST_RUPIAH }, 'Rp');
  if (principal === 0) of.say('principal', 'NOTHING_OWED');
  if (previousStand !== null && currentStand !== null && currentStand < previousStand)
    of.say('current_stand', 'STANDS_BACKWARDS');
  if (number === null || period === null || previousStand === null || currentStand === null || of.refused)
    return { row: null, findings: of.findings };
  if (principal === null || penalty === null) return { row: null, findings: of.findings };
  return {
    row: {
      number,
      period,
      previousStand,
      currentStand,
      principal: rupiah(principal),
      penalty: rupiah(penalty),
    },
    findings: of.findings,
  };
}

/** Which of the two kinds of number it is, and whether anybody has it, only the customers can say. */
function numberOf(of: TakeoverCells): string | null {
  const raw = of.raw('number');
  if (raw === '') return of.say('number', 'MISSING');
  if (isScientific(raw)) return of.say('number', 'SCIENTIFIC');
  const number = of.text('number', 40);
  const whole = raw.replace(/[\s.-]/g, '').padStart(12, '0');
  return number !== null && of.restoreZeros && isCustomerNumber(whole) ? whole : number;
}

/** `2025-03`, `03/2025`, `202503`, `Maret 2025`, or any day of the month as a spreadsheet makes of it. */
function periodOf(of: TakeoverCells, today: BusinessDate): Period | null {
  const raw = of.raw('period');
  if (raw === '') return of.say('period', 'MISSING');
  const found = /^(?:(\d{4})[-/.]?(\d{2})|(\d{1,2})[-/.](\d{4}))$/.exec(raw);
  const written = found
    ? `${found[1] ?? found[4] ?? ''}-${(found[2] ?? found[3] ?? '').padStart(2, '0')}`
    : (writtenMoment(raw, 'DMY') ?? writtenMoment(`1 ${raw}`, 'DMY'))?.date?.slice(0, 7);
  if (written === undefined || !isPeriod(written)) return of.say('period', 'PERIOD_WRONG');
  return written >= today.slice(0, 7) ? of.say('period', 'PERIOD_NOT_OVER') : written;
}
