import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import type { Tx } from '../../../platform/database';
import type { JudgedReading } from './verifiable-reading';
import { VerifyReadings } from './verify-readings.service';

/** Some readings of a batch, in one transaction: what may be verified is, with one audit row for them together. */
@Injectable()
export class VerifyChunk {
  constructor(private readonly readings: VerifyReadings) {}

  async verify(tx: Tx, ids: readonly number[], batchId: string): Promise<JudgedReading[]> {
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
  }
}
