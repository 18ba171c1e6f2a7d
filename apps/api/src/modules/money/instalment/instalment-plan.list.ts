import { PLAN_STATES, type BusinessDate, type PlanState } from '@tirtapay/domain';
import type { ListDefinition, ListShape } from '../../../platform/list';
import type { InstalmentPlanDto } from './dto/instalment-plan.dto';
import { planNumber } from './plan-number';

export interface PlanRow {
  readonly id: number;
  readonly customer_id: number;
  readonly customer_number: string;
  readonly name: string;
  readonly state: PlanState;
  readonly instalments: number;
  readonly paid_instalments: number;
  readonly total: number;
  readonly paid: number;
  readonly next_due: string | null;
  readonly created_at: Date;
}

const FROM = `rencana_angsuran p JOIN pelanggan c ON c.id = p.customer_id
  JOIN LATERAL (SELECT count(*) FILTER (WHERE b.state = 'PAID')::int AS paid_instalments,
      coalesce(sum(b.principal) FILTER (WHERE b.state = 'PAID'), 0)::bigint AS paid,
      min(b.due_date) FILTER (WHERE b.state = 'ISSUED') AS next_due
    FROM angsuran i JOIN tagihan b ON b.id = i.bill_id WHERE i.plan_id = p.id) s ON true`;

function shape(today: BusinessDate): ListShape {
  return {
    defaultSort: '-id',
    sortable: { id: 'p.id' },
    filters: {
      state: { type: 'text', where: `${stateOn(today)} = ANY ($$)`, choices: PLAN_STATES, many: true },
      customer_id: { type: 'integer', where: 'p.customer_id = $$' },
    },
    search: [
      { expression: 'c.customer_number', match: 'number' },
      { expression: 'c.name', match: 'contains' },
    ],
  };
}

/** How the plan `p` stands on a day, which is a business date and never something a client typed. */
function stateOn(today: BusinessDate): string {
  return `CASE WHEN p.ended_as IS NOT NULL THEN p.ended_as WHEN s.next_due IS NULL THEN 'SETTLED'
    WHEN s.next_due < date '${today}' THEN 'LATE' ELSE 'RUNNING' END`;
}

/** For the documentation, where the day does not matter. */
export const INSTALMENT_PLAN_LIST_SHAPE: ListShape = shape('2000-01-01' as BusinessDate);

/** `text` writes an instant in the business zone; `today` decides what is late. */
export function instalmentPlanList(
  text: (epoch: number) => string,
  today: BusinessDate,
): ListDefinition<PlanRow, InstalmentPlanDto> {
  return {
    ...shape(today),
    from: FROM,
    select: `p.id, p.customer_id, c.customer_number, c.name, ${stateOn(today)} AS state, p.instalments, s.paid_instalments,
      p.principal + p.penalty AS total, s.paid, CASE WHEN p.ended_as IS NULL THEN s.next_due END AS next_due, p.created_at`,
    defaultSort: '-id',
    tieBreaker: 'p.id',
    map: ({ customer_id: customerId, customer_number: number, name, created_at: at, ...row }) => ({
      ...row,
      plan_number: planNumber(row.id),
      customer: { id: customerId, customer_number: number, name },
      created_at: text(at.getTime()),
    }),
  };
}
