import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { ReadingSpreadDto } from './dto/reading-spread.dto';
import { GapQuotes, sumOf } from './gap-quotes.service';

/** What verifying a reading would say of the months before it; asked by whoever is about to verify it. */
@Injectable()
export class ReadingSpread {
  constructor(
    private readonly database: Database,
    private readonly quotes: GapQuotes,
  ) {}

  /** @throws Problem reading.not_found */
  async of(id: number): Promise<ReadingSpreadDto> {
    const [reading] = await this.database.read('SELECT id FROM meter_reading WHERE id = $1', [id]);
    if (reading === undefined) throw new Problem('reading.not_found');
    const months = (await this.quotes.ofReadings(this.database, [id])).get(id) ?? [];
    return { months: [...months], total: months.length === 0 ? null : sumOf(months) };
  }
}
