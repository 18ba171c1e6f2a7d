import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { ReadingSpreadDto } from './dto/reading-spread.dto';
import { SettleGaps } from './settle-gaps.service';
import { selectReadings, type StoredReading } from './verifiable-reading';

/** What verifying a reading would say of the months before it; asked by whoever is about to verify it. */
@Injectable()
export class ReadingSpread {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly gaps: SettleGaps,
  ) {}

  /** @throws Problem reading.not_found */
  async of(id: number): Promise<ReadingSpreadDto> {
    const [reading] = await this.database.read<StoredReading & object>(`${selectReadings(2)} WHERE id = $1`, [
      id,
      this.clock.zone,
    ]);
    if (reading === undefined) throw new Problem('reading.not_found');
    const gap = reading.status === 'RECORDED' ? await this.gaps.gapOf(this.database, reading) : null;
    if (gap === null) return { months: [] };
    return {
      months: [
        ...gap.months.map(({ period, replaces, usage, days }) => ({
          period,
          usage_m3: usage,
          days,
          was: replaces === null ? ('MISSED' as const) : ('ESTIMATED' as const),
        })),
        { period: reading.period, usage_m3: gap.own.usage, days: gap.own.days, was: 'READ' as const },
      ],
    };
  }
}
