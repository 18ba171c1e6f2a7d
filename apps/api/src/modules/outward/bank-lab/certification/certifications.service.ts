import { Injectable, Logger } from '@nestjs/common';
import type { CertificationDto, StartCertificationBody } from '../dto/certification.dto';
import { CertificationReports } from './certification-report.service';
import { CertificationRuns } from './certification-runs.service';
import { CertificationQueries } from './certification.queries';
import { DriveSandbox } from './drive-sandbox.service';
import { StartCertification } from './start-certification.service';

/** What the console does with certification runs; whoever looks sees them judged up to this moment. */
@Injectable()
export class Certifications {
  private readonly logger = new Logger('certification');

  constructor(
    private readonly queries: CertificationQueries,
    private readonly runs: CertificationRuns,
    private readonly starting: StartCertification,
    private readonly reports: CertificationReports,
    private readonly sandbox: DriveSandbox,
  ) {}

  async ofBank(bankId: number): Promise<CertificationDto[]> {
    await this.runs.refresh({ bankId });
    return this.queries.ofBank(bankId);
  }

  async start(bankId: number, body: StartCertificationBody): Promise<CertificationDto> {
    const drive =
      body.drive_sandbox === true ? await this.sandbox.prepare(bankId, body.key_id ?? null) : null;
    const runId = await this.starting.start(bankId, body);
    if (drive !== null)
      this.sandbox.play(runId, drive).catch((error: unknown) => {
        // The run stays open and ends by itself when its time is up.
        this.logger.error(`run ${String(runId)}: ${String(error)}`);
      });
    return this.queries.one(runId);
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
