import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DisputeState } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import type { RowOf, Tx } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import { HoldPenalty } from '../../water/billing';
import { MeterChecks } from '../../water/meter-reading';
import { CASES } from './dispute-cases';
import type { Dispute } from './entities/dispute.entity';

export type LockedDispute = RowOf<
  Dispute,
  | 'id'
  | 'billId'
  | 'customerId'
  | 'checkId'
  | 'state'
  | 'answerBy'
  | 'openedAt'
  | 'source'
  | 'holdLapsesOn'
  | 'holdLapsedOn'
>;

const ENDED = {
  CORRECTED: 'dispute.corrected',
  RELEASED: 'dispute.released',
  CANCELLED: 'dispute.cancelled',
} as const;

/** How a dispute ends: with a paper of correction, with a reason, or with its bill. Each time the clock of its penalty goes on. */
@Injectable()
export class EndDispute implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly clock: Clock,
    private readonly holds: HoldPenalty,
    private readonly checks: MeterChecks,
  ) {}

  onModuleInit(): void {
    // Nobody is told that a bill was right which was taken back as a mistake. What water cost is corrected by a paper.
    this.events.on('bills.withdrawn', async (tx, { billIds }) => {
      const open = await this.openOf(tx, billIds);
      for (const dispute of open) await this.end(tx, dispute, 'CANCELLED', { answer: null, noteId: null });
    });
  }

  /**
   * A paper changed these bills, whatever it was asked for: nobody doubts what it replaced any more. Whoever calls holds
   * the lock of the customer.
   */
  async byCorrection(tx: Tx, billIds: readonly number[], noteId: number): Promise<void> {
    const open = await this.openOf(tx, billIds);
    for (const dispute of open) await this.end(tx, dispute, 'CORRECTED', { answer: null, noteId });
  }

  /**
   * @param stand what a reader had found when it was asked for
   * @throws Problem dispute.closed, approval.outdated when he has found something since
   */
  async byRelease(
    tx: Tx,
    id: number,
    { answer, stand }: { readonly answer: string; readonly stand: number | null },
  ): Promise<void> {
    await tx.query(
      'SELECT FROM pelanggan WHERE id = (SELECT customer_id FROM keberatan WHERE id = $1) FOR NO KEY UPDATE',
      [id],
    );
    const dispute = await lockOpenDispute(tx, id);
    const [check] = await tx.query<{ stand: number | null }>(
      'SELECT stand FROM periksa_meter WHERE id = $1',
      [dispute.check_id],
    );
    if ((check?.stand ?? null) !== stand) throw new Problem('approval.outdated');
    await tx.query('SELECT FROM tagihan WHERE id = $1 FOR NO KEY UPDATE', [dispute.bill_id]);
    await this.end(tx, dispute, 'RELEASED', { answer, noteId: null });
  }

  private openOf(tx: Tx, billIds: readonly number[]): Promise<(LockedDispute & object)[]> {
    return tx.query<LockedDispute & object>(
      `SELECT id, bill_id, customer_id, check_id, state, answer_by, opened_at, source, hold_lapses_on, hold_lapsed_on FROM keberatan
       WHERE bill_id = ANY ($1) AND state = 'OPEN' ORDER BY id FOR NO KEY UPDATE`,
      [billIds],
    );
  }

  private async end(
    tx: Tx,
    { id, bill_id: billId, check_id: checkId, opened_at: openedAt }: LockedDispute,
    state: Exclude<DisputeState, 'OPEN'>,
    { answer, noteId }: { readonly answer: string | null; readonly noteId: number | null },
  ): Promise<void> {
    const openedOn = this.clock.dayOf(openedAt.getTime());
    await this.holds.end(tx, billId, this.clock.businessDate());
    // All of its days: it may have lapsed and been prolonged in between.
    const { days_held: daysHeld } = await tx.one<{ days_held: number }>(
      `UPDATE keberatan k SET state = $2, ended_at = $3, answer = $4, note_id = $5, days_held = (
         SELECT coalesce(sum(h.until_day - h.from_day), 0)::int FROM penahanan_denda h
         WHERE h.bill_id = k.bill_id AND h.from_day >= $6::date)
       WHERE id = $1 RETURNING days_held`,
      [id, state, this.clock.date(), answer, noteId, openedOn],
    );
    if (checkId !== null) await this.checks.drop(tx, checkId);
    await CASES.settle(tx, { type: 'keberatan', id }, state, this.clock.date());
    await writeAudit(tx, {
      action: ENDED[state],
      entityType: 'keberatan',
      entityId: id,
      after: { state, answer, note_id: noteId, days_held: daysHeld },
    });
  }
}

/** @throws Problem dispute.not_found, dispute.closed */
export async function lockOpenDispute(tx: Tx, id: number): Promise<LockedDispute> {
  const [dispute] = await tx.query<LockedDispute & object>(
    'SELECT id, bill_id, customer_id, check_id, state, answer_by, opened_at, source, hold_lapses_on, hold_lapsed_on FROM keberatan WHERE id = $1 FOR NO KEY UPDATE',
    [id],
  );
  if (dispute === undefined) throw new Problem('dispute.not_found');
  if (dispute.state !== 'OPEN') throw new Problem('dispute.closed');
  return dispute;
}
