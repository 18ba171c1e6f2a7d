import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { ChangeRegionBody } from './dto/region.dto';
import { RegionUse } from './region-use';

@Injectable()
export class ChangeRegion {
  constructor(
    private readonly database: Database,
    private readonly use: RegionUse,
  ) {}

  /** @throws Problem region.not_found, region.in_use when a region that still has customers is to be closed */
  execute(id: number, change: ChangeRegionBody): Promise<void> {
    return this.database.transaction(async (tx) => {
      const [current] = await tx.query<{ name: string; active: boolean }>(
        'SELECT name, active FROM wilayah WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (current === undefined) throw new Problem('region.not_found');
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
}
