import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { BATCH_CHUNK, countMatching, matchingAfter, matchingIds, type BatchFilter } from './batch-filter';
import type { VerifyBatchBody } from './dto/reading.request';
import type { VerifyBatchDto, VerifyBatchRunDto } from './dto/reading.dto';
import { READING_SAYS } from './sentences';
import { selectReadings, type JudgedReading, type StoredReading } from './verifiable-reading';
import { VerifyBatchRuns } from './verify-batch-runs';
import { VerifyChunk } from './verify-chunk';
import { VerifyReadings } from './verify-readings.service';

/** What one answer holds: the readings it is about, and what was named and is not there. */
interface Batch {
  readonly ids: readonly number[];
  readonly missing: readonly number[];
  readonly matched: number;
  /** How far what it is about goes. */
  readonly seen: Required<Pick<BatchFilter, 'upto' | 'received'>> | null;
}

/** Verifies what a filter names; whatever needs a person (ERROR, changed under way, not priceable) is skipped and named. */
@Injectable()
export class VerifyBatch {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readings: VerifyReadings,
    private readonly chunks: VerifyChunk,
    private readonly runs: VerifyBatchRuns,
  ) {}

  /** @returns what was done, or the run that does what is too much for one answer */
  async verify(body: VerifyBatchBody): Promise<VerifyBatchDto | VerifyBatchRunDto> {
    if ((body.period ?? body.ids ?? null) === null)
      throw new Problem('request.invalid', {
        errors: [{ pointer: '/period', code: 'required', message: READING_SAYS.namePeriodOrIds }],
      });
    const dryRun = body.dry_run === true;
    const batchId = randomUUID();
    const { period, region_id, severities } = body;
    const batch = await this.batchOf(body);
    if (!dryRun && batch.matched > batch.ids.length)
      return this.runs.start(
        batchId,
        {
          ...(period !== undefined && { period }),
          ...(region_id !== undefined && { region_id }),
          severities,
          ...batch.seen,
        },
        batch.matched,
      );
    const skipped: VerifyBatchDto['skipped'] = batch.missing.map((id) => ({ id, reason: 'NOT_FOUND' }));
    let verified = 0;
    for (let start = 0; start < batch.ids.length; start += BATCH_CHUNK) {
      const ids = batch.ids.slice(start, start + BATCH_CHUNK);
      const judged = await (dryRun
        ? this.tryOut(ids)
        : this.database.transaction((tx) => this.chunks.verify(tx, ids, batchId), 'screen'));
      for (const { reading, refusal } of judged)
        if (refusal === null) verified += 1;
        else skipped.push({ id: reading.id, reason: refusal });
    }
    return { matched: batch.matched, judged: batch.ids.length, verified, skipped, dry_run: dryRun };
  }

  private async batchOf(body: VerifyBatchBody): Promise<Batch> {
    if (body.ids !== undefined) {
      const ids = await matchingIds(this.database, body.ids, body);
      const known = new Set(ids);
      const missing = body.ids.filter((id) => !known.has(id));
      return { ids, missing, matched: ids.length, seen: null };
    }
    const [ids, { count, ...seen }] = await Promise.all([
      matchingAfter(this.database, body, 0),
      countMatching(this.database, body),
    ]);
    // Between the two somebody may have verified some: what is at hand is never fewer than what is counted.
    return {
      ids,
      missing: [],
      matched: ids.length < BATCH_CHUNK ? ids.length : Math.max(count, ids.length),
      seen,
    };
  }

  private async tryOut(ids: readonly number[]): Promise<JudgedReading[]> {
    const rows = await this.database.screen<StoredReading & object>(
      `${selectReadings(2)} WHERE id = ANY ($1) ORDER BY id`,
      [ids, this.clock.zone],
    );
    return this.readings.judge(this.database, rows, false);
  }
}
