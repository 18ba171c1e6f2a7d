import { Injectable } from '@nestjs/common';
import type { CertificationDto, StartCertificationBody } from '../dto/certification.dto';
import { CertificationReports } from './certification-report.service';
import { CertificationRuns } from './certification-runs.service';
import { CertificationQueries } from './certification.queries';
import { StartCertification } from './start-certification.service';

/** What the console does with certification runs; whoever looks sees them judged up to this moment. */
@Injectable()
export class Certifications {
  constructor(
    private readonly queries: CertificationQueries,
    private readonly runs: CertificationRuns,
    private readonly starting: StartCertification,
    private readonly reports: CertificationReports,
  ) {}

  async ofBank(bankId: number): Promise<CertificationDto[]> {
    await this.runs.refresh({ bankId });
    return this.queries.ofBank(bankId);
  }

  async start(bankId: number, body: StartCertificationBody): Promise<CertificationDto> {
    return this.queries.one(await this.starting.start(bankId, body));
  }

  async one(runId: number): Promise<CertificationDto> {
    await this.runs.refresh({ runId });
    return this.queries.one(runId);
  }

  async conclude(runId: number): Promise<CertificationDto> {
    await this.queries.row(runId);
    await this.runs.conclude(runId);
    return this.queries.one(runId);
  }

  async report(runId: number): Promise<Buffer> {
    await this.runs.refresh({ runId });
    return this.reports.pdf(runId);
  }
}
