import { Injectable } from '@nestjs/common';
import type { ApprovalState } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { currentStaff, type Actor } from '../../../platform/context';
import { Database } from '../../../platform/database';
import {
  listAll,
  listPage,
  type ListDefinition,
  type ListParameters,
  type PageOf,
} from '../../../platform/list';
import { Problem } from '../../../platform/problem';
import { APPROVAL_STATES, type ApprovalDto } from './dto/approval.dto';

interface ApprovalRow {
  readonly id: number;
  readonly kind: string;
  readonly entity_type: string;
  readonly entity_id: number | null;
  readonly summary: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly status: ApprovalState;
  readonly made_by: number;
  readonly maker_name: string;
  readonly made_at: Date;
  readonly decided_by: number | null;
  readonly checker_name: string | null;
  readonly decided_at: Date | null;
  readonly reason: string | null;
  readonly decision_note: string | null;
}

export const APPROVAL_LIST = {
  from: 'persetujuan a JOIN pengguna m ON m.id = a.made_by LEFT JOIN pengguna c ON c.id = a.decided_by',
  select: `a.id, a.kind, a.entity_type, a.entity_id, a.summary, a.payload, a.status, a.made_by, m.name AS maker_name,
    a.made_at, a.decided_by, c.name AS checker_name, a.decided_at, a.reason, a.decision_note`,
  sortable: {
    made_at: 'a.made_at',
    decided_at: 'a.decided_at',
    kind: 'a.kind',
    status: 'a.status',
  },
  nullable: ['decided_at'],
  defaultSort: '-made_at',
  tieBreaker: 'a.id',
  filters: {
    status: { type: 'text', where: 'a.status = $$', choices: APPROVAL_STATES },
    kind: { type: 'text', where: 'a.kind = $$' },
  },
  search: [
    { expression: 'a.summary', match: 'contains' },
    { expression: 'm.name', match: 'contains' },
  ],
} as const satisfies Omit<ListDefinition<ApprovalRow, ApprovalDto>, 'map'>;

/** What the list documents: `mine` is answered for the person who asks. */
export const APPROVAL_LIST_QUERY = {
  ...APPROVAL_LIST,
  filters: { ...APPROVAL_LIST.filters, mine: { type: 'boolean', where: '' } },
} as const;

@Injectable()
export class ApprovalQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  page(parameters: ListParameters): Promise<PageOf<ApprovalDto>> {
    return listPage(this.database, this.list(), parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<ApprovalDto> {
    return listAll(this.database, this.list(), parameters);
  }

  /** @throws Problem approval.not_found */
  async one(id: number): Promise<ApprovalDto> {
    const [row] = await this.database.read<ApprovalRow & Record<string, unknown>>(
      `SELECT ${APPROVAL_LIST.select} FROM ${APPROVAL_LIST.from} WHERE a.id = $1`,
      [id],
    );
    if (row === undefined) throw new Problem('approval.not_found');
    return this.toDto(row, currentStaff());
  }

  private list(): ListDefinition<ApprovalRow, ApprovalDto> {
    const reader = currentStaff();
    return {
      ...APPROVAL_LIST,
      filters: {
        ...APPROVAL_LIST.filters,
        mine: { type: 'boolean', where: `(a.made_by = ${String(reader.id)}) = $$` },
      },
      map: (row) => this.toDto(row, reader),
    };
  }

  private toDto(row: ApprovalRow, reader: Actor & { kind: 'USER' }): ApprovalDto {
    return {
      id: row.id,
      kind: row.kind,
      subject: row.entity_id === null ? row.entity_type : `${row.entity_type}/${String(row.entity_id)}`,
      summary: row.summary,
      payload: row.payload,
      status: row.status,
      made_by: { id: row.made_by, name: row.maker_name },
      made_at: this.clock.textOf(row.made_at),
      decided_by: row.decided_by === null ? null : { id: row.decided_by, name: row.checker_name ?? '' },
      decided_at: this.clock.textOf(row.decided_at),
      reason: row.reason,
      decision_note: row.decision_note,
      can_decide:
        row.status === 'PENDING' && row.made_by !== reader.id && reader.permissions.has('approval.decide'),
    };
  }
}
