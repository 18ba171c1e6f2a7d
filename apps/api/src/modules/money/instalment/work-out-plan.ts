import {
  businessDate,
  periodOfDate,
  planInstalments,
  rupiah,
  type BusinessDate,
  type Instalment,
  type PenaltyPolicy,
} from '@tirtapay/domain';
import { Problem } from '../../../platform/problem';
import type { PlanEffectDto, PreviewPlanBody } from './dto/instalment-plan.dto';
import { graceDays } from './grace-days';
import { latePolicy } from './late-policy';
import { owedBills, type PlannedSource, type Reader } from './owed-bills';
import { REFUSALS } from './sentences';

/** Whose bills are replaced by how many instalments from when. */
export type PlanWish = Pick<
  PreviewPlanBody,
  'customer_id' | 'bill_ids' | 'count' | 'first_due' | 'down_payment'
>;

export interface Planned {
  readonly sources: readonly PlannedSource[];
  readonly instalments: readonly Instalment[];
  readonly effect: PlanEffectDto;
}

/** What a plan of a day is worked out by. */
interface PlannedOn {
  readonly tariffId: number;
  readonly policies: readonly PenaltyPolicy[];
  readonly today: BusinessDate;
}

/** What a plan would replace and ask for. Nothing is stored. @throws Problem instalment.not_possible */
export async function workOutPlan(
  read: Reader,
  wish: PlanWish,
  { tariffId, policies, today }: PlannedOn,
): Promise<Planned> {
  const sources = await owedBills(
    read,
    { customerId: wish.customer_id, billIds: wish.bill_ids },
    policies,
    today,
  );
  const result = planInstalments(
    sources.map((source) => ({
      principal: rupiah(source.principal),
      penalty: rupiah(source.penalty),
      penaltyFree: rupiah(source.penalty_free),
    })),
    {
      count: wish.count,
      firstDue: businessDate(wish.first_due),
      downPayment: wish.down_payment === undefined ? null : rupiah(wish.down_payment),
    },
    today,
  );
  if ('refusal' in result)
    throw new Problem('instalment.not_possible', {
      errors: [{ code: 'not_applicable', ...REFUSALS[result.refusal] }],
    });
  const sum = (of: (source: PlannedSource) => number) => sources.reduce((all, source) => all + of(source), 0);
  const [principal, penalty] = [sum((source) => source.principal), sum((source) => source.penalty)];
  return {
    sources,
    instalments: result.instalments,
    effect: {
      sources: sources.map(({ penalty_free: _, ...source }) => source),
      instalments: result.instalments.map(({ seq, dueDate, amount }) => ({
        seq,
        due_date: dueDate,
        amount,
      })),
      principal,
      penalty,
      total: principal + penalty,
      grace_days: await graceDays(read),
      waived: sum((source) => source.waived),
      waiver_revocable: sum((source) => source.waiver_revocable),
      waiver_lost: sum((source) => source.waiver_lost),
      late_policy: await latePolicy(read, policies, {
        tariffId,
        agreedIn: periodOfDate(today),
      }),
    },
  };
}
