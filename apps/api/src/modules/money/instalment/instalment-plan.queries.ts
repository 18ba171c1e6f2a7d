import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { listAll, listPage, type ListParameters } from '../../../platform/list';
import { Problem } from '../../../platform/problem';
import { BILL_TITLE } from '../../water/billing';
import type {
  InstalmentBillDto,
  InstalmentPlanDetailDto,
  InstalmentPlanDto,
  InstalmentPlanPageDto,
  ReplacedBillDto,
} from './dto/instalment-plan.dto';
import { instalmentPlanList } from './instalment-plan.list';

type DetailRow = Pick<
  InstalmentPlanDetailDto,
  | 'principal'
  | 'penalty'
  | 'grace_days'
  | 'reason'
  | 'requested_by'
  | 'approved_by'
  | 'ended_by'
  | 'end_reason'
  | 'rest_bill_id'
  | 'pending_approval_id'
> & { readonly ended_at: Date | null };

const DETAIL = `
  SELECT p.principal, p.penalty, p.grace_days, p.reason, m.name AS requested_by, a.name AS approved_by, p.ended_at,
    e.name AS ended_by, p.end_reason, p.rest_bill_id,
    (SELECT q.id FROM persetujuan q WHERE q.kind = 'instalment_end' AND q.entity_type = 'rencana_angsuran'
       AND q.entity_id = p.id AND q.status = 'PENDING') AS pending_approval_id
  FROM rencana_angsuran p JOIN orang m ON m.id = p.requested_by JOIN orang a ON a.id = p.approved_by
  LEFT JOIN orang e ON e.id = p.ended_by WHERE p.id = $1`;

const SOURCES = `
  SELECT s.bill_id, b.bill_number, b.kind, ${BILL_TITLE} AS title, b.period, s.principal, s.penalty
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
    const text = (at: Date | null) => (at === null ? null : this.clock.text(at.getTime()));
    return {
      ...plan,
      ...row,
      ended_at: text(row.ended_at),
      sources: [...sources],
      schedule: schedule.map(({ paid_at: at, ...bill }) => ({ ...bill, paid_at: text(at) })),
    };
  }

  private list() {
    return instalmentPlanList((epoch) => this.clock.text(epoch), this.clock.businessDate());
  }
}
