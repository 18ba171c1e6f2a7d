import { Injectable } from '@nestjs/common';
import { settleGap, type Period, type SettledGap, type SettledMonth } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import type { Database, Tx } from '../../../platform/database';
import { daysIn, loadBases } from './reading-basis';
import { basisKey } from './reading-key';
import { standChains, type ChainRow, type ReplacedReading } from './stand-chain';
import { TakenOverMonths } from './taken-over-months';
import type { StoredReading } from './verifiable-reading';

/** What true readings have settled. */
export interface SettledReadings {
  readonly replaced: readonly ReplacedReading[];
  /** Months nobody had read. */
  readonly missed: readonly number[];
}

/** A true reading behind which an estimate or a month without a reading lies. */
export const GAPS_BEHIND = `
  SELECT r.id FROM meter_reading r
  CROSS JOIN LATERAL (SELECT p.period, p.method FROM meter_reading p
    WHERE p.customer_id = r.customer_id AND p.period < r.period AND p.status = 'VERIFIED' AND p.method <> 'NONE'
    ORDER BY p.period DESC LIMIT 1) before
  WHERE r.id = ANY ($1) AND r.method = 'ACTUAL'
    AND (before.method = 'ESTIMATED' OR before.period < to_char((r.period || '-01')::date - interval '1 month', 'YYYY-MM'))`;

const HALF_A_DAY = 43_200_000;

export type Settling = Pick<
  StoredReading,
  | 'id'
  | 'customer_id'
  | 'period'
  | 'current_stand'
  | 'meter_id'
  | 'replaced_meter_id'
  | 'rollover'
  | 'read_on'
  | 'method'
>;

/**
 * Fair catch-up and missed months: when a true reading is verified, the months before it that were estimated or never
 * read get the usage the two stands around them say. What was estimated stays as a row; another takes its place.
 */
@Injectable()
export class SettleGaps {
  constructor(
    private readonly clock: Clock,
    private readonly takenOver: TakenOverMonths,
  ) {}

  /** Of locked readings, before they are verified; their own figures become those of their own month. */
  async settle(tx: Tx, readings: readonly Settling[]): Promise<SettledReadings> {
    const unsettled = await tx.query<{ id: number }>(`${GAPS_BEHIND} ORDER BY r.id`, [
      readings.map(({ id }) => id),
    ]);
    const replaced: ReplacedReading[] = [];
    const missed: number[] = [];
    for (const { id } of unsettled) {
      const reading = readings.find((one) => one.id === id);
      if (reading === undefined) continue;
      const gap = await this.gapOf(tx, reading);
      if (gap === null) continue;
      const written = await this.write(tx, reading, gap);
      replaced.push(...written.replaced);
      missed.push(...written.missed);
    }
    return { replaced, missed };
  }

  /** What verifying this reading would settle; null when nothing. */
  async gapOf(source: Tx | Database, reading: Settling): Promise<SettledGap | null> {
    return (await this.gapsOf(source, [reading])).get(reading.id) ?? null;
  }

  /** What verifying each of these, alone, would settle, by id; who settles nothing is not there. */
  async gapsOf(
    source: Tx | Database,
    readings: readonly Settling[],
  ): Promise<ReadonlyMap<number, SettledGap>> {
    const read = readings.filter(({ method }) => method === 'ACTUAL');
    if (read.length === 0) return new Map();
    const bases = await loadBases(source, read, this.takenOver);
    const chains = await standChains(
      source,
      read.map((reading) => reading.customer_id),
      this.clock.zone,
    );
    return new Map(
      read.flatMap((reading) => {
        const gap = settleGap({
          chain: chains
            .filter((row) => row.customer_id === reading.customer_id && row.period < reading.period)
            .map(chained),
          reading: {
            id: reading.id,
            period: reading.period,
            currentStand: reading.current_stand,
            meterId: reading.meter_id,
            broken: reading.rollover || reading.replaced_meter_id !== null,
            readOn: reading.read_on,
          },
          sealed: bases.get(basisKey(reading))?.sealed ?? [],
          charged: bases.get(basisKey(reading))?.charged ?? [],
          zoneDay: daysIn(this.clock.zone),
        });
        return gap === null ? [] : [[reading.id, gap] as const];
      }),
    );
  }

  private async write(tx: Tx, reading: Settling, { months, own }: SettledGap): Promise<SettledReadings> {
    const estimates = months.flatMap(({ replaces }) => replaces ?? []);
    // A stand that waits here holds nobody up: a balance stands for its month, and it will never be decided.
    const gone = await tx.query<{ id: number; period: Period }>(
      `UPDATE meter_reading SET status = 'CORRECTED', version = version + 1
       WHERE id = ANY ($1) OR (customer_id = $2 AND period = ANY ($3) AND status IN ('RECORDED', 'REREAD'))
       RETURNING id, period`,
      [estimates, reading.customer_id, months.map(({ period }) => period)],
    );
    const estimated = new Set(estimates);
    await tx.query(
      `UPDATE meter_reading SET previous_stand = $2, usage_m3 = $3, days = $4, overestimated_m3 = 0, version = version + 1
       WHERE id = $1`,
      [reading.id, own.previousStand, own.usage, own.days],
    );
    const rows = await tx.query<{ id: number; replaces_id: number | null }>(
      `INSERT INTO meter_reading (client_id, customer_id, meter_id, period, previous_stand, current_stand, usage_m3, days,
         method, condition_code, severity, status, read_at, received_at, replaces_id, settled_by)
       SELECT gen_random_uuid(), $1, $2, d.period, d.previous_stand, d.current_stand, d.usage_m3, d.days, 'DERIVED', 'NORMAL', 'OK',
         'VERIFIED', coalesce(was.read_at, d.read_at), $4, d.replaces_id, $3
       FROM unnest($5::text[], $6::int[], $7::int[], $8::int[], $9::int[], $10::timestamptz[], $11::bigint[])
         AS d (period, previous_stand, current_stand, usage_m3, days, read_at, replaces_id)
       LEFT JOIN meter_reading was ON was.id = d.replaces_id AND was.id = ANY ($12)
       ORDER BY d.period RETURNING id, replaces_id`,
      [
        reading.customer_id,
        reading.meter_id,
        reading.id,
        this.clock.date(),
        ...columnsOf(months),
        months.map(({ readOn }) => new Date(this.clock.endOfDay(readOn) - HALF_A_DAY)),
        months.map(({ period }) => gone.find((one) => one.period === period)?.id ?? null),
        estimates,
      ],
    );
    return {
      replaced: rows.flatMap(({ id, replaces_id: before }) =>
        before !== null && estimated.has(before)
          ? [{ customerId: reading.customer_id, before, after: id }]
          : [],
      ),
      missed: rows
        .filter(({ replaces_id: before }) => before === null || !estimated.has(before))
        .map(({ id }) => id),
    };
  }
}

function columnsOf(months: readonly SettledMonth[]): unknown[] {
  return [
    months.map(({ period }) => period),
    months.map(({ previousStand }) => previousStand),
    months.map(({ currentStand }) => currentStand),
    months.map(({ usage }) => usage),
    months.map(({ days }) => days),
  ];
}

function chained(row: ChainRow) {
  return {
    id: row.id,
    period: row.period,
    method: row.method,
    previousStand: row.previous_stand,
    currentStand: row.current_stand,
    meterId: row.meter_id,
    broken: row.rollover || row.replaced_meter_id !== null,
    readOn: row.read_on,
  };
}
