import { Injectable, type OnModuleInit } from '@nestjs/common';
import { drawerCorrection, formatRupiah, rupiah, type CorrectableMove } from '@tirtapay/domain';
import { Database, type RowOf, type Tx } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import { FollowUps, RequestApproval } from '../approvals';
import { Drawers } from './drawers.service';
import type { CorrectMoveBody, CorrectionRequestedDto } from './dto/correction.dto';
import type { DrawerMove } from './entities/drawer.entity';
import { MOVEMENT_TAKEN_BACK } from './movement-corrected';
import { COLLECTOR_SAYS } from './sentences';
import { Shifts } from './shifts.service';

const CORRECTION_APPROVAL = 'drawer_correction';

/** What a second person is shown and what is carried out. */
interface AgreedCorrection {
  readonly move_id: number;
  readonly booked: number;
  readonly amount: number;
  readonly bank_reference: string | null;
  readonly reason: string;
}

type WrongMove = RowOf<DrawerMove, 'id' | 'drawerId' | 'shiftId' | 'amount' | 'bankReference'> & {
  readonly kind: CorrectableMove;
  readonly journal_id: number;
  readonly drawer: string;
  readonly reversed: boolean;
  /** Whether somebody counted the drawer since. */
  readonly counted: boolean;
};

const WHAT = { FLOAT: 'modal receh', DEPOSIT: 'setoran' } as const;

/**
 * A float or deposit of a drawer that was typed wrong: it is taken back by a move of its own that names it, and what
 * really happened is booked in its place, by two people. The rule is `drawerCorrection`.
 */
