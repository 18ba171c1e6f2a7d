import { Injectable } from '@nestjs/common';
import { currentStaff } from '../../../../platform/context';
import { Database, type RowOf } from '../../../../platform/database';
import type { ListViewDto } from './list-view.dto';
import { mayChange } from './list-view-rules';
import type { ListView } from '../entities/list-view.entity';

type Row = RowOf<ListView, 'id' | 'name' | 'role' | 'owner_id' | 'address' | 'columns' | 'version'> & {
  readonly owner: string;
};

/** More than anybody scrolls through; the newest are the ones in use. */
const MOST = 100;

@Injectable()
export class ListViewQueries {
  constructor(private readonly database: Database) {}

  /** The views of a list that the reader sees: their own, and those shared with their role. */
  async of(list: string): Promise<ListViewDto[]> {
    const reader = currentStaff();
    // Who may share sees what is shared with any role: a view nobody of that role mends can be mended.
    const rows = await this.database.screen<Row & Record<string, unknown>>(
      `SELECT v.id, v.name, v.role, v.owner_id, o.name AS owner, v.address, v.columns, v.version
       FROM (SELECT * FROM tampilan_daftar
             WHERE list = $1 AND (owner_id = $2 OR role = $3 OR (role IS NOT NULL AND $4))
             ORDER BY id DESC LIMIT ${String(MOST)}) v
       JOIN orang o ON o.id = v.owner_id ORDER BY v.role NULLS FIRST, key_form(v.name), v.id`,
      [list, reader.id, reader.role, reader.permissions.has('view.share')],
    );
    return rows.map(({ owner_id: ownerId, ...row }) => ({
      ...row,
      mine: ownerId === reader.id,
      can_change: mayChange({ owner_id: ownerId, role: row.role }, reader),
    }));
  }
}
