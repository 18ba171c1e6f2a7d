import { Injectable } from '@nestjs/common';
import { changedMeanwhile, writeAudit } from '../../../platform/audit';
import { Database, type RowOf } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { ChangeRegionBody, ChangeRouteBody } from './dto/region.dto';
import type { Region } from './entities/region.entity';
import { RegionUse } from './region-use';

@Injectable()
export class ChangeRegion {
  constructor(
    private readonly database: Database,
    private readonly use: RegionUse,
  ) {}

  /** @throws Problem region.not_found, version.conflict, region.in_use when a region that still has customers is to be closed */
  execute(id: number, { version, ...change }: ChangeRegionBody): Promise<void> {
    return this.database.transaction(async (tx) => {
      const [row] = await tx.query<RowOf<Region, 'name' | 'active' | 'version'>>(
        'SELECT name, active, version FROM wilayah WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (row === undefined) throw new Problem('region.not_found');
      const { version: found, ...current } = row;
      if (found !== version) throw await changedMeanwhile(tx, 'wilayah', id, found);
      const next = { name: change.name ?? current.name, active: change.active ?? current.active };
      if (current.active && !next.active && (await this.use.isUsed(tx, id)))
        throw new Problem('region.in_use');
      await tx.query('UPDATE wilayah SET name = $2, active = $3, version = version + 1 WHERE id = $1', [
        id,
        next.name,
        next.active,
      ]);
      await writeAudit(tx, {
        action: 'region.changed',
        entityType: 'wilayah',
        entityId: id,
        before: current,
        after: next,
      });
    });
  }

  /** Its name; the code is part of customer numbers and stays. @throws Problem route.not_found */
  route(regionId: number, routeId: number, { name }: ChangeRouteBody): Promise<void> {
    return this.database.transaction(async (tx) => {
      const [current] = await tx.query<{ name: string }>(
        'SELECT name FROM rute WHERE id = $2 AND region_id = $1 FOR NO KEY UPDATE',
        [regionId, routeId],
      );
      if (current === undefined) throw new Problem('route.not_found');
      if (current.name === name) return;
      await tx.query('UPDATE rute SET name = $2 WHERE id = $1', [routeId, name]);
      await writeAudit(tx, {
        action: 'route.changed',
        entityType: 'rute',
        entityId: routeId,
        before: current,
        after: { name },
      });
    });
  }
}
