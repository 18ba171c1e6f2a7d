import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { VerifyBatchBody } from './dto/reading.request';
import type { VerifyBatchDto } from './dto/reading.dto';
import type { VerifyRefusal } from './refusals';
import { selectReadings, type JudgedReading, type StoredReading } from './verifiable-reading';
import { VerifyReadings } from './verify-readings.service';
import { READING_SAYS } from './sentences';

/** Readings decided in one transaction: long enough for sets to pay, short enough not to hold up a payment. */
const CHUNK = 500;

interface Skipped {
  readonly id: number;
  readonly reason: VerifyRefusal;
}

/** Verifies what a filter names; whatever needs a person (ERROR, changed under way, not priceable) is skipped and named. */
@Injectable()
export class VerifyBatch {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readings: VerifyReadings,
  ) {}

  async verify(body: VerifyBatchBody): Promise<VerifyBatchDto> {
    if ((body.period ?? body.ids ?? null) === null)
      throw new Problem('request.invalid', {
        errors: [{ pointer: '/period', code: 'required', message: READING_SAYS.namePeriodOrIds }],
      });
    const batchId = randomUUID();
    const { found, missing } = await this.matching(body);
    const skipped: Skipped[] = missing.map((id) => ({ id, reason: 'NOT_FOUND' as const }));
    let verified = 0;
    for (let start = 0; start < found.length; start += CHUNK) {
      const ids = found.slice(start, start + CHUNK);
      const judged = await (body.dry_run === true ? this.tryOut(ids) : this.verifyChunk(ids, batchId));
      for (const { reading, refusal } of judged)
        if (refusal === null) verified += 1;
        else skipped.push({ id: reading.id, reason: refusal });
    }
    return { matched: found.length, verified, skipped, dry_run: body.dry_run === true };
  }

  /** ERROR readings match too: they are named as skipped, so that nobody takes silence for a decision. */
  private async matching(body: VerifyBatchBody): Promise<{ found: number[]; missing: number[] }> {
    const rows = await this.database.read<{ id: number }>(
      `SELECT r.id FROM meter_reading r JOIN pelanggan c ON c.id = r.customer_id
       WHERE ($1::text IS NULL OR r.period = $1) AND ($2::bigint IS NULL OR c.region_id = $2)
         AND ($3::bigint[] IS NULL OR r.id = ANY ($3))
         AND ($3::bigint[] IS NOT NULL OR r.status = 'RECORDED')
         AND (r.severity = ANY ($4) OR r.severity = 'ERROR')
       ORDER BY r.id`,
      [body.period ?? null, body.region_id ?? null, body.ids ?? null, body.severities],
    );
    const found = rows.map((row) => row.id);
    const known = new Set(found);
    return { found, missing: (body.ids ?? []).filter((id) => !known.has(id)) };
  }

  private async tryOut(ids: readonly number[]): Promise<JudgedReading[]> {
    const rows = await this.database.read<StoredReading & object>(
      `${selectReadings(2)} WHERE id = ANY ($1) ORDER BY id`,
      [ids, this.clock.zone],
    );
    return this.readings.judge(this.database, rows, false);
  }

  private verifyChunk(ids: readonly number[], batchId: string): Promise<JudgedReading[]> {
    return this.database.transaction(async (tx: Tx) => {
      const judged = await this.readings.lock(tx, ids, false);
      const accepted = judged.filter(({ refusal }) => refusal === null).map(({ reading }) => reading);
      await this.readings.verify(tx, accepted, { note: null, batchId });
      await this.readings.refreshOutdated(tx, judged);
      if (accepted.length > 0)
        await writeAudit(tx, {
          action: 'reading.batch_verified',
          entityType: 'meter_reading',
          entityId: null,
          after: { batch_id: batchId, count: accepted.length, ids: accepted.map((reading) => reading.id) },
        });
      return judged;
    });
  }
}
