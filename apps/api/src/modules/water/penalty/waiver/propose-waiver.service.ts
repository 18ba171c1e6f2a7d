import { Injectable } from '@nestjs/common';
import { formatDateLong, type BusinessDate } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { currentUserId } from '../../../../platform/context';
import { Database, type Tx } from '../../../../platform/database';
import { OutboxDispatcher } from '../../../../platform/events';
import { Problem } from '../../../../platform/problem';
import { RequestApproval } from '../../../ground/approvals';
import type { ProposeWaiverBody } from '../dto/waiver.dto';
import { assertTariffsExist } from '../policy-rules';
import { PENALTY_SAYS } from '../sentences';
import { lastFixedDay, newWaiver } from './new-waiver';
import { SimulateWaiver } from './simulate-waiver.service';
import { lockWaiver, WAIVER_APPROVAL, WAIVER_COLUMNS, type StoredWaiver } from './stored-waiver';

/** A programme is simulated, written down, and waits for a second person, who sees the same figures. So does its end. */
@Injectable()
export class ProposeWaiver {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly approvals: RequestApproval,
    private readonly simulation: SimulateWaiver,
    private readonly outbox: OutboxDispatcher,
  ) {}

  /**
   * @returns the id of the programme, which forgives nothing before somebody else approves it
   * @throws Problem waiver.invalid, tariff.not_found, region.not_found
   */
  async create(body: ProposeWaiverBody): Promise<number> {
    const terms = newWaiver(body);
    const effect = await this.simulation.of(terms);
    const id = await this.database.transaction(async (tx) => {
      await assertTariffsExist(tx, terms.tariff_codes);
      await assertRegionsExist(tx, terms.region_codes);
      const programmeId = await this.insert(tx, terms, body);
      await this.approvals.request(tx, {
        kind: WAIVER_APPROVAL,
        entityType: 'program_pemutihan',
        entityId: programmeId,
        summary: `Program pemutihan ${body.name}, ${formatDateLong(terms.valid_from as BusinessDate, 'id')} sampai ${formatDateLong(terms.valid_to as BusinessDate, 'id')}`,
        payload: {
          change: 'CREATE',
          name: body.name,
          legal_basis: body.legal_basis ?? null,
          ...terms,
          waiver_effect: effect,
        },
        reason: body.legal_basis ?? null,
      });
      await writeAudit(tx, {
        action: 'waiver.proposed',
        entityType: 'program_pemutihan',
        entityId: programmeId,
        after: { name: body.name, ...terms },
      });
      return programmeId;
    });
    this.outbox.nudge();
    return id;
  }

  /**
   * Asks for an end before its time; until the end of the day it is agreed on, the programme stays as it is.
   * @throws Problem waiver.not_found, waiver.state_conflict, approval.pending
   */
  async revoke(id: number, reason: string): Promise<number> {
    const approvalId = await this.database.transaction(async (tx) => {
      const programme = await lockWaiver(tx, id);
      assertRevocable(programme, lastFixedDay(this.clock));
      const request = await this.approvals.request(tx, {
        kind: WAIVER_APPROVAL,
        entityType: 'program_pemutihan',
        entityId: id,
        summary: `Pencabutan program pemutihan ${programme.name}`,
        payload: { change: 'REVOKE', name: programme.name, valid_to: programme.valid_to },
        reason,
      });
      await writeAudit(tx, {
        action: 'waiver.revocation_requested',
        entityType: 'program_pemutihan',
        entityId: id,
        after: { reason },
      });
      return request;
    });
    this.outbox.nudge();
    return approvalId;
  }

  private async insert(tx: Tx, terms: StoredWaiver, body: ProposeWaiverBody): Promise<number> {
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO program_pemutihan (${WAIVER_COLUMNS}, name, legal_basis, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id`,
      [
        terms.valid_from,
        terms.valid_to,
        terms.mode,
        terms.basis_points,
        terms.amount,
        terms.cap,
        terms.region_codes,
        terms.tariff_codes,
        terms.min_months_late,
        terms.max_months_late,
        terms.budget,
        body.name,
        body.legal_basis ?? null,
        currentUserId(),
        this.clock.date(),
      ],
    );
    return id;
  }
}

/** @throws Problem waiver.state_conflict when it forgives nothing, or ends on that day anyway */
export function assertRevocable(
  programme: { readonly status: string; readonly revoked_on: string | null; readonly valid_to: string },
  lastDay: BusinessDate,
): void {
  if (programme.status !== 'APPROVED' || programme.revoked_on !== null || programme.valid_to <= lastDay)
    throw new Problem('waiver.state_conflict');
}

async function assertRegionsExist(tx: Tx, codes: readonly string[] | null): Promise<void> {
  if (codes === null) return;
  const rows = await tx.query<{ code: string }>('SELECT code FROM wilayah WHERE code = ANY ($1)', [codes]);
  const known = new Set(rows.map((row) => row.code));
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length > 0)
    throw new Problem('region.not_found', {
      errors: [
        {
          pointer: '/region_codes',
          code: 'unknown',
          message: PENALTY_SAYS.unknownRegions(unknown.slice(0, 5)),
        },
      ],
    });
}
