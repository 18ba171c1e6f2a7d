import {
  amountIn,
  bareAmount,
  decidedAmounts,
  decidedDates,
  NO_AMOUNT_EVIDENCE,
  NO_DATE_EVIDENCE,
  withAmountCell,
  withDateCell,
  writtenMoment,
  type AmountEvidence,
  type AmountReading,
  type DateEvidence,
  type DateOrder,
  type SettlementField,
  type SettlementQuestion,
} from '@tirtapay/domain';
import type { TableRecord } from './csv-records';
import type { ColumnReadings } from './row-cells';
import type { TableLayout } from './table-layout';

const MONEY: readonly SettlementField[] = ['amount', 'credit', 'debit', 'fee', 'gross', 'opening', 'balance'];

/** What a person answered to a question about a column. */
export interface SettlementAnswer {
  /** 1-based, as in the question. */
  readonly position: number;
  readonly value: AmountReading | DateOrder;
}

/** Collects, column by column, what the cells of a file allow; cells are never judged one by one. */
export class ColumnEvidence {
  private readonly money = new Map<number, AmountEvidence>();
  private dates: DateEvidence = NO_DATE_EVIDENCE;
  private readonly dateAt: number;
  private readonly asksDates: boolean;

  constructor(
    private readonly layout: TableLayout,
    private readonly answers: readonly SettlementAnswer[],
  ) {
    const { mapping, places } = layout;
    this.dateAt = places.get('booked_on')?.[0] ?? 0;
    this.asksDates = mapping.dates === null && this.answerOf(this.dateAt, ['DMY', 'MDY', 'YMD']) === null;
    if (mapping.amounts !== null) return;
    for (const at of this.moneyPlaces()) {
      if (this.answerOf(at, ['POINT_DECIMAL', 'COMMA_DECIMAL']) === null)
        this.money.set(at, NO_AMOUNT_EVIDENCE);
    }
  }

  private moneyPlaces(): number[] {
    return MONEY.flatMap((field) => this.layout.places.get(field) ?? []);
  }

  private answerOf<T extends string>(at: number, values: readonly T[]): T | null {
    const value = this.answers.find(({ position }) => position === at + 1)?.value;
    return values.find((known) => known === value) ?? null;
  }

  take({ cells, numbers }: TableRecord): void {
    if (this.asksDates) this.dates = withDateCell(this.dates, cells[this.dateAt] ?? '');
    for (const [at, evidence] of this.money)
      if (numbers?.has(at) !== true) this.money.set(at, withAmountCell(evidence, cells[at] ?? ''));
  }

  /** Nothing that could still come would change a reading. */
  get complete(): boolean {
    const datesKnown = !this.asksDates || this.dates.allowed.length === 1;
    return datesKnown && [...this.money.values()].every(({ allowed }) => allowed.length === 1);
  }

  /** The readings to go on with; where a question is open, its first choice, so that the rest can be shown. */
  readings(): ColumnReadings {
    const { mapping } = this.layout;
    const amounts = new Map<number, AmountReading>();
    for (const at of this.moneyPlaces()) {
      const answered = this.answerOf(at, ['POINT_DECIMAL', 'COMMA_DECIMAL'] as const);
      const evidence = this.money.get(at) ?? NO_AMOUNT_EVIDENCE;
      amounts.set(at, mapping.amounts ?? answered ?? decidedAmounts(evidence) ?? 'COMMA_DECIMAL');
    }
    const answered = this.answerOf(this.dateAt, ['DMY', 'MDY', 'YMD'] as const);
    return { amounts, dates: mapping.dates ?? answered ?? decidedDates(this.dates) ?? 'DMY' };
  }

  questions(): SettlementQuestion[] {
    const header = (at: number): string => this.layout.header[at] ?? '';
    const asked = [...this.money].flatMap(([at, evidence]): SettlementQuestion[] =>
      decidedAmounts(evidence) === null ? [amountQuestion(at, header(at), evidence.ambiguous)] : [],
    );
    if (!this.asksDates || decidedDates(this.dates) !== null) return asked;
    return [...asked, dateQuestion(this.dateAt, header(this.dateAt), this.dates.ambiguous)];
  }
}

function amountQuestion(at: number, header: string, example: string): SettlementQuestion {
  const digits = bareAmount(example)?.digits ?? '';
  const choices = (['COMMA_DECIMAL', 'POINT_DECIMAL'] as const).map((value) => {
    const amount = amountIn(digits, value);
    const sen = String(amount?.sen ?? 0).padStart(2, '0');
    return { value, means: `${String(amount?.rupiah ?? 0)}.${sen}` };
  });
  return { about: 'AMOUNTS', position: at + 1, header, example, choices };
}

function dateQuestion(at: number, header: string, example: string): SettlementQuestion {
  const choices = (['DMY', 'MDY'] as const).map((value) => ({
    value,
    means: writtenMoment(example, value)?.date ?? example,
  }));
  return { about: 'DATES', position: at + 1, header, example, choices };
}
