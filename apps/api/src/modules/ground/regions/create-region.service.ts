import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import { Database, SQLSTATE, sqlState, violatedConstraint } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { CreateRegionBody, CreateRouteBody, RouteDto } from './dto/region.dto';

@Injectable()
export class CreateRegion {
  constructor(private readonly database: Database) {}

  /** @throws Problem region.duplicate */
  region(region: CreateRegionBody): Promise<number> {
    return this.database.transaction(async (tx) => {
      const row = await tx
        .one<{ id: number }>('INSERT INTO wilayah (code, name) VALUES ($1, $2) RETURNING id', [
          region.code,
          region.name,
        ])
        .catch((error: unknown) => refuse(error));
      await writeAudit(tx, {
        action: 'region.created',
        entityType: 'wilayah',
        entityId: row.id,
        after: { code: region.code, name: region.name },
      });
      return row.id;
    });
  }

  /** @throws Problem region.not_found, region.duplicate when the region has a route of that code */
  route(regionId: number, route: CreateRouteBody): Promise<RouteDto> {
    return this.database.transaction(async (tx) => {
      const row = await tx
        .one<{ id: number }>('INSERT INTO rute (region_id, code, name) VALUES ($1, $2, $3) RETURNING id', [
          regionId,
          route.code,
          route.name,
        ])
        .catch((error: unknown) => refuse(error));
      await writeAudit(tx, {
        action: 'route.created',
        entityType: 'rute',
        entityId: row.id,
        after: { region_id: regionId, code: route.code, name: route.name },
      });
      return { id: row.id, code: route.code, name: route.name, customer_count: 0 };
    });
  }
}

function refuse(error: unknown): never {
  const constraint = violatedConstraint(error);
  if (constraint === 'wilayah_code_key' || constraint === 'rute_region_id_code_key')
    throw new Problem('region.duplicate');
  if (sqlState(error) === SQLSTATE.foreignKeyViolation) throw new Problem('region.not_found');
  throw error;
}
