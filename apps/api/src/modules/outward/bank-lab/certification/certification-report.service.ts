import { Inject, Injectable } from '@nestjs/common';
import { certificationReport, renderPdf } from '@tirtapay/documents';
import { Clock } from '../../../../platform/clock';
import { CONFIG, type Config } from '../../../../platform/config';
import { Letterhead } from '../../../../platform/letterhead';
import { CertificationQueries } from './certification.queries';
import { titleOf } from './judge';

/** The run on paper, for the bank and for the file: Indonesian, as all our documents. */
@Injectable()
export class CertificationReports {
  constructor(
    private readonly runs: CertificationQueries,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly letterhead: Letterhead,
  ) {}

  /** @throws Problem certification.not_found */
  async pdf(runId: number): Promise<Buffer> {
    const run = await this.runs.row(runId);
    return renderPdf(
      certificationReport({
        utility: this.letterhead.current,
        bank: { code: run.bank_code, name: run.bank_name },
        runId: run.id,
        keyId: run.key_id,
        status: run.status,
        startedAt: run.started_at.getTime(),
        finishedAt: run.finished_at?.getTime() ?? null,
        printedAt: this.clock.now(),
        zone: this.config.zone,
        startedBy: run.started_by_name,
        scenarios: run.scenarios.map(({ code, status, reason, requestId }) => ({
          code,
          title: titleOf(code).id,
          status,
          reason: reason?.id ?? null,
          requestId,
        })),
      }),
    );
  }
}
