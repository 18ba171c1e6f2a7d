import { Injectable } from '@nestjs/common';
import {
  drawerDeposited,
  drawerDiffered,
  drawerFloated,
  rupiah,
  type DrawerMoveKind,
  type JournalLine,
} from '@tirtapay/domain';
import { changedMeanwhile, writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentStaff } from '../../../platform/context';
import { violatedConstraint, type RowOf, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { PostJournals } from '../ledger';
import { Collectors } from './collectors.service';
import type { Drawer } from './entities/drawer.entity';

interface NewDrawer {
  readonly code: string;
  readonly name: string;
  readonly payPointId: number | null;
}

/** What is put in or taken out beside sales. */
export interface DrawerMoveToBook {
  readonly drawerId: number;
  /** Null while no shift is open. */
  readonly shiftId: number | null;
  readonly kind: DrawerMoveKind;
  /** Above zero: into the drawer. */
  readonly amount: number;
  readonly bankReference?: string;
  readonly note: string | null;
  readonly madeBy?: number;
  readonly decidedBy?: number;
  /** The move it takes back. */
  readonly reversesId?: number;
  /** Of what somebody sent by hand: the same again is booked once. */
  readonly requestId?: string;
}

const EVENT = {
  FLOAT: 'drawer.floated',
  DEPOSIT: 'drawer.deposited',
  DIFFERENCE: 'drawer.differed',
} as const satisfies Readonly<Record<DrawerMoveKind, string>>;

/** Drawers of counters, and what moves their cash beside sales. */
@Injectable()
export class Drawers {
  constructor(
    private readonly clock: Clock,
    private readonly collectors: Collectors,
    private readonly journals: PostJournals,
  ) {}

  /** @returns its id, which is the id of its collector @throws Problem counter.drawer_duplicate */
  async add(tx: Tx, drawer: NewDrawer): Promise<number> {
    const id = await this.collectors
      .addCounter(tx, { series: drawer.code, name: drawer.name })
      .catch((error: unknown) => {
        if (violatedConstraint(error) === 'penerima_series_key')
          throw new Problem('counter.drawer_duplicate');
        throw error;
      });
    await tx.query('INSERT INTO loket_kas (id, code, name, pay_point_id) VALUES ($1, $2, $3, $4)', [
      id,
      drawer.code,
      drawer.name,
      drawer.payPointId,
    ]);
    return id;
  }

  /** What it asks for itself now. @throws Problem counter.drawer_not_found */
  async fee(tx: Tx, id: number): Promise<{ readonly code: string; readonly admin_fee: number }> {
    const [drawer] = await tx.query<{ code: string; admin_fee: number }>(
      'SELECT k.code, c.admin_fee FROM loket_kas k JOIN penerima c ON c.id = k.id WHERE k.id = $1',
      [id],
    );
    if (drawer === undefined) throw new Problem('counter.drawer_not_found');
    return drawer;
  }

  /** Under its lock; whoever has its page open reads it again before changing anything. */
  async changeFee(tx: Tx, id: number, adminFee: number): Promise<void> {
    await this.collectors.changeFee(tx, id, adminFee);
    await tx.query('UPDATE loket_kas SET version = version + 1 WHERE id = $1', [id]);
  }

  /** Under its lock. @returns what it was and is @throws Problem version.conflict */
  async change(
    tx: Tx,
    id: number,
    version: number,
    change: { readonly name?: string; readonly payPointId?: number | null; readonly active?: boolean },
  ): Promise<{ readonly before: object; readonly after: object }> {
    const current = await tx.one<RowOf<Drawer, 'name' | 'payPointId' | 'active' | 'version'> & object>(
      'SELECT name, pay_point_id, active, version FROM loket_kas WHERE id = $1',
      [id],
    );
    const { version: found, ...before } = current;
    if (found !== version) throw await changedMeanwhile(tx, 'loket_kas', id, found);
    const after = {
      name: change.name ?? before.name,
      pay_point_id: change.payPointId === undefined ? before.pay_point_id : change.payPointId,
      active: change.active ?? before.active,
    };
    // The name is its collector's; the foreign key carries it over.
    await tx.query('UPDATE penerima SET name = $2 WHERE id = $1', [id, after.name]);
    await tx.query(
      'UPDATE loket_kas SET pay_point_id = $2, active = $3, version = version + 1 WHERE id = $1',
      [id, after.pay_point_id, after.active],
    );
    return { before, after };
  }

  /** Locks the drawer for whoever moves cash while no shift is open. @throws Problem counter.drawer_not_found */
  async lock(tx: Tx, id: number): Promise<void> {
    const [drawer] = await tx.query('SELECT id FROM loket_kas WHERE id = $1 FOR NO KEY UPDATE', [id]);
    if (drawer === undefined) throw new Problem('counter.drawer_not_found');
  }

  /** Writes the move with its journal, under the lock of the shift or, without one, of the drawer. @returns its journal */
  async move(tx: Tx, move: DrawerMoveToBook): Promise<number> {
    const at = this.clock.date();
    const businessDate = this.clock.dayOf(at.getTime());
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO mutasi_loket (drawer_id, shift_id, after_shift_id, kind, amount, bank_reference, note, made_by, decided_by,
         reverses_id, request_id, business_date, moved_at)
       VALUES ($1, $2, CASE WHEN $2::bigint IS NULL THEN (SELECT max(id) FROM shift_kas WHERE drawer_id = $1) END,
         $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
      [
        move.drawerId,
        move.shiftId,
        move.kind,
        move.amount,
        move.bankReference ?? null,
        move.note,
        move.madeBy ?? currentStaff().id,
        move.decidedBy ?? null,
        move.reversesId ?? null,
        move.requestId ?? null,
        businessDate,
        at,
      ],
    );
    const event = move.reversesId === undefined ? EVENT[move.kind] : 'drawer.move_reversed';
    const [journalId] = await this.journals.post(tx, [
      {
        event,
        entityType: 'mutasi_loket',
        entityId: id,
        businessDate,
        lines: linesOf(move),
      },
    ]);
    await writeAudit(tx, {
      action: event,
      entityType: 'loket_kas',
      entityId: move.drawerId,
      after: {
        move_id: id,
        shift_id: move.shiftId,
        amount: move.amount,
        bank_reference: move.bankReference ?? null,
        note: move.note,
        reverses_id: move.reversesId ?? null,
      },
    });
    return journalId ?? 0;
  }
}

function linesOf({ drawerId: collectorId, kind, amount }: DrawerMoveToBook): JournalLine[] {
  switch (kind) {
    // The mirror of the one is the other.
    case 'FLOAT':
    case 'DEPOSIT':
      return amount > 0
        ? drawerFloated({ collectorId, amount: rupiah(amount) })
        : drawerDeposited({ collectorId, amount: rupiah(-amount) });
    case 'DIFFERENCE':
      return drawerDiffered({ collectorId, difference: rupiah(amount) });
  }
}
