import { Injectable } from '@nestjs/common';
import { CASE_STATES, closesByItself, TOLD_FINDINGS, type HeldKind } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import {
  listAll,
  listPage,
  type ListDefinition,
  type ListParameters,
  type PageOf,
} from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';
import {
  heldAs,
  mayBePutRight,
  PAY_OUT_APPROVAL,
  REMAINING,
  TOLD_MONEY_APPROVAL,
  type CaseDetailDto,
  type CaseReader,
  type CaseDto,
  type CaseMovementDto,
  type CaseResolution,
  type CaseSource,
  type CaseSourceDto,
} from '../../../money/payment';

interface Row {
  id: number;
  kind: string;
  status: string;
  customer_id: number | null;
  customer_number: string | null;
  customer_name: string | null;
  payment_id: number | null;
  receipt_number: string | null;
  bank_reference: string | null;
  bank_id: number;
  bank_code: string;
  bank_name: string;
  held_kind: HeldKind | null;
  amount: number;
  remaining: number;
  pending: CaseDto['pending'];
  detail: object;
  opened_at: Date;
  due_at: Date | null;
  assigned_to: number | null;
  assignee: string | null;
  resolved_at: Date | null;
  resolved_by: string | null;
  resolution: string | null;
  note: string | null;
}

interface DetailRow extends Row {
  subject_type: string | null;
  subject_id: number | null;
  intent_id: number | null;
}

type MovementRow = Omit<CaseMovementDto, 'at'> & { at: Date };

/** What cases are about, by table. */
const SOURCES: Readonly<Record<string, CaseSource>> = {
  pembayaran: 'PAYMENT',
  webhook_inbox: 'WEBHOOK',
  outbound_call: 'OUTBOUND_CALL',
  niat_bayar: 'INTENT',
  keberatan: 'DISPUTE',
  nota_koreksi: 'CORRECTION_NOTE',
  transactions: 'SALE',
  shift_kas: 'SHIFT',
  rekonsiliasi: 'RECONCILIATION',
  penyedia: 'SUPPLIER',
  rekap_rekening: 'PERIOD',
};

const MOVEMENTS = `
  SELECT s.created_at AS at, s.amount, s.reason, s.payment_id, r.receipt_number FROM saldo_pelanggan s
  LEFT JOIN kwitansi r ON r.payment_id = s.payment_id WHERE s.case_id = $1 ORDER BY s.id`;

const SELECT = `k.id, k.kind, k.status, k.customer_id, c.customer_number, c.name AS customer_name, k.payment_id, r.receipt_number,
  p.bank_reference, p.collector_id AS bank_id, b.series AS bank_code, b.name AS bank_name, ${heldAs('k')} AS held_kind, k.amount, ${REMAINING} AS remaining,
  (SELECT json_build_object('approval_id', a.id, 'resolution', a.payload ->> 'resolution',
      'amount', (a.payload ->> 'amount')::bigint, 'made_by', m.name)
    FROM persetujuan a JOIN orang m ON m.id = a.made_by WHERE a.kind IN ('${PAY_OUT_APPROVAL}', '${TOLD_MONEY_APPROVAL}') AND a.entity_type = 'kasus'
      AND a.entity_id = k.id AND a.status = 'PENDING') AS pending,
  k.detail, k.opened_at, nullif(k.due_at, 'infinity') AS due_at, k.assigned_to, w.name AS assignee, k.resolved_at, u.name AS resolved_by, k.resolution, k.note`;
const FROM = 'kasus k';
const DETAILS = `LEFT JOIN pelanggan c ON c.id = k.customer_id
  LEFT JOIN pembayaran p ON p.id = k.payment_id
  LEFT JOIN kwitansi r ON r.payment_id = k.payment_id
  LEFT JOIN penerima b ON b.id = p.collector_id
  LEFT JOIN orang u ON u.id = k.resolved_by
  LEFT JOIN orang w ON w.id = k.assigned_to`;

/** By what a bank, a receipt, a customer or whoever asked a question calls it: each table through its own index. */
const SEARCH = [
  // The payment first: of a partial index the planner knows no more than that it might find one in two hundred.
  'SELECT s.id FROM kasus s WHERE s.payment_id = ANY (ARRAY (SELECT p.id FROM pembayaran p WHERE p.bank_reference IS NOT NULL AND key_form(p.bank_reference) = $whole))',
  'SELECT s.id FROM kwitansi r JOIN kasus s ON s.payment_id = r.payment_id WHERE key_form(r.receipt_number) = $whole',
  `SELECT s.id FROM kasus s WHERE key_form(s.detail ->> 'bank_reference') = $whole`,
  "SELECT s.id FROM pertanyaan q JOIN kasus s ON s.source_key = 'pertanyaan:' || q.id WHERE key_form(q.code) = $whole",
  {
    find: 'SELECT s.id FROM pelanggan c JOIN kasus s ON s.customer_id = c.id WHERE c.customer_number LIKE $number',
    row: '(SELECT c.customer_number LIKE $number FROM pelanggan c WHERE c.id = k.customer_id)',
  },
  {
    find: `SELECT s.id FROM pelanggan c JOIN kasus s ON s.customer_id = c.id WHERE (' ' || search_form(c.name)) LIKE $contains`,
    row: `(SELECT (' ' || search_form(c.name)) LIKE $contains FROM pelanggan c WHERE c.id = k.customer_id)`,
  },
];

