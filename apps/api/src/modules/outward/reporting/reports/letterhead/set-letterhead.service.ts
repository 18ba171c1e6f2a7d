import { Injectable } from '@nestjs/common';
import { changedMeanwhile, writeAudit } from '../../../../../platform/audit';
import { currentStaff } from '../../../../../platform/context';
import { Database, type RowOf } from '../../../../../platform/database';
import type { ReportLetterhead } from '../../entities/report-letterhead.entity';
import type { SetReportLetterheadBody } from './letterhead.dto';
import { checkedReport } from './letterhead.queries';

type Kept = RowOf<ReportLetterhead, 'headLines' | 'place' | 'signers' | 'version'>;

/** Who signs and what stands above: no money moves by it, so one person sets it, and the trail says who. */
@Injectable()
export class SetLetterhead {
  constructor(private readonly database: Database) {}

  /** @throws Problem request.not_found, version.conflict */
  async set(key: string, { version, ...next }: SetReportLetterheadBody): Promise<void> {
    const report = checkedReport(key);
    await this.database.transaction(async (tx) => {
      const [kept] = await tx.query<Kept & Record<string, unknown>>(
        'SELECT head_lines, place, signers, version FROM kop_laporan WHERE report = $1 FOR UPDATE',
        [report],
      );
      if ((kept?.version ?? 0) !== version)
        throw await changedMeanwhile(tx, 'kop_laporan', { report }, kept?.version ?? 0);
      const written = await tx.query<{ version: number }>(
        `INSERT INTO kop_laporan AS k (report, head_lines, place, signers, changed_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (report) DO UPDATE SET head_lines = excluded.head_lines, place = excluded.place, signers = excluded.signers,
           changed_by = excluded.changed_by, changed_at = now(), version = k.version + 1 WHERE k.version = $6
         RETURNING version`,
        [report, next.head_lines, next.place, JSON.stringify(next.signers), currentStaff().id, version],
      );
      // Two who set the first one of a report: the second has not read it.
      if (written.length === 0) throw await changedMeanwhile(tx, 'kop_laporan', { report });
      await writeAudit(tx, {
        action: 'report.letterhead_changed',
        entityType: 'kop_laporan',
        entityId: null,
        // The first of a report takes the place of nothing, which is said too: whoever is slower is told by whom.
        before: {
          report,
          head_lines: kept?.head_lines ?? null,
          place: kept?.place ?? null,
          signers: kept?.signers ?? null,
        },
        after: { report, ...next },
      });
    });
  }
}