@Injectable()
export class CorrectDrawerMove implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: DomainEvents,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
    private readonly drawers: Drawers,
    private readonly shifts: Shifts,
  ) {}

  onModuleInit(): void {
    this.followUps.on(CORRECTION_APPROVAL, {
      approved: (tx, { payload, madeBy, decidedBy }) =>
        this.carryOut(tx, payload as AgreedCorrection, { madeBy, decidedBy }),
    });
  }

  /**
   * @throws Problem counter.move_not_found, counter.move_corrected, counter.shift_not_open, request.invalid,
   *   reconciliation.movement_settled, approval.pending
   */
  request(
    moveId: number,
    { amount, bank_reference, reason }: CorrectMoveBody,
  ): Promise<CorrectionRequestedDto> {
    return this.database.transaction(async (tx) => {
      const move = await this.named(tx, moveId);
      const reference = move.kind === 'DEPOSIT' ? (bank_reference ?? move.bank_reference) : null;
      if (amount === Math.abs(move.amount) && reference === move.bank_reference)
        throw invalid('/amount', COLLECTOR_SAYS.nothingCorrected);
      const summary = `Koreksi ${WHAT[move.kind]} ${formatRupiah(rupiah(Math.abs(move.amount)))} menjadi ${formatRupiah(rupiah(amount))} – ${move.drawer}`;
      const id = await this.approvals.request(tx, {
        kind: CORRECTION_APPROVAL,
        entityType: 'loket_kas',
        entityId: move.drawer_id,
        summary,
        payload: {
          move_id: moveId,
          drawer: move.drawer,
          booked: Math.abs(move.amount),
          amount,
          bank_reference: reference,
          reason,
        },
        reason,
      });
      // Behind the request, which waits for a decision about this drawer that is being taken.
      await this.assertThere(tx, await this.wrong(tx, moveId), amount);
      await this.events.raise(tx, MOVEMENT_TAKEN_BACK, { journalId: move.journal_id, done: false });
      return { approval_id: id, status: 'PENDING' };
    });
  }

  private async carryOut(
    tx: Tx,
    agreed: AgreedCorrection,
    by: { readonly madeBy: number; readonly decidedBy: number },
  ): Promise<void> {
    const move = await this.wrong(tx, agreed.move_id);
    await this.assertThere(tx, move, agreed.amount);
    const { kind, amount: moved, counted } = move;
    const { back, again, difference } = drawerCorrection({ kind, moved, right: agreed.amount, counted });
    const about = {
      drawerId: move.drawer_id,
      // What was counted is over: nobody's shift takes or gives anything now.
      shiftId: counted ? null : move.shift_id,
      note: agreed.reason,
      ...by,
    };
    await this.drawers.move(tx, {
      ...about,
      kind,
      amount: back,
      reversesId: move.id,
      ...(move.bank_reference !== null && { bankReference: move.bank_reference }),
    });
    if (again !== 0)
      await this.drawers.move(tx, {
        ...about,
        kind,
        amount: again,
        ...(agreed.bank_reference !== null && { bankReference: agreed.bank_reference }),
      });
    if (difference !== 0) await this.drawers.move(tx, { ...about, kind: 'DIFFERENCE', amount: difference });
    await this.events.raise(tx, MOVEMENT_TAKEN_BACK, { journalId: move.journal_id, done: true });
  }

  /** The move that stands, with its drawer locked and its shift held open, when that is not over. */
  private async wrong(tx: Tx, id: number): Promise<WrongMove> {
    const [named] = await tx.query<{ drawer_id: number }>(
      'SELECT drawer_id FROM mutasi_loket WHERE id = $1',
      [id],
    );
    if (named === undefined) throw new Problem('counter.move_not_found');
    await this.shifts.holdOpen(tx, named.drawer_id);
    await this.drawers.lock(tx, named.drawer_id);
    return this.named(tx, id);
  }

  private async named(tx: Tx, id: number): Promise<WrongMove> {
    const [move] = await tx.query<WrongMove & { readonly waits: boolean }>(
      `SELECT m.id, m.drawer_id, m.shift_id, m.kind, m.amount, m.bank_reference, j.id AS journal_id, k.name AS drawer,
         EXISTS (SELECT FROM mutasi_loket r WHERE r.reverses_id = m.id) AS reversed,
         EXISTS (SELECT FROM shift_kas s WHERE s.drawer_id = m.drawer_id AND s.state = 'COUNTED') AS waits,
         CASE WHEN m.shift_id IS NULL
           THEN EXISTS (SELECT FROM shift_kas s WHERE s.drawer_id = m.drawer_id AND s.id > coalesce(m.after_shift_id, 0))
             OR EXISTS (SELECT FROM mutasi_loket d WHERE d.drawer_id = m.drawer_id AND d.kind = 'DIFFERENCE' AND d.id > m.id)
           ELSE EXISTS (SELECT FROM shift_kas s WHERE s.id = m.shift_id AND s.state = 'CLOSED') END AS counted
       FROM mutasi_loket m JOIN jurnal j ON j.entity_type = 'mutasi_loket' AND j.entity_id = m.id JOIN loket_kas k ON k.id = m.drawer_id
       WHERE m.id = $1 AND m.kind <> 'DIFFERENCE' AND m.reverses_id IS NULL`,
      [id],
    );
    if (move === undefined) throw new Problem('counter.move_not_found');
    if (move.reversed) throw new Problem('counter.move_corrected');
    // A count that waits for a second person: its difference is not said yet.
    if (move.waits) throw new Problem('counter.shift_not_open');
    return move;
  }

  /** Nothing can be taken out of a drawer that is not in it. */
  private async assertThere(tx: Tx, move: WrongMove, right: number): Promise<void> {
    if (move.counted) return;
    const { balance } = await tx.one<{ balance: number }>(
      "SELECT coalesce(sum(debit - credit), 0)::bigint AS balance FROM jurnal_baris WHERE account = '1140' AND collector_id = $1",
      [move.drawer_id],
    );
    const { back, again } = drawerCorrection({ ...move, moved: move.amount, right });
    if (balance + back + again < 0) throw invalid('/amount', COLLECTOR_SAYS.notInDrawer);
  }
}

function invalid(pointer: string, message: (typeof COLLECTOR_SAYS)[keyof typeof COLLECTOR_SAYS]): Problem {
  return new Problem('request.invalid', { errors: [{ pointer, code: 'out_of_range', message }] });
}
