import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { Clock } from '../../../../platform/clock';
import { CONFIG, type Config } from '../../../../platform/config';
import { Database } from '../../../../platform/database';

const MARK_BYTES = 16;
/** Half a year: who pays every month stays known, who moved away is forgotten. */
export const KNOWN_MILLISECONDS = 180 * 86_400_000;

const KNOWN = 'SELECT FROM nomor_dikenal WHERE mark = $1 AND seen_at > $2';

/** Written again once a week at most: a household that looks every day costs no row each time. */
const REMEMBER = `
  INSERT INTO nomor_dikenal (mark, seen_at) VALUES ($1, $2)
  ON CONFLICT (mark) DO UPDATE SET seen_at = excluded.seen_at
  WHERE nomor_dikenal.seen_at < excluded.seen_at - interval '7 days'`;

/**
 * Which number was opened from which line before. What is kept is a keyed hash of the two: nobody who reads the table
 * learns who asked for whom, and without the key no list of candidates can be tried on it.
 */
@Injectable()
export class KnownNumbers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async knows(line: string, customerNumber: string): Promise<boolean> {
    const since = new Date(this.clock.now() - KNOWN_MILLISECONDS);
    return (await this.database.door(KNOWN, [this.mark(line, customerNumber), since])).length > 0;
  }

  async remember(line: string, customerNumber: string): Promise<void> {
    await this.database.door(REMEMBER, [this.mark(line, customerNumber), this.clock.date()]);
  }

  private mark(line: string, customerNumber: string): Buffer {
    return createHmac('sha256', this.config.inquiryKey)
      .update(`known-number\n${line}\n${customerNumber}`)
      .digest()
      .subarray(0, MARK_BYTES);
  }
}
