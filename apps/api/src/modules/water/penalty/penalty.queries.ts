import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { listAll, listPage, type ListParameters } from '../../../platform/list';
import { Problem } from '../../../platform/problem';
import { ASSESSMENT_JOB } from './assessment-runs';
import type { AssessmentDto } from './dto/assessment.dto';
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

  async assessment(businessDate: string): Promise<AssessmentDto> {
    const [run] = await this.database.read<RunRow & object>(
      `SELECT period AS business_date, status, coalesce((detail ->> 'bills')::bigint, 0) AS bills,
         coalesce((detail ->> 'amount')::bigint, 0) AS amount, started_at, finished_at
       FROM job_run WHERE job = $1 AND period = $2`,
      [ASSESSMENT_JOB, businessDate],
    );
    if (run === undefined) throw new Problem('job.not_found');
    const instant = (date: Date | null) => (date === null ? null : this.clock.text(date.getTime()));
    return { ...run, started_at: instant(run.started_at), finished_at: instant(run.finished_at) };
  }
}
