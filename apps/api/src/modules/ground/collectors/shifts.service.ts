import { Injectable } from '@nestjs/common';
import type { CountedPieces, CountedShiftState } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { violatedConstraint, type RowOf, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { Shift } from './entities/drawer.entity';

/** Whoever sells names the shift and is its cashier: nobody else takes money into it. */
export interface ShiftKey {
  readonly id: number;
  readonly cashierId: number;
}

export type ShiftRow = RowOf<
  Shift,
  | 'id'
  | 'drawerId'
  | 'cashierId'
  | 'state'
  | 'businessDate'
  | 'openedAt'
  | 'openingCount'
  | 'closingCount'
  | 'expected'
  | 'difference'
>;

interface Counted {
  readonly count: number;
  readonly pieces: readonly CountedPieces[];
}

/** A count at the end of a shift against what should have been there. */
export interface ClosingCount extends Counted {
  readonly expected: number;
  readonly difference: number;
  readonly reason: string | null;
}

const COLUMNS =
  'id, drawer_id, cashier_id, state, business_date, opened_at, opening_count, closing_count, expected, difference';

/**
 * Shifts of drawers. Whoever moves cash holds its shift `FOR KEY SHARE`, behind the reference and before deposits and
 * customers; whoever closes it holds it `FOR UPDATE`. So a payment is either in the count or is refused.
 */
@Injectable()
export class Shifts {
  constructor(private readonly clock: Clock) {}

  /** Keeps the cashier's own open shift open until this transaction ends. @throws Problem counter.shift_not_open */
  async hold(tx: Tx, drawerId: number, shift: ShiftKey): Promise<void> {
    const [open] = await tx.query(
      `SELECT id FROM shift_kas WHERE id = $1 AND drawer_id = $2 AND cashier_id = $3 AND state = 'OPEN' FOR KEY SHARE`,
      [shift.id, drawerId, shift.cashierId],
    );
    if (open === undefined) throw new Problem('counter.shift_not_open');
  }

  /** The open shift of a drawer, whoever's, held open; null when there is none. */
  async holdOpen(tx: Tx, drawerId: number): Promise<number | null> {
    const [open] = await tx.query<{ id: number }>(
      "SELECT id FROM shift_kas WHERE drawer_id = $1 AND state = 'OPEN' FOR KEY SHARE",
      [drawerId],
    );
    return open?.id ?? null;
  }

  /** Waits for whoever moves cash in it, and keeps the next out. @throws Problem counter.shift_not_found */
  async lockToClose(tx: Tx, id: number): Promise<ShiftRow> {
    await tx.query('SELECT id FROM shift_kas WHERE id = $1 FOR UPDATE', [id]);
    const [shift] = await tx.query<ShiftRow & Record<string, unknown>>(
      `SELECT ${COLUMNS} FROM shift_kas WHERE id = $1`,
      [id],
    );
    if (shift === undefined) throw new Problem('counter.shift_not_found');
    return shift;
  }

  /** @throws Problem counter.drawer_taken, counter.shift_open */
  async open(tx: Tx, drawerId: number, cashierId: number, counted: Counted): Promise<number> {
    try {
      const { id } = await tx.one<{ id: number }>(
        `INSERT INTO shift_kas (drawer_id, cashier_id, business_date, opened_at, opening_count, opening_pieces)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
        [
          drawerId,
          cashierId,
          this.clock.businessDate(),
          this.clock.date(),
          counted.count,
          JSON.stringify(counted.pieces),
        ],
      );
      await writeAudit(tx, {
        action: 'shift.opened',
        entityType: 'shift_kas',
        entityId: id,
        after: { drawer_id: drawerId, cashier_id: cashierId, opening_count: counted.count },
      });
      return id;
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'shift_kas_one_of_drawer') throw new Problem('counter.drawer_taken');
      if (constraint === 'shift_kas_one_of_cashier') throw new Problem('counter.shift_open');
      throw error;
    }
  }

  /** Writes the count under its lock, and whether it is the end or waits for a second person. */
  async count(tx: Tx, id: number, counted: ClosingCount, state: CountedShiftState): Promise<void> {
    const at = this.clock.date();
    await tx.query(
      `UPDATE shift_kas SET state = $2, closing_count = $3, closing_pieces = $4, expected = $5, difference = $6, reason = $7,
         counted_at = $8, closed_at = $9 WHERE id = $1`,
      [
        id,
        state,
        counted.count,
        JSON.stringify(counted.pieces),
        counted.expected,
        counted.difference,
        counted.reason,
        at,
        state === 'CLOSED' ? at : null,
      ],
    );
    const { count, expected, difference, reason } = counted;
    await writeAudit(tx, {
      action: state === 'CLOSED' ? 'shift.closed' : 'shift.counted',
      entityType: 'shift_kas',
      entityId: id,
      after: { count, expected, difference, reason },
    });
  }

  /** A second person agreed to the difference. */
  async agree(tx: Tx, id: number, decidedBy: number): Promise<void> {
    await tx.query(
      "UPDATE shift_kas SET state = 'CLOSED', closed_at = $2, decided_by = $3 WHERE id = $1 AND state = 'COUNTED'",
      [id, this.clock.date(), decidedBy],
    );
    await writeAudit(tx, {
      action: 'shift.closed',
      entityType: 'shift_kas',
      entityId: id,
      after: { decided_by: decidedBy },
    });
  }

  /** Refused or withdrawn: it is counted anew. */
  async reopen(tx: Tx, id: number): Promise<void> {
    await tx.query(
      `UPDATE shift_kas SET state = 'OPEN', closing_count = NULL, closing_pieces = NULL, expected = NULL, difference = NULL,
         reason = NULL, counted_at = NULL WHERE id = $1 AND state = 'COUNTED'`,
      [id],
    );
    await writeAudit(tx, { action: 'shift.reopened', entityType: 'shift_kas', entityId: id });
  }

  /** The next shift of the drawer began with the count this one ended with. */
  async handOver(tx: Tx, id: number, next: number): Promise<void> {
    await tx.query('UPDATE shift_kas SET handed_to = $2 WHERE id = $1', [id, next]);
    await writeAudit(tx, {
      action: 'shift.handed_over',
      entityType: 'shift_kas',
      entityId: id,
      after: { handed_to: next },
    });
  }
}
