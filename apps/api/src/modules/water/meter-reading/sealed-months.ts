import { Injectable } from '@nestjs/common';
import {
  addDays,
  businessDate,
  nextPeriod,
  selectVersion,
  type BusinessDate,
  type Period,
} from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { categoryBefore, regionIn } from '../customers';
import { TariffCatalogue, type CataloguedVersion } from '../tariffs';
import { WAITS } from './reading-basis';
import type { ReadingKey } from './reading-key';
import { TakenOverMonths } from './taken-over-months';

/** Which connections are asked for. */
export interface SealedScope {
  readonly period: Period;
  readonly region_id: number | readonly number[] | null;
  readonly tariff_id: number | null;
}

/** Connections that cost the same in a month: same prices, same meter size. */
export interface SealedGroup {
  readonly version: CataloguedVersion;
  readonly size_mm: number;
  readonly connections: number;
}

interface Connection {
  readonly customer_id: number;
  readonly meter_id: number;
  readonly stand: number;
}

// $1 categories, $2 regions, $3 period, $4 its first instant, $5 the first instant after it, $6 readings that wait
// where a balance stands for their month. A connection is sealed all
// month when its last change of state before the month sealed it and none came within it. The month is left alone while
// anything of it, or of a month before, waits for a decision.
const SEALED = `
  FROM pelanggan c
  CROSS JOIN LATERAL (SELECT h.after FROM riwayat_pelanggan h
    WHERE h.customer_id = c.id AND h.field = 'state' AND h.at < $4 ORDER BY h.at DESC, h.id DESC LIMIT 1) was
  LEFT JOIN LATERAL (SELECT r.meter_id, r.current_stand FROM meter_reading r
    WHERE r.customer_id = c.id AND r.period < $3 AND r.status = 'VERIFIED' AND r.method <> 'NONE'
    ORDER BY r.period DESC LIMIT 1) last ON true
  CROSS JOIN LATERAL (SELECT m.id, m.size_mm, m.installed_stand FROM meter m
    WHERE m.customer_id = c.id AND (last.meter_id IS NULL OR m.id = last.meter_id)
    ORDER BY m.installed_on, m.id LIMIT 1) meter
  WHERE c.id IN (SELECT s.customer_id FROM riwayat_pelanggan s WHERE s.field = 'state' AND s.after = 'SEGEL' AND s.at < $4)
    AND was.after = 'SEGEL' AND ${categoryBefore('$5')} = ANY ($1) AND ($2::bigint[] IS NULL OR ${regionIn('$3')} = ANY ($2))
    AND EXISTS (SELECT FROM meter x WHERE x.customer_id = c.id AND x.removed_on IS NULL)
    AND NOT EXISTS (SELECT FROM riwayat_pelanggan h
      WHERE h.customer_id = c.id AND h.field = 'state' AND h.at >= $4 AND h.at < $5)
    AND NOT EXISTS (SELECT FROM meter_reading r
      WHERE r.customer_id = c.id AND (r.period = $3 OR (r.period < $3 AND r.id <> ALL ($6) AND ${WAITS})))`;

const WAITING_BEFORE = `SELECT r.id, r.customer_id, r.period FROM meter_reading r
  WHERE r.status IN ('RECORDED', 'REREAD') AND r.period < $1 AND r.customer_id IN (SELECT s.customer_id FROM riwayat_pelanggan s
    WHERE s.field = 'state' AND s.after = 'SEGEL' AND s.at < $2)`;

/**
 * Months of sealed connections whose category goes on with its fixed charges: nobody reads them, and a row of the method
 * NONE, without usage, stands for the month once it is over. See docs/adr/0019.
 */
