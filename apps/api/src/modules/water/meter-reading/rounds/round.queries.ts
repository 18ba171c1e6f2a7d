import { Injectable } from '@nestjs/common';
import { READ_STATES } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import {
  MOST_STOPS,
  type ReaderProgressDto,
  type ReadingProgressDto,
  type RoundDto,
  type RoundRouteDto,
  type RoundStopDto,
  type RouteProgressDto,
} from '../dto/round.dto';
import { readablePeriod } from '../read-customer';
import { periodParameter } from '../reading.queries';

/** Routes of a region are dozens; readers too. */
const MOST_ROWS = 500;

const STOPS = `
  SELECT c.id AS customer_id, c.customer_number, c.name, c.address, m.serial AS meter_serial,
    coalesce(r.status, 'UNREAD') AS state, r.id AS reading_id, r.usage_m3, r.severity,
    EXISTS (SELECT FROM foto_meter f WHERE f.client_id = r.client_id) AS has_photo,
    CASE WHEN r.status = 'REREAD' THEN
      (SELECT v.note FROM verification v WHERE v.reading_id = r.id ORDER BY v.id DESC LIMIT 1) END AS instruction
  FROM pelanggan c
  LEFT JOIN urutan_rute u ON u.customer_id = c.id AND u.route_id = c.route_id
  LEFT JOIN meter m ON m.customer_id = c.id AND m.removed_on IS NULL
  LEFT JOIN meter_reading r ON r.customer_id = c.id AND r.period = $2 AND r.status <> 'CORRECTED'
  WHERE c.region_id = (SELECT x.region_id FROM rute x WHERE x.id = $1) AND c.route_id = $1
    AND (c.state = ANY ($3) OR r.status = 'REREAD')
  ORDER BY u.position NULLS LAST, c.customer_number LIMIT ${String(MOST_STOPS + 1)}`;

const ROUTES = `
  SELECT t.id, t.code, t.name, w.name AS region_name, count(*)::int AS connections,
    count(*) FILTER (WHERE r.id IS NULL)::int AS unread,
    count(*) FILTER (WHERE r.status = 'REREAD')::int AS reread,
    count(*) FILTER (WHERE r.status = 'RECORDED')::int AS recorded,
    count(*) FILTER (WHERE r.status = 'VERIFIED')::int AS verified
  FROM pelanggan c JOIN rute t ON t.id = c.route_id JOIN wilayah w ON w.id = c.region_id
  LEFT JOIN meter_reading r ON r.customer_id = c.id AND r.period = $2 AND r.status <> 'CORRECTED'
  WHERE c.region_id = $1 AND c.state = ANY ($3)
  GROUP BY t.id, w.name
  ORDER BY count(r.id) FILTER (WHERE r.status <> 'REREAD')::numeric / count(*), t.code LIMIT ${String(MOST_ROWS)}`;

const READERS = `
  SELECT o.name, count(*)::int AS readings,
    count(*) FILTER (WHERE r.method = 'ESTIMATED')::int AS estimated,
    count(*) FILTER (WHERE r.severity <> 'OK')::int AS flagged,
    count(*) FILTER (WHERE EXISTS (SELECT FROM foto_meter f WHERE f.client_id = r.client_id))::int AS with_photo,
    max(r.read_at) AS last_at
  FROM pelanggan c JOIN meter_reading r ON r.customer_id = c.id AND r.period = $2 AND r.status <> 'CORRECTED'
  JOIN orang o ON o.id = r.read_by
  WHERE c.region_id = $1 AND r.method IN ('ACTUAL', 'ESTIMATED')
  GROUP BY o.id, o.name ORDER BY o.name LIMIT ${String(MOST_ROWS)}`;

/** The walk of a route, and how far the walks of a region are. */
@Injectable()
export class RoundQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem route.not_found, request.invalid for a month that has not begun */
  async round(routeId: number, rawPeriod: string | undefined): Promise<RoundDto> {
    const usagePeriod = readablePeriod(periodParameter(rawPeriod), this.clock, '?period');
    const route = await this.route(routeId);
    const stops = await this.database.screen<RoundStopDto & object>(STOPS, [
      routeId,
      usagePeriod,
      READ_STATES,
    ]);
    return { route, period: usagePeriod, stops: stops.slice(0, MOST_STOPS), cut: stops.length > MOST_STOPS };
  }

  async progress(regionId: number, rawPeriod: string | undefined): Promise<ReadingProgressDto> {
    const usagePeriod = readablePeriod(periodParameter(rawPeriod), this.clock, '?period');
    const [routes, readers] = await Promise.all([
      this.database.screen<RouteProgressDto & object>(ROUTES, [regionId, usagePeriod, READ_STATES]),
      this.database.screen<Omit<ReaderProgressDto, 'last_at'> & { last_at: Date }>(READERS, [
        regionId,
        usagePeriod,
      ]),
    ]);
    return {
      period: usagePeriod,
      routes,
      readers: readers.map((row) => ({ ...row, last_at: this.clock.text(row.last_at.getTime()) })),
    };
  }

  /** @throws Problem route.not_found */
  async route(routeId: number): Promise<RoundRouteDto> {
    const [route] = await this.database.screen<RoundRouteDto & object>(
      'SELECT t.id, t.code, t.name, w.name AS region_name FROM rute t JOIN wilayah w ON w.id = t.region_id WHERE t.id = $1',
      [routeId],
    );
    if (route === undefined) throw new Problem('route.not_found');
    return route;
  }
}
