import { Injectable, type OnModuleInit } from '@nestjs/common';
import { cashDifference, formatRupiah, rupiah } from '@tirtapay/domain';
import { currentStaff } from '../../../../platform/context';
import { Database, violatedConstraint, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import { Drawers, Shifts } from '../../../ground/collectors';
import type {
  DepositDrawerBody,
  DrawerDifferenceBody,
  DrawerDifferenceDto,
  FloatDrawerBody,
} from '../dto/drawer.dto';
import { DIFFERENCE_APPROVAL } from '../shifts/close-shift.service';
import { counted } from '../shifts/counted';
import { drawerBalance } from '../shifts/shift-cash.queries';
import { COUNTER_SAYS } from '../sentences';

interface AgreedDifference {
  readonly difference: number;
  readonly counted: number;
}

/** A float or deposit as somebody sent it. */
interface AskedMove {
  readonly drawerId: number;
  readonly kind: 'DEPOSIT' | 'FLOAT';
  readonly amount: number;
  readonly requestId: string;
  /** Number of the slip of a deposit, by which the bank's statement is matched. */
  readonly bankReference?: string;
}

/** What is put into a drawer from the bank account and brought back to it, and what was found in one that nobody has. */
@Injectable()
export class MoveDrawerMoney implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
    private readonly drawers: Drawers,
    private readonly shifts: Shifts,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(DIFFERENCE_APPROVAL, {
      approved: async (tx, { entityType, entityId, payload, ...by }) => {
        if (entityType === 'loket_kas')
          await this.carryOut(tx, entityId, payload as AgreedDifference & { reason: string }, by);
      },
    });
  }

  /**
   * Takings brought to the bank: by the cashier out of their own shift, or by a supervisor while no shift is open.
   * @throws Problem counter.drawer_not_found, counter.shift_not_open, request.invalid when more than is there
   */
  deposit(drawerId: number, body: DepositDrawerBody): Promise<void> {
    const asked = {
      drawerId,
      kind: 'DEPOSIT',
      amount: -body.amount,
      requestId: body.request_id,
      bankReference: body.bank_reference,
    } as const;
    return this.once(asked, async (tx) => {
      const shiftId = await this.whose(tx, drawerId);
      if (await this.booked(tx, asked)) return;
      if (body.amount > (await drawerBalance(tx, drawerId)))
        throw new Problem('request.invalid', {
          errors: [{ pointer: '/amount', code: 'out_of_range', message: COUNTER_SAYS.notThatMuch }],
        });
      await this.drawers.move(tx, { ...asked, shiftId, note: body.note ?? null });
    });
  }

  /**
   * Change money: whoever supervises puts it in, and the cashier counts it when the shift begins or ends.
   * @throws Problem counter.drawer_not_found, counter.shift_not_open while its shift waits for a decision
   */
  float(drawerId: number, body: FloatDrawerBody): Promise<void> {
    const asked = { drawerId, kind: 'FLOAT', amount: body.amount, requestId: body.request_id } as const;
    return this.once(asked, async (tx) => {
      const shiftId = await this.anyShift(tx, drawerId);
      if (await this.booked(tx, asked)) return;
      await this.drawers.move(tx, { ...asked, shiftId, note: body.note ?? null });
    });
  }

  /**
   * A drawer nobody has was found to hold something else than the books say.
   * @throws Problem counter.drawer_not_found, counter.drawer_taken, approval.pending, request.invalid when nothing differs
   */
  request(drawerId: number, body: DrawerDifferenceBody): Promise<DrawerDifferenceDto> {
    const count = counted(body);
    return this.database.transaction(async (tx) => {
      const [drawer] = await tx.query<{ code: string }>('SELECT code FROM loket_kas WHERE id = $1', [
        drawerId,
      ]);
      if (drawer === undefined) throw new Problem('counter.drawer_not_found');
      const { code } = drawer;
      if (await this.unclosed(tx, drawerId)) throw new Problem('counter.drawer_taken');
      const books = await drawerBalance(tx, drawerId);
      const difference = cashDifference(rupiah(books), count);
      if (difference === 0)
        throw new Problem('request.invalid', {
          errors: [{ pointer: '/counted', code: 'noDifference', message: COUNTER_SAYS.nothingDiffers }],
        });
      const id = await this.approvals.request(tx, {
        kind: DIFFERENCE_APPROVAL,
        entityType: 'loket_kas',
        entityId: drawerId,
        summary: `Selisih kas ${formatRupiah(difference)} – ${code}, tanpa shift`,
        payload: { drawer: code, expected: books, counted: count, difference, reason: body.reason },
        reason: body.reason,
      });
      // Behind the request, which waits for a decision about this drawer that is being taken.
      await this.withoutShift(tx, drawerId);
      if ((await drawerBalance(tx, drawerId)) !== books) throw new Problem('counter.drawer_taken');
      return { approval_id: id, status: 'PENDING', difference };
    });
  }

  /** Only while the drawer is as it was counted: else it is counted anew. */
  private async carryOut(
    tx: Tx,
    drawerId: number,
    agreed: AgreedDifference & { readonly reason: string },
    by: { readonly madeBy: number; readonly decidedBy: number },
  ): Promise<void> {
    await this.withoutShift(tx, drawerId);
    const books = await drawerBalance(tx, drawerId);
    if (books + agreed.difference !== agreed.counted) throw new Problem('counter.drawer_taken');
    await this.drawers.move(tx, {
      drawerId,
      shiftId: null,
      kind: 'DIFFERENCE',
      amount: agreed.difference,
      note: agreed.reason,
      madeBy: by.madeBy,
      decidedBy: by.decidedBy,
    });
  }

  /**
   * Sent again because its answer was lost, it is not booked again; also where the shift has closed meanwhile. Who has waited
   * for the drawer looks once more: the same may have been booked by whoever had it.
   * @throws Problem request.invalid where the same id asks for something else
   */
  private async once(asked: AskedMove, book: (tx: Tx) => Promise<void>): Promise<void> {
    const booked = (tx: Tx) => this.booked(tx, asked);
    await this.database
      .transaction(async (tx) => {
        if (!(await booked(tx))) await book(tx);
      })
      .catch(async (error: unknown) => {
        // The same id at another drawer at the same moment.
        if (violatedConstraint(error) !== 'mutasi_loket_request') throw error;
        await this.database.transaction(booked);
      });
  }

  private async booked(tx: Tx, asked: AskedMove): Promise<boolean> {
    const { drawerId, kind, amount, requestId, bankReference } = asked;
    const [before] = await tx.query<{ same: boolean }>(
      `SELECT (drawer_id, kind, amount, made_by) = ($2, $3, $4, $5) AND bank_reference IS NOT DISTINCT FROM $6 AS same
       FROM mutasi_loket WHERE request_id = $1`,
      [requestId, drawerId, kind, amount, currentStaff().id, bankReference ?? null],
    );
    if (before?.same === false)
      throw new Problem('request.invalid', {
        errors: [{ pointer: '/request_id', code: 'repeated', message: COUNTER_SAYS.movedDifferently }],
      });
    return before !== undefined;
  }

  private async whose(tx: Tx, drawerId: number): Promise<number | null> {
    const { id: staffId, permissions } = currentStaff();
    const shiftId = await this.anyShift(tx, drawerId);
    if (shiftId === null) {
      if (!permissions.has('counter.supervise')) throw new Problem('counter.shift_not_open');
      return null;
    }
    await this.shifts.hold(tx, drawerId, { id: shiftId, cashierId: staffId });
    return shiftId;
  }

  /** The drawer locked, and its open shift held; null while there is none. @throws Problem counter.shift_not_open */
  private async anyShift(tx: Tx, drawerId: number): Promise<number | null> {
    const open = await this.shifts.holdOpen(tx, drawerId);
    await this.drawers.lock(tx, drawerId);
    if (open === null && (await this.unclosed(tx, drawerId))) throw new Problem('counter.shift_not_open');
    return open;
  }

  private async withoutShift(tx: Tx, drawerId: number): Promise<void> {
    await this.drawers.lock(tx, drawerId);
    if (await this.unclosed(tx, drawerId)) throw new Problem('counter.drawer_taken');
  }

  private async unclosed(tx: Tx, drawerId: number): Promise<boolean> {
    const [shift] = await tx.query("SELECT 1 FROM shift_kas WHERE drawer_id = $1 AND state <> 'CLOSED'", [
      drawerId,
    ]);
    return shift !== undefined;
  }
}
