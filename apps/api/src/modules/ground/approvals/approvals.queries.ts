import { Injectable } from '@nestjs/common';
import {
  ABLE_PEOPLE_NEEDED,
  APPROVAL_KINDS,
  decidableKinds,
  decidersOf,
  decisionRefusal,
  isApprovalKind,
} from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { currentStaff, type Actor } from '../../../platform/context';
import { Database, type RowOf } from '../../../platform/database';
import {
  listAll,
  listPage,
  type ListDefinition,
  type ListParameters,
  type PageOf,
} from '../../../platform/list';
import { Problem } from '../../../platform/problem';
import { AblePeople } from './able-people';
import {
  APPROVAL_STATES,
  type ApprovalDetailDto,
  type ApprovalDto,
  type ApprovalKindDto,
} from './dto/approval.dto';
import type { Approval } from './entities/approval.entity';

type ApprovalRow = RowOf<Approval, keyof Approval> & {
  readonly maker_name: string;
  readonly checker_name: string | null;
};

export const APPROVAL_LIST = {
  from: 'persetujuan a JOIN orang m ON m.id = a.made_by LEFT JOIN orang c ON c.id = a.decided_by',
  select: `a.id, a.kind, a.entity_type, a.entity_id, a.summary, a.payload, a.status, a.made_by, m.name AS maker_name,
    a.made_at, a.decided_by, c.name AS checker_name, a.decided_at, a.reason, a.decision_note`,
  sortable: {
    made_at: 'a.made_at',
    decided_at: 'a.decided_at',
    kind: 'a.kind',
    status: 'a.status',
  },
  nullable: ['decided_at'],
  indexed: ['made_at'],
  defaultSort: '-made_at',
  tieBreaker: 'a.id',
  filters: {
    status: { type: 'text', where: 'a.status = $$', choices: APPROVAL_STATES },
    kind: { type: 'text', where: 'a.kind = $$', choices: APPROVAL_KINDS },
  },
  // Each through its own index.
  search: [
    {
      sources: [
        {
          find: `SELECT s.id FROM persetujuan s WHERE (' ' || search_form(s.summary)) LIKE $contains`,
          row: `(' ' || search_form(a.summary)) LIKE $contains`,
        },
        {
          find: `SELECT s.id FROM orang o JOIN persetujuan s ON s.made_by = o.id WHERE ' ' || search_form(o.name) LIKE $contains`,
          row: `(SELECT ' ' || search_form(o.name) LIKE $contains FROM orang o WHERE o.id = a.made_by)`,
        },
      ],
    },
  ],
} as const satisfies Omit<ListDefinition<ApprovalRow, ApprovalDto>, 'map'>;

/** What the list documents: `mine` and `decidable` are answered for the person who asks. */
export const APPROVAL_LIST_QUERY = {
  ...APPROVAL_LIST,
  filters: {
    ...APPROVAL_LIST.filters,
    mine: { type: 'boolean', where: '' },
    decidable: { type: 'boolean', where: '' },
  },
} as const;

type Reader = Actor & { kind: 'USER' };

/** Open, made by somebody else, of a kind that is this person's to decide. Kinds are our own closed list. */
function decidableBy(reader: Reader): string {
  const kinds = decidableKinds(reader.permissions).map((kind) => `'${kind}'`);
  return `(a.status = 'PENDING' AND a.made_by <> ${String(reader.id)} AND a.kind = ANY(ARRAY[${kinds.join(', ')}]::text[]))`;
}

@Injectable()
export class ApprovalQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: AblePeople,
  ) {}

  page(parameters: ListParameters): Promise<PageOf<ApprovalDto>> {
    return listPage(this.database, this.list(), parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<ApprovalDto> {
    return listAll(this.database, this.list(), parameters);
  }

  /** @throws Problem approval.not_found */
  async one(id: number): Promise<ApprovalDetailDto> {
    const [row] = await this.database.read<ApprovalRow & Record<string, unknown>>(
      `SELECT ${APPROVAL_LIST.select} FROM ${APPROVAL_LIST.from} WHERE a.id = $1`,
      [id],
    );
    if (row === undefined) throw new Problem('approval.not_found');
    const approval = this.toDto(row, currentStaff());
    const able = await this.people.ofRoles(approval.decider_roles);
    return { ...approval, deciders: able.filter(({ id: person }) => person !== row.made_by) };
  }

  /** Every kind with the people who may decide it: with fewer than two, a request of one of them waits for ever. */
  async kinds(): Promise<ApprovalKindDto[]> {
    const counts = await this.people.counts();
    return APPROVAL_KINDS.map((kind) => {
      const roles = decidersOf(kind);
      const able = counts
        .filter(({ role }) => roles.some((decider) => decider === role))
        .reduce((sum, { people }) => sum + people, 0);
      return { kind, decider_roles: roles, able_people: able, too_few: able < ABLE_PEOPLE_NEEDED };
    });
  }

  private list(): ListDefinition<ApprovalRow, ApprovalDto> {
    const reader = currentStaff();
    return {
      ...APPROVAL_LIST,
      filters: {
        ...APPROVAL_LIST.filters,
        mine: {
          type: 'boolean',
          where: '',
          cases: {
            true: `a.made_by = ${String(reader.id)}`,
            false: `a.made_by <> ${String(reader.id)}`,
          },
        },
        decidable: {
          type: 'boolean',
          where: '',
          cases: { true: decidableBy(reader), false: `NOT ${decidableBy(reader)}` },
        },
      },
      map: (row) => this.toDto(row, reader),
    };
  }

  private toDto(row: ApprovalRow, reader: Reader): ApprovalDto {
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
        row.status === 'PENDING' && decisionRefusal({ kind: row.kind, madeBy: row.made_by }, reader) === null,
      can_withdraw: row.status === 'PENDING' && row.made_by === reader.id,
      decider_roles: isApprovalKind(row.kind) ? decidersOf(row.kind) : [],
    };
  }
}
