import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatRupiah, rupiah } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { currentUserId } from '../../../../platform/context';
import { Database, type RowOf, type Tx } from '../../../../platform/database';
import { OutboxDispatcher } from '../../../../platform/events';
import { Problem } from '../../../../platform/problem';
import { FollowUps, RequestApproval, type SettledAboutRow } from '../../../ground/approvals';
import type { ChargeDto, ProposeChargeBody } from '../dto/charge.dto';
import type { Charge } from '../entities/charge.entity';

const CHARGE_APPROVAL = 'nonwater_charge';

type StoredCharge = RowOf<Charge, 'id' | 'code' | 'name' | 'price' | 'legalBasis' | 'status' | 'active'>;

const COLUMNS = 'id, code, name, price, legal_basis, status, active';

const ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('biaya_nonair'))";

interface Payload {
  readonly change: 'CREATE' | 'RETIRE';
  /** Of CREATE: what the second person sees it replace; null when nothing. */
  readonly price_before?: number | null;
}

/** What is charged besides water. A price is proposed, agreed to by a second person, and takes the place of the one before. */
@Injectable()
export class ChargeCatalogue implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly approvals: RequestApproval,
    private readonly followUps: FollowUps,
    private readonly outbox: OutboxDispatcher,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(CHARGE_APPROVAL, {
      approved: (tx, settled) => this.settle(tx, settled),
      dropped: (tx, settled) => this.settle(tx, settled),
    });
  }

  /** Prices in force and those that wait, by code. */
  list(): Promise<ChargeDto[]> {
    return this.database.screen<ChargeDto & object>(
      `SELECT ${COLUMNS}, (SELECT a.id FROM persetujuan a WHERE a.kind = '${CHARGE_APPROVAL}' AND a.entity_type = 'biaya_nonair'
         AND a.entity_id = biaya_nonair.id AND a.status = 'PENDING') AS pending_approval_id
       FROM biaya_nonair WHERE active OR status = 'PENDING' ORDER BY code, id`,
    );
  }

  /**
   * One price of a code waits at a time: of two, whoever decides first would make the other one outdated unseen.
   * @returns the price, which nothing is billed at before somebody else approves it
   * @throws Problem charge.price_pending
   */
  async propose(body: ProposeChargeBody): Promise<ChargeDto> {
    const id = await this.database.transaction(async (tx) => {
      await tx.query(ONE_AT_A_TIME);
      const waiting = await tx.query("SELECT FROM biaya_nonair WHERE code = $1 AND status = 'PENDING'", [
        body.code,
      ]);
      if (waiting.length > 0) throw new Problem('charge.price_pending');
      const row = await tx.one<{ id: number }>(
        'INSERT INTO biaya_nonair (code, name, price, legal_basis, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id',
        [body.code, body.name, body.price, body.legal_basis ?? null, currentUserId(), this.clock.date()],
      );
      const before = await priceOf(tx, body.code);
      await this.approvals.request(tx, {
        kind: CHARGE_APPROVAL,
        entityType: 'biaya_nonair',
        entityId: row.id,
        summary: `Biaya ${body.name}: ${formatRupiah(rupiah(body.price))}`,
        payload: { change: 'CREATE', ...body, price_before: before },
        reason: body.legal_basis ?? null,
      });
      await writeAudit(tx, {
        action: 'charge.proposed',
        entityType: 'biaya_nonair',
        entityId: row.id,
        after: { ...body },
      });
      return row.id;
    });
    this.outbox.nudge();
    const charge = (await this.list()).find((one) => one.id === id);
    if (charge === undefined) throw new Problem('charge.not_found');
    return charge;
  }

  /** Asks for the end of a charge. @throws Problem charge.not_found, charge.not_active, approval.pending */
  async retire(id: number, reason: string): Promise<number> {
    const approvalId = await this.database.transaction(async (tx) => {
      const charge = await lockCharge(tx, id);
      if (!charge.active) throw new Problem('charge.not_active');
      return this.approvals.request(tx, {
        kind: CHARGE_APPROVAL,
        entityType: 'biaya_nonair',
        entityId: id,
        summary: `Penghapusan biaya ${charge.name}`,
        payload: { change: 'RETIRE', code: charge.code, name: charge.name, price: charge.price },
        reason,
      });
    });
    this.outbox.nudge();
    return approvalId;
  }

  private async settle(tx: Tx, { entityId: id, end: status, payload }: SettledAboutRow): Promise<void> {
    const { change, price_before: before } = payload as Payload;
    // One price at a time: of two that are agreed at once the later sees the earlier.
    await tx.query(ONE_AT_A_TIME);
    const charge = await lockCharge(tx, id);
    // Another price may have taken its place since: whoever ends a charge must not leave its successor.
    const asSeen =
      change === 'RETIRE' ? charge.active : (await priceOf(tx, charge.code)) === (before ?? null);
    if (status === 'APPROVED' && !asSeen) throw new Problem('approval.outdated');
    if (change === 'RETIRE') {
      if (status === 'APPROVED') await tx.query('UPDATE biaya_nonair SET active = false WHERE id = $1', [id]);
    } else {
      const approved = status === 'APPROVED';
      if (approved)
        await tx.query('UPDATE biaya_nonair SET active = false WHERE code = $1 AND active', [charge.code]);
      await tx.query('UPDATE biaya_nonair SET status = $2, active = $3 WHERE id = $1', [
        id,
        status,
        approved,
      ]);
    }
    await writeAudit(tx, {
      action:
        status !== 'APPROVED' ? 'charge.dropped' : change === 'CREATE' ? 'charge.agreed' : 'charge.retired',
      entityType: 'biaya_nonair',
      entityId: id,
      after: { code: charge.code, price: charge.price, change },
    });
  }
}

/** @throws Problem charge.not_found */
export async function lockCharge(tx: Tx, id: number): Promise<StoredCharge> {
  const [charge] = await tx.query<StoredCharge & object>(
    `SELECT ${COLUMNS} FROM biaya_nonair WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  if (charge === undefined) throw new Problem('charge.not_found');
  return charge;
}

/** What a code is billed at now; null when at nothing. */
async function priceOf(tx: Tx, code: string): Promise<number | null> {
  const [now] = await tx.query<{ price: number }>(
    'SELECT price FROM biaya_nonair WHERE code = $1 AND active',
    [code],
  );
  return now?.price ?? null;
}
