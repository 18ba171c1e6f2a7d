import { Injectable } from '@nestjs/common';
import { countsBlind } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { currentStaff } from '../../../../platform/context';
import { Database, type RowOf } from '../../../../platform/database';
import {
  column,
  identifier,
  listAll,
  listPage,
  yesNo,
  type CsvColumn,
  type ListDefinition,
  type ListParameters,
  type PageOf,
} from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';
import type { DrawerMove } from '../../../ground/collectors';
import type { DrawerDetailDto, DrawerDto } from '../dto/drawer.dto';
import { FEE_APPROVAL } from './change-drawer-fee.service';

/** People by their names. */
type MoveRow = RowOf<
  DrawerMove,
  'id' | 'kind' | 'amount' | 'shiftId' | 'bankReference' | 'note' | 'businessDate' | 'movedAt' | 'reversesId'
> & { readonly made_by: string; readonly decided_by: string | null; readonly corrected: boolean };

const SELECT = `k.id, k.code, k.name, k.pay_point_id, t.name AS pay_point_name, c.admin_fee, k.active, k.version,
  coalesce((SELECT sum(l.debit - l.credit) FROM jurnal_baris l WHERE l.account = '1140' AND l.collector_id = k.id), 0)::bigint AS balance,
  s.id AS shift_id, u.name AS cashier_name`;
const FROM = `loket_kas k JOIN penerima c ON c.id = k.id LEFT JOIN titik_bayar t ON t.id = k.pay_point_id
  LEFT JOIN shift_kas s ON s.drawer_id = k.id AND s.state <> 'CLOSED' LEFT JOIN orang u ON u.id = s.cashier_id`;

export const DRAWER_LIST: ListDefinition<DrawerDto, DrawerDto> = {
  from: FROM,
  select: SELECT,
  sortable: { code: 'k.code', name: 'k.name' },
  defaultSort: 'code',
  tieBreaker: 'k.id',
  filters: {
    active: { type: 'boolean', where: 'k.active = $$' },
    in_use: { type: 'boolean', where: '(s.id IS NOT NULL) = $$' },
  },
  search: [
    { expression: 'k.code', match: 'key prefix' },
    { expression: 'k.name', match: 'contains' },
  ],
  map: (row) => row,
};

export const DRAWER_COLUMNS: readonly CsvColumn<DrawerDto>[] = [
  identifier('Kode', 'Code', (drawer) => drawer.code, 'code'),
  column('Loket', 'Drawer', (drawer) => drawer.name, ['name', 'Nama', 'Name']),
  column('Titik bayar', 'Pay point', (drawer) => drawer.pay_point_name, 'pay_point'),
  column('Biaya loket', 'Counter fee', (drawer) => drawer.admin_fee, 'admin_fee'),
  column('Saldo', 'Balance', (drawer) => drawer.balance, [
    'balance',
    'Isi menurut catatan',
    'In it by the books',
  ]),
  column('Kasir', 'Cashier', (drawer) => drawer.cashier_name, [
    'cashier',
    'Dipegang kasir',
    'In the hands of',
  ]),
  column('Aktif', 'Active', (drawer, language) => yesNo(drawer.active, language), [
    'active',
    'Status',
    'Status',
  ]),
];

@Injectable()
export class DrawerQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async page(parameters: ListParameters): Promise<PageOf<DrawerDto>> {
    const own = await this.blindShift();
    const page = await listPage(this.database, DRAWER_LIST, parameters);
    return { ...page, data: page.data.map((drawer) => hiddenFrom(own, drawer)) };
  }

  async *all(parameters: ListParameters): AsyncGenerator<DrawerDto> {
    const own = await this.blindShift();
    for await (const drawer of listAll(this.database, DRAWER_LIST, parameters)) yield hiddenFrom(own, drawer);
  }

  /** @throws Problem counter.drawer_not_found */
  async one(id: number): Promise<DrawerDetailDto> {
    const [drawer] = await this.database.read<DrawerDto & Record<string, unknown>>(
      `SELECT ${SELECT} FROM ${FROM} WHERE k.id = $1`,
      [id],
    );
    if (drawer === undefined) throw new Problem('counter.drawer_not_found');
    const moves = await this.database.read<MoveRow & object>(
      `SELECT m.id, m.kind, m.amount, m.shift_id, m.bank_reference, m.note, u.name AS made_by, d.name AS decided_by, m.business_date,
         m.moved_at, m.reverses_id, EXISTS (SELECT FROM mutasi_loket r WHERE r.reverses_id = m.id) AS corrected
       FROM mutasi_loket m JOIN orang u ON u.id = m.made_by LEFT JOIN orang d ON d.id = m.decided_by
       WHERE m.drawer_id = $1 ORDER BY m.id DESC LIMIT 100`,
      [id],
    );
    const [waiting] = await this.database.read<{ id: number }>(
      "SELECT id FROM persetujuan WHERE kind = $2 AND entity_type = 'loket_kas' AND entity_id = $1 AND status = 'PENDING'",
      [id, FEE_APPROVAL],
    );
    return {
      ...drawer,
      fee_id: waiting?.id ?? null,
      moves: moves.map((move) => ({ ...move, moved_at: this.clock.textOf(move.moved_at) })),
    };
  }

  /** The open shift its reader will count blind; null for whoever has none, or may see it. */
  private async blindShift(): Promise<number | null> {
    const { id, permissions } = currentStaff();
    if (!countsBlind(permissions)) return null;
    const [shift] = await this.database.read<{ id: number }>(
      "SELECT id FROM shift_kas WHERE cashier_id = $1 AND state = 'OPEN'",
      [id],
    );
    return shift?.id ?? null;
  }
}

function hiddenFrom(shiftId: number | null, drawer: DrawerDto): DrawerDto {
  return shiftId !== null && drawer.shift_id === shiftId ? { ...drawer, balance: null } : drawer;
}
