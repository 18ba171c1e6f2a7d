import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { listAll, listPage, type ListParameters } from '../../../platform/list';
import { Problem } from '../../../platform/problem';
import { ASSESSMENT_JOB } from './assessment-runs';
import type {
  AssessmentDto,
  PenaltyCountDto,
  PenaltySummaryDto,
  PeriodPenaltyDto,
  RegionPenaltyDto,
} from './dto/assessment.dto';
import type { PenaltyPolicyPageDto, PenaltyPolicyDto } from './dto/penalty-policy.dto';
import { policyList } from './penalty-policy.list';

interface RunRow {
  business_date: string;
  status: string;
  bills: number;
  amount: number;
  started_at: Date | null;
  finished_at: Date | null;
}

const SUM = 'count(*) AS bills, coalesce(sum(d.amount - d.waived), 0)::bigint AS amount';
const OPEN = "FROM denda d JOIN tagihan b ON b.id = d.bill_id WHERE b.state = 'ISSUED'";

@Injectable()
export class PenaltyQueries {
  private readonly list = policyList((epoch) => this.clock.text(epoch));

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  policies(parameters: ListParameters): Promise<PenaltyPolicyPageDto> {
    return listPage(this.database, this.list, parameters);
  }

  allPolicies(parameters: ListParameters): AsyncGenerator<PenaltyPolicyDto> {
    return listAll(this.database, this.list, parameters);
  }

  async policy(id: number): Promise<PenaltyPolicyDto> {
    const { data } = await listPage(this.database, this.list, {}, [{ where: 'id = $$', value: id }]);
    const [policy] = data;
    if (policy === undefined) throw new Problem('penalty_policy.not_found');
    return policy;
  }

  async summary(): Promise<PenaltySummaryDto> {
    const [outstanding, collected, waived, byPeriod, byRegion, lastAssessment] = await Promise.all([
      this.count(`SELECT ${SUM} ${OPEN}`),
      this.count(`SELECT ${SUM} FROM denda d JOIN tagihan b ON b.id = d.bill_id WHERE b.state = 'PAID'`),
      this.count(
        'SELECT count(*) AS bills, coalesce(sum(waived), 0)::bigint AS amount FROM denda WHERE waived > 0',
      ),
      this.database.screen<PeriodPenaltyDto & object>(
        `SELECT b.period, ${SUM} ${OPEN} GROUP BY b.period ORDER BY b.period DESC`,
      ),
      this.database.screen<RegionPenaltyDto & object>(
        `SELECT w.id AS region_id, w.name AS region_name, ${SUM}
         FROM denda d JOIN tagihan b ON b.id = d.bill_id JOIN pelanggan c ON c.id = b.customer_id
         JOIN wilayah w ON w.id = c.region_id
         WHERE b.state = 'ISSUED' GROUP BY w.id, w.name ORDER BY w.name`,
      ),
      this.lastAssessment(),
    ]);
    return {
      as_of: this.clock.businessDate(),
      outstanding,
      collected,
      waived,
      by_period: byPeriod,
      by_region: byRegion,
      last_assessment: lastAssessment,
    };
  }

  private async count(sql: string): Promise<PenaltyCountDto> {
    const [row] = await this.database.screen<PenaltyCountDto & object>(sql);
    return row ?? { bills: 0, amount: 0 };
  }

  private async lastAssessment(): Promise<AssessmentDto | null> {
    const [run] = await this.runs('ORDER BY period DESC LIMIT 1', []);
    return run ?? null;
  }

  async assessment(businessDate: string): Promise<AssessmentDto> {
    const [run] = await this.runs('AND period = $2', [businessDate]);
    if (run === undefined) throw new Problem('job.not_found');
    return run;
  }

  private async runs(rest: string, values: readonly unknown[]): Promise<AssessmentDto[]> {
    const rows = await this.database.read<RunRow & object>(
      `SELECT period AS business_date, status, coalesce((detail ->> 'bills')::bigint, 0) AS bills,
         coalesce((detail ->> 'amount')::bigint, 0) AS amount, started_at, finished_at
       FROM job_run WHERE job = $1 ${rest}`,
      [ASSESSMENT_JOB, ...values],
    );
    const instant = (date: Date | null) => (date === null ? null : this.clock.text(date.getTime()));
    return rows.map((row) => ({
      ...row,
      started_at: instant(row.started_at),
      finished_at: instant(row.finished_at),
    }));
  }
}
