import { Injectable } from '@nestjs/common';
import type { Period } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { listAll, listPage, type ListParameters } from '../../../platform/list';
import { Problem } from '../../../platform/problem';
import { BILL_TITLE } from '../../water/billing';
import { PolicyBook } from '../../water/penalty';
import type {
  InstalmentBillDto,
  InstalmentPlanDetailDto,
  InstalmentPlanDto,
  InstalmentPlanPageDto,
  ReplacedBillDto,
} from './dto/instalment-plan.dto';
import { latePolicy } from './late-policy';
import type { Reader } from './owed-bills';
import { instalmentPlanList } from './instalment-plan.list';

type DetailRow = Pick<
  InstalmentPlanDetailDto,
  | 'principal'
  | 'penalty'
  | 'waived'
  | 'waiver_revocable'
  | 'grace_days'
  | 'reason'
  | 'requested_by'
  | 'approved_by'
  | 'ended_by'
  | 'end_reason'
  | 'rest_bill_id'
  | 'pending_approval_id'
> & { readonly ended_at: Date | null; readonly tariff_id: number; readonly agreed_in: Period | null };

const DETAIL = `
  SELECT p.principal, p.penalty, given.waived, given.waiver_revocable, p.grace_days,
    f.tariff_id, f.agreed_in, p.reason, m.name AS requested_by, a.name AS approved_by, p.ended_at,
    e.name AS ended_by, p.end_reason, p.rest_bill_id,
    (SELECT q.id FROM persetujuan q WHERE q.kind = 'instalment_end' AND q.entity_type = 'rencana_angsuran'
       AND q.entity_id = p.id AND q.status = 'PENDING') AS pending_approval_id
  FROM rencana_angsuran p JOIN orang m ON m.id = p.requested_by JOIN orang a ON a.id = p.approved_by
  LEFT JOIN orang e ON e.id = p.ended_by JOIN angsuran i ON i.plan_id = p.id AND i.seq = 1 JOIN tagihan f ON f.id = i.bill_id
  CROSS JOIN LATERAL (SELECT sum(s.waived)::bigint AS waived,
      sum(coalesce(s.revoked, s.waived - least(s.waived, coalesce(d.excess_waived, 0))))::bigint AS waiver_revocable
    FROM angsuran_sumber s LEFT JOIN denda d ON d.bill_id = s.bill_id WHERE s.plan_id = p.id) given
  WHERE p.id = $1`;

const SOURCES = `
  SELECT s.bill_id, b.bill_number, b.kind, ${BILL_TITLE} AS title, b.period, s.principal, s.penalty, s.waived
  FROM angsuran_sumber s JOIN tagihan b ON b.id = s.bill_id WHERE s.plan_id = $1 ORDER BY b.due_date, b.bill_number`;

const SCHEDULE = `
  SELECT i.seq, i.bill_id, b.bill_number, b.due_date, b.principal AS amount, b.state, b.paid_at,
    b.state = 'ISSUED' AND b.due_date < $2::date AS overdue
  FROM angsuran i JOIN tagihan b ON b.id = i.bill_id WHERE i.plan_id = $1 ORDER BY i.seq`;

@Injectable()
export class InstalmentPlanQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly policies: PolicyBook,
  ) {}

  page(parameters: ListParameters): Promise<InstalmentPlanPageDto> {
    return listPage(this.database, this.list(), parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<InstalmentPlanDto> {
    return listAll(this.database, this.list(), parameters);
  }

  /** @throws Problem instalment.not_found */
  async one(id: number): Promise<InstalmentPlanDetailDto> {
    const { data } = await listPage(this.database, this.list(), {}, [{ where: 'p.id = $$', value: id }]);
    const [[plan], [row], sources, schedule] = [
      data,
      await this.database.screen<DetailRow & object>(DETAIL, [id]),
      await this.database.screen<ReplacedBillDto & object>(SOURCES, [id]),
      await this.database.screen<Omit<InstalmentBillDto, 'paid_at'> & { paid_at: Date | null }>(SCHEDULE, [
        id,
        this.clock.businessDate(),
      ]),
    ];
    if (plan === undefined || row === undefined) throw new Problem('instalment.not_found');
    const { tariff_id: tariffId, agreed_in: agreedIn, ...detail } = row;
    const read: Reader = (sql, values) => this.database.screen(sql, [...values]);
    const policies = await this.policies.current();
    const text = (at: Date | null) => (at === null ? null : this.clock.text(at.getTime()));
    return {
      ...plan,
      ...detail,
      late_policy: await latePolicy(read, policies, { tariffId, agreedIn }),
      ended_at: text(row.ended_at),
      sources: [...sources],
      schedule: schedule.map(({ paid_at: at, ...bill }) => ({ ...bill, paid_at: text(at) })),
    };
  }

  private list() {
    return instalmentPlanList((epoch) => this.clock.text(epoch), this.clock.businessDate());
  }
}