@Injectable()
export class SealedMonths {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly catalogue: TariffCatalogue,
    private readonly events: DomainEvents,
    private readonly takenOver: TakenOverMonths,
  ) {}

  /** What `record` would charge now; nothing is stored. */
  async groups(scope: SealedScope): Promise<SealedGroup[]> {
    return this.over(scope) ? this.chargeable(scope) : [];
  }

  /** Connections that a run of this month will charge once it is over, if their seals stay. */
  async waiting(scope: SealedScope): Promise<number> {
    if (this.over(scope)) return 0;
    return (await this.chargeable(scope)).reduce((sum, { connections }) => sum + connections, 0);
  }

  private async chargeable(scope: SealedScope): Promise<SealedGroup[]> {
    const versions = await this.chargingVersions(this.database, scope);
    if (versions.size === 0) return [];
    const rows = await this.database.screen<{ tariff_id: number; size_mm: number; connections: number }>(
      `SELECT ${categoryBefore('$5')} AS tariff_id, meter.size_mm, count(*) AS connections ${SEALED} GROUP BY 1, 2`,
      await this.values(this.database, scope, versions),
    );
    return rows.flatMap(({ tariff_id, size_mm, connections }) => {
      const version = versions.get(tariff_id);
      return version === undefined ? [] : [{ version, size_mm, connections }];
    });
  }

  /** Customers after this one whose month would be charged, by id. */
  async customers(scope: SealedScope, after: number, limit: number): Promise<number[]> {
    if (!this.over(scope)) return [];
    const versions = await this.chargingVersions(this.database, scope);
    if (versions.size === 0) return [];
    const rows = await this.database.screen<{ id: number }>(
      `SELECT c.id ${SEALED} AND c.id > $7 ORDER BY c.id LIMIT $8`,
      [...(await this.values(this.database, scope, versions)), after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Writes the month of these customers, where it is still theirs to be charged; whoever listens to `reading.verified`
   * bills it in this transaction. Safe to repeat.
   * @returns how many months were written
   */
  async record(tx: Tx, scope: SealedScope, customerIds: readonly number[]): Promise<number> {
    if (!this.over(scope)) return 0;
    const versions = await this.chargingVersions(tx, scope);
    // Recording, sealing and unsealing of one customer take turns with this.
    await tx.query('SELECT FROM pelanggan WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [customerIds]);
    const connections = await tx.query<Connection & Record<string, unknown>>(
      `SELECT c.id AS customer_id, meter.id AS meter_id, coalesce(last.current_stand, meter.installed_stand) AS stand
       ${SEALED} AND c.id = ANY ($7) ORDER BY c.id`,
      [...(await this.values(tx, scope, versions)), customerIds],
    );
    if (connections.length === 0) return 0;
    const end = this.month(scope.period).end;
    const written = await tx.query<{ id: number }>(
      `INSERT INTO meter_reading (client_id, customer_id, meter_id, period, previous_stand, current_stand, usage_m3, days,
         method, condition_code, severity, status, read_at, received_at)
       SELECT gen_random_uuid(), s.customer_id, s.meter_id, $4, s.stand, s.stand, 0, 1, 'NONE', 'NORMAL', 'OK', 'VERIFIED', $5, $6
       FROM unnest($1::bigint[], $2::bigint[], $3::int[]) AS s (customer_id, meter_id, stand)
       RETURNING id`,
      [
        connections.map((row) => row.customer_id),
        connections.map((row) => row.meter_id),
        connections.map((row) => row.stand),
        scope.period,
        new Date(end - 1),
        this.clock.date(),
      ],
    );
    await this.events.raise(tx, 'reading.verified', { readingIds: written.map(({ id }) => id) });
    return written.length;
  }

  /** Until then the seal may be taken off, and the month is read as any other. */
  private over({ period }: SealedScope): boolean {
    return this.clock.now() >= this.month(period).end;
  }

  /** The prices of the period of each category that goes on while sealed. */
  private async chargingVersions(
    source: Tx | Database,
    scope: SealedScope,
  ): Promise<Map<number, CataloguedVersion>> {
    const tariffs = await (source instanceof Database
      ? source.screen<{ id: number }>(TARIFFS, [scope.tariff_id])
      : source.query<{ id: number }>(TARIFFS, [scope.tariff_id]));
    const charging = new Map<number, CataloguedVersion>();
    if (tariffs.length === 0) return charging;
    const versions = await this.catalogue.versionsOf(
      source,
      tariffs.map(({ id }) => id),
    );
    for (const [tariffId, own] of versions) {
      const version = selectVersion(own, scope.period);
      if (version?.chargeWhenSealed === true) charging.set(tariffId, version);
    }
    return charging;
  }

  private async values(
    source: Tx | Database,
    scope: SealedScope,
    versions: ReadonlyMap<number, CataloguedVersion>,
  ): Promise<unknown[]> {
    const { start, end } = this.month(scope.period);
    return [
      [...versions.keys()],
      scope.region_id === null ? null : [scope.region_id].flat(),
      scope.period,
      new Date(start),
      new Date(end),
      await this.neverDecided(source, scope.period, new Date(start)),
    ];
  }

  /** Readings of months before that wait where a balance stands for their month. */
  private async neverDecided(source: Tx | Database, before: Period, start: Date): Promise<number[]> {
    const values = [before, start];
    const waiting = await (source instanceof Database
      ? source.screen<ReadingKey & { id: number }>(WAITING_BEFORE, values)
      : source.query<ReadingKey & { id: number }>(WAITING_BEFORE, values));
    const open = new Set((await this.takenOver.without(source, waiting)).map(({ id }) => id));
    return waiting.flatMap(({ id }) => (open.has(id) ? [] : [id]));
  }

  /** Its first instant, and the first after it, epoch milliseconds. */
  private month(usagePeriod: Period): { start: number; end: number } {
    return {
      start: this.clock.endOfDay(addDays(firstDay(usagePeriod), -1)),
      end: this.clock.endOfDay(addDays(firstDay(nextPeriod(usagePeriod)), -1)),
    };
  }
}

const TARIFFS = `SELECT DISTINCT t.id FROM tarif t JOIN tarif_versi v ON v.tariff_id = t.id
  WHERE v.charge_when_sealed AND ($1::bigint IS NULL OR t.id = $1)`;

function firstDay(usagePeriod: Period): BusinessDate {
  return businessDate(`${usagePeriod}-01`);
}
