import { Injectable } from '@nestjs/common';
import type { BusinessDate } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { currentStaff } from '../../../../platform/context';
import { Database, violatedConstraint, type RowOf, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type { MeterCheckResultBody } from '../dto/meter-check.dto';
import type { MeterCheck } from '../entities/meter-check.entity';

/** Sends a reader to a meter, and takes what was seen. */
@Injectable()
export class MeterChecks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem meter_check.ordered when somebody is on the way already */
  async order(
    tx: Tx,
    order: { readonly customerId: number; readonly instruction: string; readonly dueOn: BusinessDate },
  ): Promise<number> {
    const { id } = await tx
      .one<{ id: number }>(
        `INSERT INTO periksa_meter (customer_id, instruction, ordered_by, ordered_at, due_on)
         VALUES ($1, $2, $3, $4, $5) RETURNING id`,
        [order.customerId, order.instruction, currentStaff().id, this.clock.date(), order.dueOn],
      )
      .catch((error: unknown) => {
        if (violatedConstraint(error) === 'periksa_meter_one_open') throw new Problem('meter_check.ordered');
        throw error;
      });
    await writeAudit(tx, {
      action: 'meter_check.ordered',
      entityType: 'periksa_meter',
      entityId: id,
      after: { customer_id: order.customerId, instruction: order.instruction },
    });
    return id;
  }

  /** Nobody needs to go any more; what was seen already stays. */
  async drop(tx: Tx, id: number): Promise<void> {
    await tx.query('UPDATE periksa_meter SET dropped_at = $2 WHERE id = $1 AND seen_at IS NULL', [
      id,
      this.clock.date(),
    ]);
  }

  /** The reader need not go: asked by mistake, or answered otherwise. @throws Problem meter_check.not_found, meter_check.closed */
  async takeBack(id: number, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockOpenCheck(tx, id);
      await tx.query(
        'UPDATE periksa_meter SET dropped_at = $2, dropped_by = $3, dropped_reason = $4 WHERE id = $1',
        [id, this.clock.date(), currentStaff().id, reason],
      );
      await writeAudit(tx, {
        action: 'meter_check.taken_back',
        entityType: 'periksa_meter',
        entityId: id,
        after: { reason },
      });
    });
  }

  /** @throws Problem meter_check.not_found, meter_check.closed, meter_check.photo_missing */
  async report(id: number, { stand, note }: MeterCheckResultBody): Promise<void> {
    await this.database.transaction(async (tx) => {
      const check = await lockOpenCheck(tx, id);
      if (check.file_key === null) throw new Problem('meter_check.photo_missing');
      await tx.query(
        'UPDATE periksa_meter SET stand = $2, note = $3, seen_by = $4, seen_at = $5 WHERE id = $1',
        [id, stand, note ?? null, currentStaff().id, this.clock.date()],
      );
      await writeAudit(tx, {
        action: 'meter_check.reported',
        entityType: 'periksa_meter',
        entityId: id,
        after: { stand, note: note ?? null },
      });
    });
  }
}

type LockedCheck = RowOf<MeterCheck, 'seenAt' | 'droppedAt' | 'sha256' | 'fileKey'>;

/** @throws Problem meter_check.not_found, meter_check.closed when it was reported or is not needed any more */
export async function lockOpenCheck(tx: Tx, id: number): Promise<LockedCheck> {
  const [check] = await tx.query<LockedCheck & object>(
    'SELECT seen_at, dropped_at, sha256, file_key FROM periksa_meter WHERE id = $1 FOR NO KEY UPDATE',
    [id],
  );
  if (check === undefined) throw new Problem('meter_check.not_found');
  if (check.seen_at !== null || check.dropped_at !== null) throw new Problem('meter_check.closed');
  return check;
}
