import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { ChangeThresholdsBody } from './dto/tariff.request';

/** From which use on somebody looks at a reading of the category; no bill changes by it. */
@Injectable()
export class ChangeThresholds {
  constructor(private readonly database: Database) {}

  /** @throws Problem tariff.not_found, version.conflict with what was set in between */
  async execute(id: number, { version, ...next }: ChangeThresholdsBody): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [current] = await tx.query<{ high_percent: number; low_percent: number; version: number }>(
        'SELECT high_percent, low_percent, version FROM tarif WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (current === undefined) throw new Problem('tariff.not_found');
      if (current.version !== version) throw new Problem('version.conflict', { members: { current } });
      await tx.query(
        'UPDATE tarif SET high_percent = $2, low_percent = $3, version = version + 1 WHERE id = $1',
        [id, next.high_percent, next.low_percent],
      );
      await writeAudit(tx, {
        action: 'tariff.thresholds_changed',
        entityType: 'tarif',
        entityId: id,
        before: { high_percent: current.high_percent, low_percent: current.low_percent },
        after: next,
      });
    });
  }
}
