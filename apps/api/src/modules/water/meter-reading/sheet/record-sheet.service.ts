import { Injectable } from '@nestjs/common';
import { ERROR_CATALOGUE } from '@tirtapay/contracts';
import { normalizeCustomerNumber, type Language } from '@tirtapay/domain';
import { currentContext } from '../../../../platform/context';
import { Database, type Tx } from '../../../../platform/database';
import { Problem, type FieldError } from '../../../../platform/problem';
import type { RecordSheetBody, SheetDto, SheetRowBody, SheetRowDto } from '../dto/sheet.dto';
import { GapQuotes, sumOf } from '../gap-quotes.service';
import { ReadingPrices, type PricedReading } from '../reading-prices';
import { RecordReading, type RecordedInside } from '../record-reading.service';
import { READING_SAYS } from '../sentences';

type Outcome = { readonly row: RecordedInside } | { readonly refusal: Problem };

/** What was tried is taken back: a dry run, or a sheet with a row that cannot be. */
class TakenBack extends Error {
  constructor(readonly rows: readonly SheetRowDto[]) {
    super('taken back');
  }
}

/**
 * A sheet of stands, each judged as if it were sent alone. One transaction: either every row is stored or none is, and
 * then each row says why it could not be.
 */
@Injectable()
export class RecordSheet {
  constructor(
    private readonly database: Database,
    private readonly recording: RecordReading,
    private readonly prices: ReadingPrices,
    private readonly gaps: GapQuotes,
  ) {}

  /** @throws Problem reading.sheet_refused with what is wrong at the pointer of each row */
  async record(sheet: RecordSheetBody): Promise<SheetDto> {
    const refusals: Problem[] = [];
    try {
      const rows = await this.recording.unlessTaken(() =>
        this.database.transaction(async (tx) => {
          const outcomes = await this.recordAll(tx, sheet);
          const told = await this.told(tx, sheet.rows, outcomes);
          for (const outcome of outcomes) if ('refusal' in outcome) refusals.push(outcome.refusal);
          if (sheet.dry_run !== true && refusals.length > 0) throw refusedSheet(outcomes);
          if (sheet.dry_run === true) throw new TakenBack(told);
          return told;
        }),
      );
      return { stored: true, rows };
    } catch (error) {
      if (error instanceof TakenBack) return { stored: false, rows: [...error.rows] };
      throw error;
    }
  }

  /** By customer number, so that two sheets over the same street wait for each other instead of locking each other out. */
  private async recordAll(tx: Tx, { period, rows }: RecordSheetBody): Promise<Outcome[]> {
    const outcomes = new Array<Outcome>(rows.length);
    const order = rows
      .map((row, index) => ({ row, index, number: normal(row.customer_number) }))
      .sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : a.index - b.index));
    for (const { row, index } of order) outcomes[index] = await this.recordOne(tx, period, row);
    return outcomes;
  }

  private async recordOne(tx: Tx, period: string, row: SheetRowBody): Promise<Outcome> {
    try {
      return {
        row: await this.recording.recordIn(tx, {
          ...row,
          period,
          condition_code: row.condition_code ?? 'NORMAL',
        }),
      };
    } catch (error) {
      if (error instanceof Problem) return { refusal: error };
      throw error;
    }
  }

  private async told(
    tx: Tx,
    rows: readonly SheetRowBody[],
    outcomes: readonly Outcome[],
  ): Promise<SheetRowDto[]> {
    const priced = outcomes.map((outcome) => ('row' in outcome ? (outcome.row.found?.priced ?? null) : null));
    const totals = await this.prices.totals(
      tx,
      priced.filter((one): one is PricedReading => one !== null),
    );
    const spread = await this.gaps.ofReadings(
      tx,
      outcomes.flatMap((outcome) => ('row' in outcome && outcome.row.found !== null ? [outcome.row.id] : [])),
    );
    const names = await tx.query<{ customer_number: string; name: string }>(
      'SELECT customer_number, name FROM pelanggan WHERE customer_number = ANY ($1)',
      [rows.map((row) => normal(row.customer_number))],
    );
    const nameOf = new Map(names.map((row) => [row.customer_number, row.name]));
    const language = currentContext()?.language ?? 'id';
    let next = 0;
    return outcomes.map((outcome, index) => {
      const found = 'row' in outcome ? outcome.row.found : null;
      const alone = found === null ? null : (totals[next++] ?? null);
      const months = 'row' in outcome ? spread.get(outcome.row.id) : undefined;
      const total = found === null || months === undefined ? alone : sumOf(months);
      return {
        name: nameOf.get(normal(rows[index]?.customer_number ?? '')) ?? null,
        reading_id: 'row' in outcome ? outcome.row.id : null,
        previous_stand: found?.assessment.previousStand ?? null,
        usage_m3: found?.assessment.usage ?? null,
        severity: found?.assessment.severity ?? null,
        reasons: [...(found?.assessment.reasons ?? [])],
        quote_total: total,
        problem:
          'refusal' in outcome
            ? { code: outcome.refusal.code, message: said(outcome.refusal, language) }
            : null,
      };
    });
  }
}

/** Without blanks and dashes; what cannot be a number stays as it was typed and finds nobody. */
function normal(typed: string): string {
  const number = normalizeCustomerNumber(typed);
  return number.ok ? number.value : typed;
}

/** The most exact words there are for a refusal. */
function said(problem: Problem, language: Language): string {
  const sentence = problem.extras.errors?.[0]?.message ?? problem.extras.detail;
  const title = ERROR_CATALOGUE[problem.code].title[language];
  return sentence === undefined ? title : `${title}. ${sentence.in(language)}`;
}

function refusedSheet(outcomes: readonly Outcome[]): Problem {
  return new Problem('reading.sheet_refused', {
    errors: outcomes.flatMap((outcome, index): FieldError[] =>
      'refusal' in outcome
        ? [
            {
              pointer: `/rows/${String(index)}${outcome.refusal.extras.errors?.[0]?.pointer ?? ''}`,
              code: outcome.refusal.code,
              message:
                outcome.refusal.extras.errors?.[0]?.message ??
                outcome.refusal.extras.detail ??
                READING_SAYS.rowRefused,
            },
          ]
        : [],
    ),
  });
}
