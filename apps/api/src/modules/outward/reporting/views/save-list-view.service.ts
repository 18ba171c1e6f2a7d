import { Injectable } from '@nestjs/common';
import { changedMeanwhile, versionConflict, writeAudit } from '../../../../platform/audit';
import { currentStaff } from '../../../../platform/context';
import { Database, violatedConstraint, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type { ChangeListViewBody, SaveListViewBody } from './list-view.dto';
import { mayChange } from './list-view-rules';

interface Kept {
  readonly id: number;
  readonly list: string;
  readonly name: string;
  readonly role: string | null;
  readonly owner_id: number;
  readonly address: string;
  readonly columns: string;
  readonly version: number;
  readonly changed_at: Date;
}

/** Views belong to a person; what is shared with a role leaves a trail, because colleagues work by it. */
@Injectable()
export class SaveListView {
  constructor(private readonly database: Database) {}

  /** @throws Problem auth.forbidden, view.duplicate, view.shared_duplicate */
  keep(view: SaveListViewBody): Promise<number> {
    const staff = currentStaff();
    const { role } = view;
    if (role !== undefined && !staff.permissions.has('view.share')) throw new Problem('auth.forbidden');
    return this.database.transaction(async (tx) => {
      const { id } = await tx
        .one<{ id: number }>(
          `INSERT INTO tampilan_daftar (list, name, owner_id, role, address, columns)
           VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
          [view.list, view.name, staff.id, role ?? null, view.address, view.columns],
        )
        .catch((error: unknown) => refuse(error));
      if (role !== undefined) await trail(tx, 'view.shared', id, undefined, { ...view, role });
      return id;
    });
  }

  /** @throws Problem view.not_found, version.conflict, view.duplicate, view.shared_duplicate */
  change(id: number, change: ChangeListViewBody): Promise<void> {
    return this.database.transaction(async (tx) => {
      const kept = await own(tx, id);
      if (kept.version !== change.version) throw await conflict(tx, id, kept);
      const { name, address, columns } = change;
      await tx
        .query(
          `UPDATE tampilan_daftar SET name = $2, address = $3, columns = $4, changed_at = now(), version = version + 1
           WHERE id = $1`,
          [id, name, address, columns],
        )
        .catch((error: unknown) => refuse(error));
      if (kept.role !== null) await trail(tx, 'view.changed', id, kept, { ...kept, name, address, columns });
    });
  }

  /** @throws Problem view.not_found */
  remove(id: number): Promise<void> {
    return this.database.transaction(async (tx) => {
      const kept = await own(tx, id);
      await tx.query('DELETE FROM tampilan_daftar WHERE id = $1', [id]);
      if (kept.role !== null) await trail(tx, 'view.removed', id, kept, undefined);
    });
  }
}

/** The view, locked; one that the reader may not change is as good as not there. @throws Problem view.not_found */
async function own(tx: Tx, id: number): Promise<Kept> {
  const [kept] = await tx.query<Kept & Record<string, unknown>>(
    `SELECT id, list, name, role, owner_id, address, columns, version, changed_at FROM tampilan_daftar WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (kept === undefined || !mayChange(kept, currentStaff())) throw new Problem('view.not_found');
  return kept;
}

/** A view of one's own has no trail: nobody else can have changed it. */
async function conflict(tx: Tx, id: number, { role, changed_at: at, version }: Kept): Promise<Problem> {
  if (role !== null) return changedMeanwhile(tx, 'tampilan_daftar', id, version);
  const { name } = await tx.one<{ name: string }>('SELECT name FROM orang WHERE id = $1', [
    currentStaff().id,
  ]);
  return versionConflict({ name, at, fields: [] }, version);
}

type Content = Pick<Kept, 'list' | 'name' | 'role' | 'address' | 'columns'>;

function trail(
  tx: Tx,
  action: string,
  id: number,
  before: Content | undefined,
  after: Content | undefined,
): Promise<void> {
  const told = (view: Content | undefined) =>
    view && {
      list: view.list,
      name: view.name,
      role: view.role,
      filter: view.address,
      columns: view.columns,
    };
  return writeAudit(tx, {
    action,
    entityType: 'tampilan_daftar',
    entityId: id,
    before: told(before),
    after: told(after),
  });
}

/** Two conflicts that are mended differently: a view of one's own is replaced, a colleague's gets another name beside it. */
function refuse(error: unknown): never {
  const constraint = violatedConstraint(error);
  if (constraint === 'tampilan_daftar_own') throw new Problem('view.duplicate');
  if (constraint === 'tampilan_daftar_shared') throw new Problem('view.shared_duplicate');
  throw error;
}
