import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';

/** A route of a region, as people name both. */
export interface RoutePlace {
  readonly regionId: number;
  readonly region: string;
  readonly routeId: number;
  readonly route: string;
}

const ACTIVE = "SELECT id, code || ' ' || name AS region FROM wilayah WHERE id = $1 AND active";
// Whoever closes the region waits until those who come to it are there, and finds them.
const HELD = `${ACTIVE} FOR KEY SHARE`;
const ROUTE = "SELECT id, code || ' ' || name AS route FROM rute WHERE id = $2 AND region_id = $1";

/** Where customers may be brought to: a route of a region that is in use. */
@Injectable()
export class RoutePlaces {
  /** @throws Problem region.not_found when there is none or it is closed, route.not_found when it has no such route */
  async of(source: Tx | Database, regionId: number, routeId: number): Promise<RoutePlace> {
    const read = <T extends object>(sql: string, values: readonly unknown[]) =>
      source instanceof Database ? source.read<T>(sql, values) : source.query<T>(sql, values);
    const [region] = await read<{ id: number; region: string }>(source instanceof Database ? ACTIVE : HELD, [
      regionId,
    ]);
    if (region === undefined) throw new Problem('region.not_found');
    const [route] = await read<{ id: number; route: string }>(ROUTE, [regionId, routeId]);
    if (route === undefined) throw new Problem('route.not_found');
    return { regionId: region.id, region: region.region, routeId: route.id, route: route.route };
  }
}
