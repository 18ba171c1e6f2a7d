import { Injectable } from '@nestjs/common';
import { addMonths, periodOfDate, type Period } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { SealedMonths } from '../meter-reading';
import type { SealedLeftDto } from './dto/bill-run.dto';

/** How far back somebody still asks for a month. */
const MONTHS_BACK = 12;

interface EarlyRun {
  readonly period: Period;
  readonly region_id: number | null;
  readonly tariff_id: number | null;
}

// A run that came before its month was over could not charge its sealed connections yet; one that has come since, of all it
// was of, has.
const RUN_EARLY = `
  WITH runs AS MATERIALIZED (
    SELECT p.period, p.region_id, p.tariff_id, p.status,
      p.finished_at < ((p.period || '-01')::date + interval '1 month') AT TIME ZONE $3 AS early
    FROM penetapan p WHERE p.period >= $1 AND p.period < $2 AND p.finished_at IS NOT NULL)
  SELECT DISTINCT e.period, e.region_id, e.tariff_id FROM runs e
  WHERE e.early AND NOT EXISTS (SELECT FROM runs l WHERE NOT l.early AND l.status = 'DONE' AND l.period = e.period
    AND (l.region_id IS NULL OR l.region_id = e.region_id) AND (l.tariff_id IS NULL OR l.tariff_id = e.tariff_id))
  ORDER BY e.period DESC`;

/** Months that are over, were run before that and not since, and whose sealed connections wait for one more run. */
@Injectable()
export class SealedLeft {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealedMonths: SealedMonths,
  ) {}

  async months(): Promise<SealedLeftDto[]> {
    const running = periodOfDate(this.clock.businessDate());
    const early = await this.database.screen<EarlyRun & object>(RUN_EARLY, [
      addMonths(running, -MONTHS_BACK),
      running,
      this.clock.zone,
    ]);
    const left: SealedLeftDto[] = [];
    for (const period of new Set(early.map((run) => run.period))) {
      const connections = await this.connections(
        period,
        early.filter((run) => run.period === period),
      );
      if (connections > 0) left.push({ period, connections });
    }
    return left;
  }

  /** Of the regions and categories that were run, each connection once. */
  private async connections(period: Period, early: readonly EarlyRun[]): Promise<number> {
    const whole = early.filter((run) => run.tariff_id === null).map((run) => run.region_id);
    if (whole.includes(null)) return this.count(period, null, null);
    const regions = whole.flatMap((id) => id ?? []);
    let sum = await this.count(period, regions, null);
    for (const tariffId of new Set(early.flatMap((run) => run.tariff_id ?? []))) {
      const of = early.filter((run) => run.tariff_id === tariffId).map((run) => run.region_id);
      if (of.includes(null))
        sum += (await this.count(period, null, tariffId)) - (await this.count(period, regions, tariffId));
      else
        sum += await this.count(
          period,
          of.flatMap((id) => (id === null || regions.includes(id) ? [] : [id])),
          tariffId,
        );
    }
    return sum;
  }

  private async count(
    period: Period,
    regions: readonly number[] | null,
    tariffId: number | null,
  ): Promise<number> {
    if (regions?.length === 0) return 0;
    const groups = await this.sealedMonths.groups({ period, region_id: regions, tariff_id: tariffId });
    return groups.reduce((sum, { connections }) => sum + connections, 0);
  }
}
