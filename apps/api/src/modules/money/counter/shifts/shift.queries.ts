import { Injectable } from '@nestjs/common';
import { STATE_NAMES, type ShiftState } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { currentStaff } from '../../../../platform/context';
import { Database } from '../../../../platform/database';
import {
  coded,
  column,
  identifier,
  listAll,
  listPage,
  type CsvColumn,
  type FixedCondition,
  type ListDefinition,
  type ListParameters,
  type ListShape,
  type PageOf,
} from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';
import type { PiecesDto } from '../dto/cash.dto';
import {
  SHIFT_STATES,
  type ShiftDto,
  type ShiftEntryDto,
  type ShiftRowDto,
  type ShiftTakingDto,
} from '../dto/shift.dto';
import { shiftCashOf } from '../laws/shift-cash';
import { DIFFERENCE_APPROVAL } from './close-shift.service';
import type { CashRow } from './shift-cash.queries';
import { SHIFT_ENTRIES } from './shift-entries';

interface Row extends Omit<ShiftRowDto, 'opened_at' | 'closed_at'> {
  readonly opened: Date;
  readonly closed: Date | null;
}

interface DetailRow extends Row, CashRow {
  readonly cashier_id: number;
  readonly admin_fee: number;
  readonly opening_pieces: PiecesDto[];
  readonly closing_pieces: PiecesDto[] | null;
  readonly reason: string | null;
  readonly counted: Date | null;
  readonly decided_by: string | null;
  readonly handed_to: number | null;
  readonly approval_id: number | null;
}

/** What a client may ask of the list. */
export const SHIFT_LIST_SHAPE = {
  sortable: {
    opened_at: 's.opened_at',
    business_date: 's.business_date',
    drawer: 'k.code',
    cashier: 'u.name',
    difference: 's.difference',
  },
  filters: {
    state: { type: 'text', where: 's.state = $$', choices: SHIFT_STATES },
    drawer_id: { type: 'integer', where: 's.drawer_id = $$' },
    from: { type: 'date', where: 's.business_date >= $$' },
    to: { type: 'date', where: 's.business_date <= $$' },
  },
  search: [
    { expression: 'k.code', match: 'key prefix' },
    { expression: 'u.name', match: 'contains' },
  ],
} as const satisfies ListShape;

export const SHIFT_COLUMNS: readonly CsvColumn<ShiftRowDto>[] = [
  identifier('Shift', 'Shift', (shift) => shift.id),
  column('Loket', 'Drawer', (shift) => shift.drawer_name, ['drawer', 'Loket', 'Counter']),
  column('Kasir', 'Cashier', (shift) => shift.cashier_name, 'cashier'),
  column('Tanggal buku', 'Business date', (shift) => shift.business_date, 'business_date'),
  coded('Status', 'State', (shift) => shift.state, STATE_NAMES.shift, ['state', 'Status', 'Status']),
  identifier('Dibuka', 'Opened', (shift) => shift.opened_at, 'opened_at'),
  identifier('Ditutup', 'Closed', (shift) => shift.closed_at, 'closed_at'),
  column('Modal', 'Opening count', (shift) => shift.opening_count, [
    'opening_count',
    'Modal awal',
    'Opening float',
  ]),
  column('Seharusnya', 'Expected', (shift) => shift.expected, 'expected'),
  column('Dihitung', 'Counted', (shift) => shift.closing_count, 'closing_count'),
  column('Selisih', 'Difference', (shift) => shift.difference, 'difference'),
];

const SELECT = `s.id, s.drawer_id, k.code AS drawer_code, k.name AS drawer_name, u.name AS cashier_name, s.state, s.business_date,
  s.opened_at AS opened, s.closed_at AS closed, s.opening_count, s.closing_count, s.expected, s.difference`;
const FROM = `shift_kas s JOIN loket_kas k ON k.id = s.drawer_id JOIN orang u ON u.id = s.cashier_id`;
const MOST_ENTRIES = 200;

