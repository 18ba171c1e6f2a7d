import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import { Database, violatedConstraint } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { ChangeCounterBody, CreateCounterBody } from './dto/counter.dto';

interface Current extends CreateCounterBody {
  readonly active: boolean;
  readonly version: number;
}

@Injectable()
export class KeepCounters {
  constructor(private readonly database: Database) {}

  /** @throws Problem region.not_found, bank.not_found */
  create(counter: CreateCounterBody): Promise<number> {
    return this.database.transaction(async (tx) => {
      const row = await tx
        .one<{ id: number }>(
          `INSERT INTO loket (bank_id, region_id, name, address, hours, phone) VALUES ($1, $2, $3, $4, $5, $6)
           RETURNING id`,
          valuesOf(counter),
        )
        .catch(refuse);
      await writeAudit(tx, {
        action: 'counter.created',
        entityType: 'loket',
        entityId: row.id,
        after: { ...counter },
      });
      return row.id;
    });
  }

  /** @throws Problem counter.not_found, version.conflict, region.not_found, bank.not_found */
  change(id: number, { version, ...change }: ChangeCounterBody): Promise<void> {
    return this.database.transaction(async (tx) => {
      const [current] = await tx.query<Current & Record<string, unknown>>(
        'SELECT bank_id, region_id, name, address, hours, phone, active, version FROM loket WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (current === undefined) throw new Problem('counter.not_found');
      const { version: found, ...before } = current;
      if (found !== version) throw new Problem('version.conflict', { members: { current_version: found } });
      const next = {
        bank_id: change.bank_id === undefined ? before.bank_id : change.bank_id,
        region_id: change.region_id ?? before.region_id,
        name: change.name ?? before.name,
        address: change.address ?? before.address,
        hours: change.hours ?? before.hours,
        phone: change.phone === undefined ? before.phone : change.phone,
        active: change.active ?? before.active,
      };
      await tx
        .query(
          `UPDATE loket SET bank_id = $1, region_id = $2, name = $3, address = $4, hours = $5, phone = $6,
             active = $7, version = version + 1 WHERE id = $8`,
          [...valuesOf(next), next.active, id],
        )
        .catch(refuse);
      await writeAudit(tx, {
        action: 'counter.changed',
        entityType: 'loket',
        entityId: id,
        before,
        after: next,
      });
    });
  }
}

function valuesOf(counter: CreateCounterBody): unknown[] {
  const { bank_id: bank, region_id: region, name, address, hours, phone } = counter;
  return [bank, region, name, address, hours, phone];
}

function refuse(error: unknown): never {
  const constraint = violatedConstraint(error);
  if (constraint === 'loket_region_id_fkey') throw new Problem('region.not_found');
  if (constraint === 'loket_bank_id_fkey') throw new Problem('bank.not_found');
  throw error;
}
