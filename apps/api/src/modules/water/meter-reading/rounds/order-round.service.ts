import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../../platform/audit';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type { OrderRoundBody } from '../dto/round.dto';
import { READING_SAYS } from '../sentences';

/** Keeps the order in which a route is walked, as whoever walks it says. */
@Injectable()
export class OrderRound {
  constructor(private readonly database: Database) {}

  /** @throws Problem route.not_found, request.invalid for a customer of another route */
  async execute({ route_id: routeId, customer_ids: ids }: OrderRoundBody): Promise<void> {
    await this.database.transaction(async (tx) => {
      // Two people who order one route take turns; the later one says how it is walked.
      const [route] = await tx.query('SELECT FROM rute WHERE id = $1 FOR NO KEY UPDATE', [routeId]);
      if (route === undefined) throw new Problem('route.not_found');
      const known = await tx.query<{ id: number }>(
        'SELECT id FROM pelanggan WHERE route_id = $1 AND id = ANY ($2)',
        [routeId, ids],
      );
      const here = new Set(known.map(({ id }) => id));
      const strange = ids.flatMap((id, index) => (here.has(id) ? [] : [index]));
      if (strange.length > 0)
        throw new Problem('request.invalid', {
          errors: strange.map((index) => ({
            pointer: `/customer_ids/${String(index)}`,
            code: 'other_route',
            message: READING_SAYS.otherRoute,
          })),
        });
      await tx.query('DELETE FROM urutan_rute WHERE route_id = $1', [routeId]);
      await tx.query(
        `INSERT INTO urutan_rute (customer_id, route_id, position)
         SELECT k.id, $1, k.place FROM unnest($2::bigint[]) WITH ORDINALITY AS k (id, place)
         ON CONFLICT (customer_id) DO UPDATE SET route_id = excluded.route_id, position = excluded.position`,
        [routeId, ids],
      );
      await writeAudit(tx, {
        action: 'route.ordered',
        entityType: 'rute',
        entityId: routeId,
        after: { customers: ids.length },
      });
    });
  }
}
