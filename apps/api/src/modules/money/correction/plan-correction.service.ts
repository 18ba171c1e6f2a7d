import { Injectable } from '@nestjs/common';
import { isSettled, type BillKind, type BillState, type Period } from '@tirtapay/domain';
import { Database, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { CorrectBills, type BillToCorrect, type PlannedCorrection } from '../../water/billing';
import { CorrectReadings, type ReadingToCorrect } from '../../water/meter-reading';
import { PolicyBook } from '../../water/penalty';
import { asksForExchange, type CorrectionWish } from './correction-wish';
import {
  BOOKED_PENALTIES,
  NO_PENALTY_BACK,
  penaltyBack,
  type BookedPenalty,
  type PenaltyBack,
} from './penalty-back';
import { CORRECTION_SAYS } from './sentences';

interface AskedBill {
  readonly id: number;
  readonly kind: BillKind;
  readonly state: BillState;
  readonly customer_id: number;
  readonly customer_number: string;
  readonly bill_number: string;
  readonly period: Period;
  readonly reading_id: number | null;
  readonly previous_stand: number;
  readonly current_stand: number;
  readonly usage_m3: number;
  readonly sealed: boolean;
  /** Of the exchange its usage was counted over; null without one. */
  readonly removed_stand: number | null;
  readonly installed_stand: number | null;
}

export type PenalisedCorrection = PlannedCorrection & PenaltyBack & { readonly booked: number };

export interface CorrectionPlan {
  readonly bill: AskedBill;
  readonly bills: readonly PenalisedCorrection[];
}

// The reading in force for the month, which after an earlier correction is another than the bill's own.
const ASKED = `
  SELECT b.id, b.kind, b.state, b.customer_id, c.customer_number, b.bill_number, b.period, r.id AS reading_id,
    coalesce(r.previous_stand, 0) AS previous_stand, coalesce(r.current_stand, 0) AS current_stand,
    coalesce(r.usage_m3, 0) AS usage_m3, coalesce(r.method = 'NONE', false) AS sealed, gone.removed_stand,
    CASE WHEN gone.id IS NOT NULL THEN hung.installed_stand END AS installed_stand
  FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id
  LEFT JOIN meter_reading r ON r.customer_id = b.customer_id AND r.period = b.period AND r.status = 'VERIFIED'
  LEFT JOIN meter gone ON gone.id = r.replaced_meter_id LEFT JOIN meter hung ON hung.id = r.meter_id
  WHERE b.id = $1`;

function ask<Row extends object>(source: Tx | Database, sql: string, values: unknown[]): Promise<Row[]> {
  return source instanceof Database
    ? source.read<Row & Record<string, unknown>>(sql, values)
    : source.query<Row & Record<string, unknown>>(sql, values);
}

/** What a correction would do: asked before it is requested, and again when it is decided. */
@Injectable()
export class PlanCorrection {
  constructor(
    private readonly readings: CorrectReadings,
    private readonly bills: CorrectBills,
    private readonly policies: PolicyBook,
  ) {}

  /** @throws Problem bill.not_found, bill.state_conflict, request.invalid, reading.not_correctable, bill.not_calculable, correction.no_change */
  async of(source: Tx | Database, wish: CorrectionWish): Promise<CorrectionPlan> {
    const [bill] = await ask<AskedBill>(source, ASKED, [wish.bill_id]);
    if (bill === undefined) throw new Problem('bill.not_found');
    assertCorrectable(bill, wish);
    const months = await this.months(source, bill, wish);
    const planned = await this.bills.plan(source, bill.customer_id, months, false);
    // Two stands that were wrong by the same amount leave every bill as it is, and the meters are wrong all the same.
    const changes =
      asksForExchange(wish) ||
      planned.some(({ item }) => item.way === 'ROW' || differs(item.before, item.after));
    if (!changes) throw new Problem('correction.no_change');
    return { bill, bills: await this.withPenalties(source, planned) };
  }

  /** Adds what is booked, and what a settled bill's penalty comes back of. */
  async withPenalties(
    source: Tx | Database,
    planned: readonly PlannedCorrection[],
  ): Promise<PenalisedCorrection[]> {
    const rows = await ask<BookedPenalty>(source, BOOKED_PENALTIES, [planned.map(({ bill }) => bill.id)]);
    const policies = await this.policies.current();
    return planned.map((correction) => {
      const row = rows.find((one) => one.bill_id === correction.bill.id);
      if (row === undefined) return { ...correction, booked: 0, ...NO_PENALTY_BACK };
      const { item, bill } = correction;
      const booked = row.amount;
      // An open bill that has rows was settled once; one that an estimate billed was right when it asked.
      if (item.way !== 'ROW' || !(isSettled(bill.state) || bill.corrected))
        return { ...correction, booked, ...NO_PENALTY_BACK };
      const difference =
        item.after.water_amount +
        item.after.fixed_amount -
        item.before.water_amount -
        item.before.fixed_amount;
      return {
        ...correction,
        booked,
        ...penaltyBack(row, Math.max(0, row.principal + difference), policies),
      };
    });
  }

  private async months(
    source: Tx | Database,
    bill: AskedBill,
    wish: CorrectionWish,
  ): Promise<BillToCorrect[]> {
    const stands = {
      previous_stand: bill.previous_stand,
      current_stand: bill.current_stand,
      usage_m3: bill.usage_m3,
    };
    if (wish.tariff_id !== null)
      return [{ period: bill.period, before: stands, after: stands, tariffId: wish.tariff_id }];
    const changed = await this.readings.changes(source, readingWish(bill, wish));
    const before = await ask<{ id: number; previous_stand: number; current_stand: number; usage_m3: number }>(
      source,
      'SELECT id, previous_stand, current_stand, usage_m3 FROM meter_reading WHERE id = ANY ($1)',
      [changed.map(({ id }) => id)],
    );
    return changed.flatMap((reading) => {
      const was = before.find(({ id }) => id === reading.id);
      if (was === undefined) return [];
      const { id: _, ...figures } = was;
      return [
        {
          period: reading.period,
          before: figures,
          after: {
            previous_stand: reading.previousStand,
            current_stand: reading.currentStand,
            usage_m3: reading.usage,
          },
        },
      ];
    });
  }
}

function assertCorrectable(bill: AskedBill, wish: CorrectionWish): void {
  const invalid = (pointer: string, message: (typeof CORRECTION_SAYS)[keyof typeof CORRECTION_SAYS]) =>
    new Problem('request.invalid', { errors: [{ pointer, code: 'not_applicable', message }] });
  if (bill.kind !== 'WATER') throw invalid('/bill_id', CORRECTION_SAYS.notWater);
  if (bill.state === 'CANCELLED') throw new Problem('bill.state_conflict');
  const exchange = asksForExchange(wish);
  const asked = [wish.current_stand !== null, wish.tariff_id !== null, exchange].filter(Boolean).length;
  if (asked === 0) throw invalid('/current_stand', CORRECTION_SAYS.nothingAsked);
  if (asked > 1) throw invalid(exchange ? '/removed_stand' : '/tariff_id', CORRECTION_SAYS.both);
  if (wish.current_stand !== null && bill.sealed)
    throw invalid('/current_stand', CORRECTION_SAYS.sealedMonth);
}

/** What is asked for of the reading in force; a stand of an exchange that is left out stays as it is. */
export function readingWish(bill: AskedBill, wish: CorrectionWish): ReadingToCorrect {
  const of = { customerId: bill.customer_id, readingId: bill.reading_id ?? 0 };
  if (!asksForExchange(wish)) return { ...of, currentStand: wish.current_stand ?? 0 };
  return {
    ...of,
    exchange: {
      removedStand: wish.removed_stand ?? bill.removed_stand ?? 0,
      installedStand: wish.installed_stand ?? bill.installed_stand ?? 0,
    },
  };
}

function differs(before: object, after: object): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}
