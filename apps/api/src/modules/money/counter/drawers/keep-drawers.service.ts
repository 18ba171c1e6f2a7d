import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../../platform/audit';
import { Database, violatedConstraint } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { Drawers } from '../../../ground/collectors';
import { ChangeDrawerFee } from './change-drawer-fee.service';
import type { ChangeDrawerBody, CreateDrawerBody } from '../dto/drawer.dto';

/** Which drawers there are, and where they stand. */
@Injectable()
export class KeepDrawers {
  constructor(
    private readonly database: Database,
    private readonly drawers: Drawers,
    private readonly fees: ChangeDrawerFee,
  ) {}

  /** @throws Problem counter.drawer_duplicate, pay_point.not_found */
  create(body: CreateDrawerBody): Promise<number> {
    return this.database
      .transaction(async (tx) => {
        const id = await this.drawers.add(tx, {
          code: body.code,
          name: body.name,
          payPointId: body.pay_point_id,
        });
        await writeAudit(tx, {
          action: 'drawer.created',
          entityType: 'loket_kas',
          entityId: id,
          after: { code: body.code, name: body.name, pay_point_id: body.pay_point_id },
        });
        // Until a second person agreed it asks for none.
        if (body.admin_fee > 0) await this.fees.ask(tx, id, body.admin_fee, null);
        return id;
      })
      .catch(refuse);
  }

  /** @throws Problem counter.drawer_not_found, version.conflict, pay_point.not_found */
  change(id: number, body: ChangeDrawerBody): Promise<void> {
    return this.database
      .transaction(async (tx) => {
        await this.drawers.lock(tx, id);
        const { before, after } = await this.drawers.change(tx, id, body.version, {
          ...(body.name === undefined ? {} : { name: body.name }),
          ...(body.pay_point_id === undefined ? {} : { payPointId: body.pay_point_id }),
          ...(body.active === undefined ? {} : { active: body.active }),
        });
        await writeAudit(tx, {
          action: 'drawer.changed',
          entityType: 'loket_kas',
          entityId: id,
          before,
          after,
        });
      })
      .catch(refuse);
  }
}

function refuse(error: unknown): never {
  if (violatedConstraint(error) === 'loket_kas_pay_point_id_fkey') throw new Problem('pay_point.not_found');
  throw error;
}
