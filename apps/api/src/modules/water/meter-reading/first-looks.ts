import { Injectable } from '@nestjs/common';
import { needsSecondLook } from '@tirtapay/domain';
import { currentUserId } from '../../../platform/context';
import type { Tx, RowOf } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { StoredReading } from './verifiable-reading';
import { VerifyReadings } from './verify-readings.service';
import type { Verification } from './entities/verification.entity';

type Look = RowOf<Verification, 'decision' | 'decidedBy' | 'usageM3'>;

/**
 * Usage beyond the ceiling of the possible becomes a bill only after two people have found it right. The first look
 * counts for exactly the usage it saw, and only while nothing else has been decided since.
 */
@Injectable()
export class FirstLooks {
  constructor(private readonly readings: VerifyReadings) {}

  /**
   * @returns true when this decision verifies; false when it was the first of two looks, which is kept
   * @throws Problem reading.second_person when the same person looks twice
   */
  async completes(tx: Tx, reading: StoredReading, note: string | null): Promise<boolean> {
    if (!needsSecondLook(reading.reasons)) return true;
    const [last] = await tx.query<Look & object>(
      'SELECT decision, decided_by, usage_m3 FROM verification WHERE reading_id = $1 ORDER BY id DESC LIMIT 1',
      [reading.id],
    );
    if (last?.decision !== 'LOOKED' || last.usage_m3 !== reading.usage_m3) {
      await this.readings.decide(tx, [reading], { decision: 'LOOKED', note, batchId: null });
      return false;
    }
    if (last.decided_by === currentUserId()) throw new Problem('reading.second_person');
    return true;
  }
}
