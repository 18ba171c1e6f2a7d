import { Injectable } from '@nestjs/common';
import type { PpobServiceCode } from '@tirtapay/domain';
import { changedMeanwhile, writeAudit } from '../../../../platform/audit';
import { Database, type RowOf } from '../../../../platform/database';
import type { PpobServiceRow } from '../entities/service.entity';
import type { ServiceSwitchedDto, SwitchServiceBody } from './switch-service.dto';

/**
 * Takes a service out of sale and into sale again, by one person: nothing is sold but at prices and fees two people agreed
 * on, and a service that goes wrong must stop at once, not when a second person is found (docs/adr/0039).
 */
@Injectable()
export class SwitchService {
  constructor(private readonly database: Database) {}

  /** Waits for sales that are just being written; the next one is refused. @throws Problem version.conflict */
  switch(code: PpobServiceCode, { active, version, reason }: SwitchServiceBody): Promise<ServiceSwitchedDto> {
    return this.database.transaction(async (tx) => {
      const service = await tx.one<RowOf<PpobServiceRow, 'id' | 'active' | 'version'> & object>(
        'SELECT id, active, version FROM services WHERE code = $1 FOR NO KEY UPDATE',
        [code],
      );
      if (service.version !== version)
        throw await changedMeanwhile(tx, 'services', service.id, service.version, {
          // Its version counts fees as well: whoever agreed to one is named, not who stopped it before.
          fields: ['active', 'admin_fee'],
        });
      await tx.query('UPDATE services SET active = $2, version = version + 1 WHERE id = $1', [
        service.id,
        active,
      ]);
      await writeAudit(tx, {
        action: active ? 'ppob_service.started' : 'ppob_service.stopped',
        entityType: 'services',
        entityId: service.id,
        before: { active: service.active },
        after: { active, reason },
      });
      return { service_code: code, active, version: version + 1 };
    });
  }
}
