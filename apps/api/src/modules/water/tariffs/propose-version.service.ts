import { Injectable } from '@nestjs/common';
import { period, periodName, periodOfDate } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentStaff } from '../../../platform/context';
import { Database, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { RequestApproval } from '../../ground/approvals';
import { VERSION_APPROVAL } from './activate-version';
import type { ProposeVersionBody } from './dto/tariff.request';
import { assertPriceable } from './proposal-check';
import { TariffBills, TariffCustomers } from './tariff-use';
import { assertNotBilled, assertPricesEverybody } from './version-rules';

/**
 * New prices wait for a second person; nothing is priced with them before. One that was agreed on wrongly is not changed:
 * until something is billed by it, another one of its month takes its place.
 */
@Injectable()
export class ProposeVersion {
  constructor(
    private readonly database: Database,
    private readonly approvals: RequestApproval,
    private readonly clock: Clock,
    private readonly customers: TariffCustomers,
    private readonly bills: TariffBills,
  ) {}

  /**
   * @returns the id of the pending version
   * @throws Problem tariff.not_found, tariff.blocks_invalid, tariff.overlap, tariff.period_billed, tariff.unpriceable
   */
  async execute(tariffId: number, proposal: ProposeVersionBody): Promise<number> {
    assertPriceable(proposal);
    return this.database.transaction(async (tx) => {
      const tariff = await this.lock(tx, tariffId, proposal.valid_from);
      await assertNotBilled(tx, this.bills, tariffId, {
        from: period(proposal.valid_from),
        running: periodOfDate(this.clock.businessDate()),
      });
      await assertPricesEverybody(tx, this.customers, tariffId, proposal.fixed_charges);
      const versionId = await this.insert(tx, tariffId, proposal);
      const approvalId = await this.approvals.request(tx, {
        kind: VERSION_APPROVAL,
        entityType: 'tarif_versi',
        entityId: versionId,
        summary: `Tarif ${tariff.code} mulai ${periodName(period(proposal.valid_from), 'id')}${instead(tariff.replaces)} – ${proposal.legal_basis}`,
        payload: { tariff_id: tariffId, tariff_code: tariff.code, version_id: versionId, ...plain(proposal) },
        reason: proposal.legal_basis,
      });
      await tx.query('UPDATE tarif_versi SET approval_id = $2 WHERE id = $1', [versionId, approvalId]);
      await writeAudit(tx, {
        action: 'tariff_version.proposed',
        entityType: 'tarif_versi',
        entityId: versionId,
        after: { tariff_id: tariffId, ...plain(proposal) },
      });
      return versionId;
    });
  }

  /** The lock makes two proposals of one category follow each other, so that version numbers have no gap. */
  private async lock(
    tx: Tx,
    tariffId: number,
    validFrom: string,
  ): Promise<{ readonly code: string; readonly replaces: number | null }> {
    const [tariff] = await tx.query<{ code: string }>(
      'SELECT code FROM tarif WHERE id = $1 AND active FOR UPDATE',
      [tariffId],
    );
    if (tariff === undefined) throw new Problem('tariff.not_found');
    const rivals = await tx.query<{ version_no: number; status: string }>(
      "SELECT version_no, status FROM tarif_versi WHERE tariff_id = $1 AND valid_from = $2 AND status IN ('ACTIVE', 'PENDING')",
      [tariffId, validFrom],
    );
    if (rivals.some(({ status }) => status === 'PENDING')) throw new Problem('tariff.overlap');
    return { ...tariff, replaces: rivals[0]?.version_no ?? null };
  }

  private async insert(tx: Tx, tariffId: number, proposal: ProposeVersionBody): Promise<number> {
    const version = await tx.one<{ id: number }>(
      `INSERT INTO tarif_versi (tariff_id, version_no, status, legal_basis, valid_from, minimum_kind, minimum_value,
         created_by, created_at, charge_when_sealed)
       SELECT $1, coalesce(max(version_no), 0) + 1, 'PENDING', $2, $3, $4, $5, $6, $7, $8
       FROM tarif_versi WHERE tariff_id = $1
       RETURNING id`,
      [
        tariffId,
        proposal.legal_basis,
        proposal.valid_from,
        proposal.minimum.kind,
        proposal.minimum.value,
        currentStaff().id,
        this.clock.date(),
        proposal.charge_when_sealed ?? false,
      ],
    );
    await tx.query(
      `INSERT INTO tarif_blok (version_id, seq, lower_m3, upper_m3, rate)
       SELECT $1, seq, lower_m3, upper_m3, rate
       FROM unnest($2::int[], $3::int[], $4::bigint[]) WITH ORDINALITY AS b(lower_m3, upper_m3, rate, seq)`,
      [
        version.id,
        proposal.blocks.map((block) => block.lower_m3),
        proposal.blocks.map((block) => block.upper_m3),
        proposal.blocks.map((block) => block.rate),
      ],
    );
    const charges = proposal.fixed_charges;
    await tx.query(
      `INSERT INTO tarif_biaya (version_id, seq, code, label, meter_size_mm, amount)
       SELECT $1, seq, code, label, meter_size_mm, amount
       FROM unnest($2::text[], $3::text[], $4::int[], $5::bigint[])
         WITH ORDINALITY AS c(code, label, meter_size_mm, amount, seq)`,
      [
        version.id,
        charges.map((charge) => charge.code),
        charges.map((charge) => charge.label),
        charges.map((charge) => charge.meter_size_mm ?? null),
        charges.map((charge) => charge.amount),
      ],
    );
    return version.id;
  }
}

/** Whoever decides reads that a version is there already. */
function instead(versionNo: number | null): string {
  return versionNo === null ? '' : `, menggantikan versi ${String(versionNo)}`;
}

function plain(proposal: ProposeVersionBody): Record<string, unknown> {
  return {
    legal_basis: proposal.legal_basis,
    valid_from: proposal.valid_from,
    blocks: proposal.blocks.map((block) => ({ ...block })),
    fixed_charges: proposal.fixed_charges.map((charge) => ({ ...charge })),
    minimum: { ...proposal.minimum },
    charge_when_sealed: proposal.charge_when_sealed ?? false,
  };
}
