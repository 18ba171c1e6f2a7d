import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { SnapRefusal, type AnsweringService } from './snap-refusal';

/** One round trip: counts the call of the bank, and takes the external id unless the bank is over its rate. */
const ADMIT = `
  WITH rate AS (
    INSERT INTO bank_rate AS r (bank_id, second, calls) VALUES ($1, $2, 1)
    ON CONFLICT (bank_id, second) DO UPDATE SET calls = r.calls + 1
    RETURNING calls
  ), fresh AS (
    INSERT INTO snap_external_id (partner_id, service, external_id, day, seen_at)
    SELECT $3::bigint, $4::text, $5::text, $6::date, $7::timestamptz FROM rate WHERE calls <= $8::int AND $5::text IS NOT NULL
    ON CONFLICT DO NOTHING
    RETURNING 1
  )
  SELECT calls, EXISTS (SELECT FROM fresh) AS fresh FROM rate`;

export interface SnapArrival {
  readonly bank: { readonly id: number; readonly ratePerSecond: number };
  readonly partnerId: number;
  readonly service: AnsweringService;
  /** Null for a token request, which has none. */
  readonly externalId: string | null;
  /** X-TIMESTAMP as sent: its calendar day, in its own offset, is the day the external id is unique in. */
  readonly timestamp: string;
}

/** Counts calls with those of the native API, and remembers external ids in PostgreSQL for all replicas. */
@Injectable()
export class SnapAdmission {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws SnapRefusal 429xx00 over the bank's rate, 409xx00 for an external id used before on its day */
  async admit({ bank, partnerId, service, externalId, timestamp }: SnapArrival): Promise<void> {
    const now = this.clock.now();
    const [row] = await this.database.admitPrepared<{ calls: number; fresh: boolean }>(
      'admit_snap_call',
      ADMIT,
      [
        bank.id,
        Math.floor(now / 1000),
        partnerId,
        service,
        externalId,
        timestamp.slice(0, 'yyyy-MM-dd'.length),
        new Date(now),
        bank.ratePerSecond,
      ],
    );
    if (row === undefined || row.calls > bank.ratePerSecond)
      throw new SnapRefusal('tooManyRequests', { retryAfter: 1 });
    if (externalId !== null && !row.fresh) throw new SnapRefusal('conflict');
  }
}
