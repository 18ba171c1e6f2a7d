import { Injectable, type OnModuleInit } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { violatedConstraint, type Tx } from '../../../platform/database';
import { DomainEvents, type DomainEventMap } from '../../../platform/events';
import { Problem } from '../../../platform/problem';

export const VERSION_APPROVAL = 'tariff_version';

type Decision = DomainEventMap['approval.approved'];

/** What the second person decided happens to the version in the same transaction. */
@Injectable()
export class ActivateVersion implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.on('approval.approved', (tx, decision) => this.settle(tx, decision, 'ACTIVE'));
    this.events.on('approval.rejected', (tx, decision) => this.settle(tx, decision, 'REJECTED'));
    this.events.on('approval.withdrawn', (tx, decision) => this.settle(tx, decision, 'REJECTED'));
  }

  private async settle(tx: Tx, { kind, entityId }: Decision, status: 'ACTIVE' | 'REJECTED'): Promise<void> {
    if (kind !== VERSION_APPROVAL || entityId === null) return;
    const settled = await tx
      .execute(
        `UPDATE tarif_versi SET status = $2, activated_at = CASE WHEN $2 = 'ACTIVE' THEN $3::timestamptz END
         WHERE id = $1 AND status = 'PENDING'`,
        [entityId, status, this.clock.date()],
      )
      .catch((error: unknown) => {
        if (violatedConstraint(error) === 'tarif_versi_one_active') throw new Problem('tariff.overlap');
        throw error;
      });
    if (settled === 0) throw new Problem('tariff.immutable');
    await writeAudit(tx, {
      action: status === 'ACTIVE' ? 'tariff_version.activated' : 'tariff_version.rejected',
      entityType: 'tarif_versi',
      entityId,
      before: { status: 'PENDING' },
      after: { status },
    });
  }
}
