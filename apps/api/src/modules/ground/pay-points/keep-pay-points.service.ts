import { Injectable } from '@nestjs/common';
import { changedMeanwhile, writeAudit } from '../../../platform/audit';
import { Database, violatedConstraint, type RowOf } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { ChangePayPointBody, CreatePayPointBody } from './dto/pay-point.dto';
import type { PayPoint } from './entities/pay-point.entity';

type Current = RowOf<
  PayPoint,
  'bankId' | 'regionId' | 'name' | 'address' | 'hours' | 'phone' | 'coordinates' | 'active' | 'version'
>;

@Injectable()
export class KeepPayPoints {
  constructor(private readonly database: Database) {}

  /** @throws Problem region.not_found, bank.not_found */
  create(point: CreatePayPointBody): Promise<number> {
    return this.database.transaction(async (tx) => {
      const row = await tx
        .one<{ id: number }>(
          `INSERT INTO titik_bayar (bank_id, region_id, name, address, hours, phone, coordinates)
           VALUES ($1, $2, $3, $4, $5, $6, $7)
           RETURNING id`,
          valuesOf(point),
        )
        .catch(refuse);
      await writeAudit(tx, {
        action: 'pay_point.created',
        entityType: 'titik_bayar',
        entityId: row.id,
        after: { ...point },
      });
      return row.id;
    });
  }

  /** @throws Problem pay_point.not_found, version.conflict, region.not_found, bank.not_found */
  change(id: number, { version, ...change }: ChangePayPointBody): Promise<void> {
    return this.database.transaction(async (tx) => {
      const [current] = await tx.query<Current & Record<string, unknown>>(
        'SELECT bank_id, region_id, name, address, hours, phone, coordinates, active, version FROM titik_bayar WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (current === undefined) throw new Problem('pay_point.not_found');
      const { version: found, ...before } = current;
      if (found !== version) throw await changedMeanwhile(tx, 'titik_bayar', id, found);
      const next = {
        bank_id: change.bank_id === undefined ? before.bank_id : change.bank_id,
        region_id: change.region_id ?? before.region_id,
        name: change.name ?? before.name,
        address: change.address ?? before.address,
        hours: change.hours ?? before.hours,
        phone: change.phone === undefined ? before.phone : change.phone,
        coordinates: change.coordinates === undefined ? before.coordinates : change.coordinates,
        active: change.active ?? before.active,
      };
      await tx
        .query(
          `UPDATE titik_bayar SET bank_id = $1, region_id = $2, name = $3, address = $4, hours = $5, phone = $6,
             coordinates = $7, active = $8, version = version + 1 WHERE id = $9`,
          [...valuesOf(next), next.active, id],
        )
        .catch(refuse);
      await writeAudit(tx, {
        action: 'pay_point.changed',
        entityType: 'titik_bayar',
        entityId: id,
        before,
        after: next,
      });
    });
  }
}

function valuesOf(point: CreatePayPointBody): unknown[] {
  const { bank_id: bank, region_id: region, name, address, hours, phone, coordinates = null } = point;
  return [bank, region, name, address, hours, phone, coordinates];
}

function refuse(error: unknown): never {
  const constraint = violatedConstraint(error);
  if (constraint === 'titik_bayar_region_id_fkey') throw new Problem('region.not_found');
  if (constraint === 'titik_bayar_bank_id_fkey') throw new Problem('bank.not_found');
  throw error;
}