/** Due before an instant of the clock, which no request names. */
function dueBefore(instant: string): string {
  return `k.due_at < '${instant}'`;
}

export const CASE_LIST: Omit<ListDefinition<Row, CaseDto>, 'map'> = {
  select: SELECT,
  from: FROM,
  details: DETAILS,
  indexed: ['due_at', 'opened_at'],
  sortable: {
    due_at: 'k.due_at',
    opened_at: 'k.opened_at',
    amount: 'k.amount',
    kind: 'k.kind',
    status: 'k.status',
  },
  // What is due first, and what is decided after all that waits.
  defaultSort: 'due_at',
  tieBreaker: 'k.id',
  filters: {
    status: { type: 'text', where: 'k.status = ANY($$)', many: true, choices: CASE_STATES },
    kind: { type: 'text', where: 'k.kind = ANY($$)', many: true },
    overdue: {
      type: 'boolean',
      where: '',
      cases: { true: dueBefore('infinity'), false: `NOT (${dueBefore('infinity')})` },
    },
    assigned_to: { type: 'integer', where: 'k.assigned_to = $$' },
    assigned: {
      type: 'boolean',
      where: '',
      cases: { true: 'k.assigned_to IS NOT NULL', false: 'k.assigned_to IS NULL' },
    },
    customer_id: { type: 'integer', where: 'k.customer_id = $$' },
    payment_id: { type: 'integer', where: 'k.payment_id = $$' },
  },
  sums: { amount: { sql: 'k.amount', kind: 'money' } },
  search: [{ sources: SEARCH }],
};

@Injectable()
export class CaseQueries implements CaseReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(parameters: ListParameters): Promise<PageOf<CaseDto>> {
    return listPage(this.database, this.definition(), parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<CaseDto> {
    return listAll(this.database, this.definition(), parameters);
  }

  private definition(): ListDefinition<Row, CaseDto> {
    const over = dueBefore(new Date(this.clock.now()).toISOString());
    return {
      ...CASE_LIST,
      filters: {
        ...CASE_LIST.filters,
        overdue: { type: 'boolean', where: '', cases: { true: over, false: `NOT (${over})` } },
      },
      map: (row) => this.dto(row),
    };
  }

  /** @throws Problem case.not_found */
  async one(id: number): Promise<CaseDetailDto> {
    const [row] = await this.database.read<DetailRow & Record<string, unknown>>(
      `SELECT ${SELECT}, k.subject_type, k.subject_id, k.intent_id FROM ${FROM} ${DETAILS} WHERE k.id = $1`,
      [id],
    );
    if (row === undefined) throw new Problem('case.not_found');
    const movements = await this.database.read<MovementRow & Record<string, unknown>>(MOVEMENTS, [id]);
    return {
      ...this.dto(row),
      source: sourceOf(row),
      intent_id: row.intent_id,
      movements: movements.map((movement) => ({ ...movement, at: this.clock.textOf(movement.at) })),
    };
  }

  private dto(row: Row): CaseDto {
    return {
      id: row.id,
      kind: row.kind,
      status: row.status,
      customer:
        row.customer_id === null
          ? null
          : {
              id: row.customer_id,
              customer_number: row.customer_number ?? '',
              name: row.customer_name ?? '',
            },
      payment:
        row.payment_id === null
          ? null
          : {
              id: row.payment_id,
              receipt_number: row.receipt_number ?? '',
              bank_reference: row.bank_reference,
              bank: { id: row.bank_id, code: row.bank_code, name: row.bank_name },
            },
      amount: row.amount,
      remaining: row.remaining,
      possible: possible(row),
      pending: row.pending,
      detail: row.detail,
      opened_at: this.clock.textOf(row.opened_at),
      due_at: this.clock.textOf(row.due_at),
      overdue: row.due_at !== null && row.due_at.getTime() < this.clock.now(),
      assigned_to: row.assigned_to === null ? null : { id: row.assigned_to, name: row.assignee ?? '' },
      resolved_at: this.clock.textOf(row.resolved_at),
      resolved_by: row.resolved_by,
      resolution: row.resolution,
      note: row.note,
    };
  }
}

function possible(row: Row): CaseResolution[] {
  if (row.pending !== null) return [];
  if (row.status !== 'OPEN') return mayBePutRight(row) ? ['OTHER_MONEY'] : [];
  if (row.kind === 'TWO_NAMES') return [...TOLD_FINDINGS];
  if (row.remaining === 0) return closesByItself(row.kind) ? [] : ['CLOSE'];
  if (row.held_kind !== 'CREDIT') return ['RETURN'];
  // What a correction gave back came from no bank.
  return row.payment_id === null ? ['APPLY', 'REFUND'] : ['APPLY', 'REFUND', 'RETURN'];
}

function sourceOf({ subject_type: table, subject_id: id }: DetailRow): CaseSourceDto | null {
  const kind = table === null ? undefined : SOURCES[table];
  return kind === undefined || id === null ? null : { kind, id };
}
