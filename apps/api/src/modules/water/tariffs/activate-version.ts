import { Injectable, type OnModuleInit } from '@nestjs/common';
import { periodOfDate, type Period } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { violatedConstraint, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { FollowUps } from '../../ground/approvals';
import { TariffBills, TariffCustomers } from './tariff-use';
import { assertNotBilled, assertPricesEverybody } from './version-rules';

export const VERSION_APPROVAL = 'tariff_version';

interface BeginningVersion {
  readonly tariff_id: number;
  readonly valid_from: Period;
  readonly charges: readonly { code: string; label: string; meter_size_mm: number | null; amount: number }[];
}

/** What the second person decided happens to the version in the same transaction. */
@Injectable()
export class ActivateVersion implements OnModuleInit {
  constructor(
    private readonly followUps: FollowUps,
    private readonly clock: Clock,
    private readonly customers: TariffCustomers,
    private readonly bills: TariffBills,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(VERSION_APPROVAL, {
      approved: (tx, { entityId }) => this.settle(tx, entityId, 'ACTIVE'),
      dropped: (tx, { entityId }) => this.settle(tx, entityId, 'REJECTED'),
    });
  }

  private async settle(tx: Tx, entityId: number, status: 'ACTIVE' | 'REJECTED'): Promise<void> {
    const version = status === 'ACTIVE' ? await this.assertStillPossible(tx, entityId) : null;
    const replaced = version === null ? null : await replace(tx, version);
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
    const redrafted =
      version === null ? 0 : await this.bills.redraft(tx, version.tariff_id, version.valid_from);
    await writeAudit(tx, {
      action: status === 'ACTIVE' ? 'tariff_version.activated' : 'tariff_version.rejected',
      entityType: 'tarif_versi',
      entityId,
      before: { status: 'PENDING' },
      after: { status, ...(redrafted > 0 && { redrafted }), ...(replaced !== null && { replaced }) },
    });
  }

  /** Bills may have been issued and meters installed since it was asked for. */
  private async assertStillPossible(tx: Tx, versionId: number): Promise<BeginningVersion | null> {
    const [version] = await tx.query<BeginningVersion & object>(
      `SELECT v.tariff_id, v.valid_from, coalesce((SELECT json_agg(json_build_object('code', c.code, 'label', c.label,
         'meter_size_mm', c.meter_size_mm, 'amount', c.amount)) FROM tarif_biaya c WHERE c.version_id = v.id), '[]') AS charges
       FROM tarif_versi v WHERE v.id = $1`,
      [versionId],
    );
    if (version === undefined) return null;
    await this.bills.hold(tx, version.tariff_id, version.valid_from);
    await assertNotBilled(tx, this.bills, version.tariff_id, {
      from: version.valid_from,
      running: periodOfDate(this.clock.businessDate()),
    });
    await assertPricesEverybody(tx, this.customers, version.tariff_id, version.charges);
    return version;
  }
}

/**
 * The version of the same month that was agreed on before, of which nothing is billed: it never changes and prices nothing
 * any more. @returns its number; null when there is none
 */
async function replace(tx: Tx, version: BeginningVersion): Promise<number | null> {
  const [row] = await tx.query<{ version_no: number }>(
    `UPDATE tarif_versi SET status = 'ARCHIVED' WHERE tariff_id = $1 AND valid_from = $2 AND status = 'ACTIVE' RETURNING version_no`,
    [version.tariff_id, version.valid_from],
  );
  return row?.version_no ?? null;
}
