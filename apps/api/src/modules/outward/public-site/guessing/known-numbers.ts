import { Inject, Injectable } from '@nestjs/common';
import { lineOf, networkOf } from '@tirtapay/bank-protocol';
import type { Acquaintance } from '@tirtapay/domain';
import { createHmac } from 'node:crypto';
import { Clock } from '../../../../platform/clock';
import { CONFIG, type Config } from '../../../../platform/config';
import { Database } from '../../../../platform/database';

const MARK_BYTES = 16;
/** Half a year: who pays every month stays known, who moved away is forgotten. */
export const KNOWN_MILLISECONDS = 180 * 86_400_000;

const KNOWN = 'SELECT mark FROM nomor_dikenal WHERE mark = ANY($1) AND seen_at > $2';

/** Written again once a week at most: a household that looks every day costs no row each time. */
const REMEMBER = `
  INSERT INTO nomor_dikenal (mark, seen_at) SELECT unnest($1::bytea[]), $2
  ON CONFLICT (mark) DO UPDATE SET seen_at = excluded.seen_at
  WHERE nomor_dikenal.seen_at < excluded.seen_at - interval '7 days'`;

/**
 * Which number was opened from which line and which network before. What is kept is a keyed hash of the two: nobody who
 * reads the table learns who asked for whom, and without the key no list of candidates can be tried on it.
 */
@Injectable()
export class KnownNumbers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async acquaintance(ip: string, customerNumber: string): Promise<Acquaintance> {
    const since = new Date(this.clock.now() - KNOWN_MILLISECONDS);
    const [line, network] = this.marks(ip, customerNumber);
    const rows = await this.database.door<{ mark: Buffer }>(KNOWN, [[line, network], since]);
    if (rows.some(({ mark }) => mark.equals(line))) return 'LINE';
    return rows.length > 0 ? 'NETWORK' : 'NOBODY';
  }

  async remember(ip: string, customerNumber: string): Promise<void> {
    await this.database.door(REMEMBER, [this.marks(ip, customerNumber), this.clock.date()]);
  }

  private marks(ip: string, customerNumber: string): [line: Buffer, network: Buffer] {
    return [
      this.mark(`known-number\n${lineOf(ip)}\n${customerNumber}`),
      this.mark(`known-number-of-network\n${networkOf(ip)}\n${customerNumber}`),
    ];
  }

  private mark(text: string): Buffer {
    return createHmac('sha256', this.config.inquiryKey).update(text).digest().subarray(0, MARK_BYTES);
  }
}