@Injectable()
export class ShiftQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  page(parameters: ListParameters): Promise<PageOf<ShiftRowDto>> {
    return listPage(this.database, this.definition, parameters, ownedBy());
  }

  all(parameters: ListParameters): AsyncGenerator<ShiftRowDto> {
    return listAll(this.database, this.definition, parameters, ownedBy());
  }

  /** One's own that is not closed. */
  async own(): Promise<ShiftDto | null> {
    const [row] = await this.database.read<{ id: number }>(
      "SELECT id FROM shift_kas WHERE cashier_id = $1 AND state <> 'CLOSED'",
      [currentStaff().id],
    );
    return row === undefined ? null : this.one(row.id);
  }

  /** @throws Problem counter.shift_not_found, also for a cashier who asks for another's */
  async one(id: number): Promise<ShiftDto> {
    const [row] = await this.database.read<DetailRow & Record<string, unknown>>(
      `SELECT ${SELECT}, s.cashier_id, c.admin_fee, s.opening_pieces, s.closing_pieces, s.reason, s.counted_at AS counted,
         d.name AS decided_by, s.handed_to, a.id AS approval_id, cash.*
       FROM ${FROM} JOIN penerima c ON c.id = s.drawer_id LEFT JOIN orang d ON d.id = s.decided_by
       LEFT JOIN persetujuan a ON a.kind = '${DIFFERENCE_APPROVAL}' AND a.entity_type = 'shift_kas' AND a.entity_id = s.id AND a.status = 'PENDING'
       CROSS JOIN LATERAL ${shiftCashOf('s.id')} cash
       WHERE s.id = $1 AND ($2::bigint IS NULL OR s.cashier_id = $2)`,
      [id, onlyOf()],
    );
    if (row === undefined) throw new Problem('counter.shift_not_found');
    return this.detail(row, await this.takings(id), await this.entries(id));
  }

  /** What happened in it, newest first. */
  async entries(id: number, most = MOST_ENTRIES): Promise<ShiftEntryDto[]> {
    const rows = await this.database.read<Omit<ShiftEntryDto, 'at'> & { at: Date } & Record<string, unknown>>(
      `${SHIFT_ENTRIES} LIMIT ${String(most)}`,
      [id],
    );
    return rows.map((row) => ({ ...row, at: this.clock.textOf(row.at) }));
  }

  private takings(id: number): Promise<ShiftTakingDto[]> {
    return this.database.read<ShiftTakingDto & Record<string, unknown>>(
      `SELECT kind, count(*)::int AS count, sum(amount)::bigint AS amount FROM (${SHIFT_ENTRIES}) entries GROUP BY kind ORDER BY kind`,
      [id],
    );
  }

  private detail(row: DetailRow, takings: ShiftTakingDto[], entries: ShiftEntryDto[]): ShiftDto {
    const { collected, reversed, sold, handed_back, floats, deposits, counted, ...shift } = row;
    const hidden = row.state === 'OPEN' && row.cashier_id === currentStaff().id;
    return {
      ...this.row(shift),
      cashier_id: row.cashier_id,
      admin_fee: row.admin_fee,
      opening_pieces: row.opening_pieces,
      closing_pieces: row.closing_pieces,
      reason: row.reason,
      counted_at: this.clock.textOf(counted),
      decided_by: row.decided_by,
      handed_to: row.handed_to,
      approval_id: row.approval_id,
      cash: hidden
        ? null
        : { opening: row.opening_count, collected, reversed, sold, handed_back, floats, deposits },
      // Not one by one either: what can be added up is not counted blind.
      takings: hidden ? takings.map(withoutCash) : takings,
      entries: hidden ? entries.map(withoutCash) : entries,
    };
  }

  private row({ opened, closed, ...row }: Row): ShiftRowDto {
    return {
      id: row.id,
      drawer_id: row.drawer_id,
      drawer_code: row.drawer_code,
      drawer_name: row.drawer_name,
      cashier_name: row.cashier_name,
      state: row.state satisfies ShiftState,
      business_date: row.business_date,
      opened_at: this.clock.textOf(opened),
      closed_at: this.clock.textOf(closed),
      opening_count: row.opening_count,
      closing_count: row.closing_count,
      expected: row.expected,
      difference: row.difference,
    };
  }

  private get definition(): ListDefinition<Row, ShiftRowDto> {
    return {
      ...SHIFT_LIST_SHAPE,
      from: FROM,
      select: SELECT,
      nullable: ['difference'],
      defaultSort: '-opened_at',
      tieBreaker: 's.id',
      map: (row) => this.row(row),
    };
  }
}

/** What a bank took is in no drawer. */
function withoutCash<T extends { readonly kind: string; readonly amount: number | null }>(entry: T): T {
  return entry.kind === 'NON_CASH' ? entry : { ...entry, amount: null };
}

/** A cashier sees their own shifts; whoever supervises counters, or reads their reports, sees all. */
function onlyOf(): number | null {
  const { id, permissions } = currentStaff();
  return permissions.has('counter.supervise') || permissions.has('report.read') ? null : id;
}

function ownedBy(): FixedCondition[] {
  const id = onlyOf();
  return id === null ? [] : [{ where: 's.cashier_id = $$', value: id }];
}
