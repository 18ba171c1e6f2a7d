import { Injectable } from '@nestjs/common';
import type { TariffGroup } from '@tirtapay/domain';
import { changedMeanwhile, writeAudit } from '../../../platform/audit';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { ChangeTariffBody } from './dto/tariff.request';
import { TARIFF_SAYS } from './sentences';
import { TariffCustomers } from './tariff-use';

interface LockedTariff {
  readonly code: string;
  readonly name: string;
  readonly kelompok: TariffGroup;
  readonly active: boolean;
  readonly version: number;
}

/**
 * Name, group and whether somebody may still come to a category. The code stays for ever: bills and reports are found by it.
 * None of them is a price, so one person changes them. See docs/adr/0071.
 */
@Injectable()
export class ChangeTariff {
  constructor(
    private readonly database: Database,
    private readonly customers: TariffCustomers,
  ) {}

  /** @throws Problem tariff.not_found, version.conflict, tariff.in_use with how many customers are in it, approval.pending */
  execute(id: number, body: ChangeTariffBody): Promise<void> {
    return this.database.transaction(async (tx) => {
      // Whoever comes to the category holds its row: they are found, or they find it closed.
      const [before] = await tx.query<LockedTariff & object>(
        'SELECT code, name, kelompok, active, version FROM tarif WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (before === undefined) throw new Problem('tariff.not_found');
      if (before.version !== body.version) throw await changedMeanwhile(tx, 'tarif', id, before.version);
      const after = {
        name: body.name ?? before.name,
        kelompok: body.kelompok ?? before.kelompok,
        active: body.active ?? before.active,
      };
      if (after.name === before.name && after.kelompok === before.kelompok && after.active === before.active)
        return;
      if (before.active && !after.active) {
        const count = await this.customers.count(tx, id);
        if (count > 0)
          throw new Problem('tariff.in_use', {
            detail: TARIFF_SAYS.inUse(count),
            members: { customers: count },
          });
        const waiting = await tx.query(
          "SELECT id FROM tarif_versi WHERE tariff_id = $1 AND status = 'PENDING' LIMIT 1",
          [id],
        );
        if (waiting.length > 0) throw new Problem('approval.pending');
      }
      await tx.query(
        'UPDATE tarif SET name = $2, kelompok = $3, active = $4, version = version + 1 WHERE id = $1',
        [id, after.name, after.kelompok, after.active],
      );
      await writeAudit(tx, {
        action: 'tariff.changed',
        entityType: 'tarif',
        entityId: id,
        before: { name: before.name, kelompok: before.kelompok, active: before.active },
        after: { ...after, ...(body.reason !== undefined && { reason: body.reason }) },
      });
    });
  }
}
