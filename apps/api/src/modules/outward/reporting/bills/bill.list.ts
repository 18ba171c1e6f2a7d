import { BILL_KINDS, BILL_STATES, type BillKind, type BillState, type BusinessDate } from '@tirtapay/domain';
import type { ListDefinition, ListShape } from '../../../../platform/list';
import { wasInRegion } from '../../../water/customers';
import { type BillDto } from '../../../water/billing';
import { OWED_PENALTY } from '../../../water/penalty';
import { LATE_AGE_KEYS, lateCases } from './late-ages';

export interface BillRow {
  id: number;
  bill_number: string;
  customer_id: number;
  customer_number: string;
  name: string;
  period: string;
  usage_m3: number;
  previous_stand: number;
  current_stand: number;
  water_amount: number;
  fixed_amount: number;
  principal: number;
  penalty: number;
  kind: BillKind;
  state: BillState;
  due_date: BusinessDate;
  issued_at: Date | null;
  paid_at: Date | null;
  paid_by: number | null;
}

// Left joins on keys, so that counting pages never touches the joined tables.
const FROM = `tagihan b
  LEFT JOIN pelanggan c ON c.id = b.customer_id
  LEFT JOIN denda d ON d.bill_id = b.id`;

/** By the number of the bill, or by a name: each table through its own index. */
const SEARCH = [
  {
    find: 'SELECT s.id FROM tagihan s WHERE s.bill_number LIKE $number',
    row: 'b.bill_number LIKE $number',
  },
  {
    find: `SELECT s.id FROM pelanggan p JOIN tagihan s ON s.customer_id = p.id WHERE (' ' || search_form(p.name)) LIKE $contains`,
    row: `(SELECT (' ' || search_form(p.name)) LIKE $contains FROM pelanggan p WHERE p.id = b.customer_id)`,
    among: `b.customer_id IN (SELECT p.id FROM pelanggan p WHERE (' ' || search_form(p.name)) LIKE $contains)`,
  },
];

/** A bill that was cancelled or replaced is owed by nobody: it counts in no sum. */
const standing = (sql: string) => `CASE WHEN b.state NOT IN ('CANCELLED', 'REPLACED_BY') THEN ${sql} END`;
const SELECT = `b.id, b.bill_number, b.customer_id, c.customer_number, c.name, b.period, b.usage_m3, b.previous_stand,
  b.current_stand, b.water_amount, b.fixed_amount, b.principal, ${OWED_PENALTY} AS penalty, b.kind, b.state,
  b.due_date, b.issued_at, b.paid_at, b.paid_by`;

const SORTABLE = {
  id: 'b.id',
  bill_number: 'b.bill_number',
  period: 'b.period',
  customer_number: 'c.customer_number',
  name: 'c.name',
  usage_m3: 'b.usage_m3',
  principal: 'b.principal',
  due_date: 'b.due_date',
  issued_at: 'b.issued_at',
  paid_at: 'b.paid_at',
} as const;

function shape(today: BusinessDate): ListShape {
  return {
    defaultSort: '-id',
    sums: {
      usage_m3: { sql: standing('b.usage_m3'), kind: 'number' },
      water: { sql: standing('b.water_amount'), kind: 'money' },
      fixed: { sql: standing('b.fixed_amount'), kind: 'money' },
      principal: { sql: standing('b.principal'), kind: 'money' },
      penalty: { sql: standing(OWED_PENALTY), kind: 'money' },
      total: { sql: standing(`b.principal + ${OWED_PENALTY}`), kind: 'money' },
    },
    sortable: SORTABLE,
    indexed: ['id', 'period'],
    filters: {
      state: { type: 'text', where: 'b.state = ANY ($$)', choices: BILL_STATES, many: true },
      kind: { type: 'text', where: 'b.kind = ANY ($$)', choices: BILL_KINDS, many: true },
      period: { type: 'period', where: 'b.period = $$' },
      region_id: { type: 'integer', where: wasInRegion('b', '$$') },
      tariff_id: {
        type: 'integer',
        // Balances taken over and instalments have no prices of ours, and a category of their own.
        where:
          '(b.tariff_version_id IN (SELECT t.id FROM tarif_versi t WHERE t.tariff_id = $$) OR b.tariff_id = $$)',
      },
      customer_id: { type: 'integer', where: 'b.customer_id = $$' },
      issue_run_id: { type: 'integer', where: 'b.issue_run_id = $$' },
      // A business date, never something a client typed.
      overdue: {
        type: 'boolean',
        where: '',
        cases: {
          true: `b.state = 'ISSUED' AND b.due_date < date '${today}'`,
          false: `NOT (b.state = 'ISSUED' AND b.due_date < date '${today}')`,
        },
      },
      // The longest late first: who asks for them is going to remind them in that order.
      late: { type: 'text', where: '', cases: lateCases(today), choices: LATE_AGE_KEYS, order: 'due_date' },
    },
    search: [{ sources: SEARCH }],
  };
}

/** For the documentation, where the day does not matter. */
export const BILL_LIST_SHAPE: ListShape = shape('2000-01-01' as BusinessDate);

/** `text` writes an instant in the business zone; `today` decides what is overdue. */
export function billList(
  text: (epoch: number) => string,
  today: BusinessDate,
): ListDefinition<BillRow, BillDto> {
  return {
    ...shape(today),
    from: FROM,
    select: SELECT,
    nullable: ['issued_at', 'paid_at'],
    defaultSort: '-id',
    tieBreaker: 'b.id',
    map: (row) => ({
      id: row.id,
      bill_number: row.bill_number,
      customer: { id: row.customer_id, customer_number: row.customer_number, name: row.name },
      kind: row.kind,
      period: row.period,
      usage_m3: row.usage_m3,
      previous_stand: row.previous_stand,
      current_stand: row.current_stand,
      water_amount: row.water_amount,
      fixed_amount: row.fixed_amount,
      principal: row.principal,
      penalty: row.penalty,
      total: row.principal + row.penalty,
      state: row.state,
      due_date: row.due_date,
      issued_at: row.issued_at === null ? null : text(row.issued_at.getTime()),
      paid_at: row.paid_at === null ? null : text(row.paid_at.getTime()),
      paid_by: row.paid_by,
    }),
  };
}
