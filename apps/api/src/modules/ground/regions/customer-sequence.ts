import { Injectable } from '@nestjs/common';
import { violatedConstraint, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';

export interface SequencePlace {
  readonly regionCode: string;
  readonly routeCode: string;
  /** 1…99999 within the route. */
  readonly sequence: number;
}

/** Hands out the places of a route, one after the other; the row lock makes two registrations follow each other. */
@Injectable()
export class CustomerSequence {
  /** @throws Problem region.not_found, route.not_found, customer.number_exhausted */
  async next(tx: Tx, regionId: number, routeId: number): Promise<SequencePlace> {
    // Whoever closes the region waits until who comes to it is there, and finds him; or is found closed here.
    const [region] = await tx.query('SELECT FROM wilayah WHERE id = $1 AND active FOR KEY SHARE', [regionId]);
    if (region === undefined) throw new Problem('region.not_found');
    const [place] = await tx
      .query<{ region: string; route: string; sequence: number }>(
        `UPDATE rute t SET last_sequence = last_sequence + 1 FROM wilayah r
         WHERE t.id = $2 AND t.region_id = $1 AND r.id = t.region_id
         RETURNING r.code AS region, t.code AS route, t.last_sequence AS sequence`,
        [regionId, routeId],
      )
      .catch(refuseExhausted);
    if (place === undefined) throw new Problem('route.not_found');
    return { regionCode: place.region, routeCode: place.route, sequence: place.sequence };
  }

  /**
   * The next `count` places of a route, in order; the route is one of an active region.
   * @returns the first of them
   * @throws Problem customer.number_exhausted
   */
  async take(tx: Tx, routeId: number, count: number): Promise<number> {
    const { last } = await tx
      .one<{ last: number }>(
        'UPDATE rute SET last_sequence = last_sequence + $2 WHERE id = $1 RETURNING last_sequence AS last',
        [routeId, count],
      )
      .catch(refuseExhausted);
    return last - count + 1;
  }

  /** Numbers given by the system before are never given again by ours. */
  async reach(tx: Tx, routes: ReadonlyMap<number, number>): Promise<void> {
    await tx.query(
      `UPDATE rute r SET last_sequence = greatest(r.last_sequence, t.last)
       FROM (SELECT * FROM unnest($1::bigint[], $2::int[]) AS u (id, last) ORDER BY id) t WHERE r.id = t.id`,
      [[...routes.keys()], [...routes.values()]],
    );
  }
}

function refuseExhausted(error: unknown): never {
  if (violatedConstraint(error) === 'rute_last_sequence_check')
    throw new Problem('customer.number_exhausted');
  throw error;
}
