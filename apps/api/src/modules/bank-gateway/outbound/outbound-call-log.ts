import { Injectable } from '@nestjs/common';
import { maskName } from '@tirtapay/domain';
import { randomInt } from 'node:crypto';
import { Clock } from '../../../platform/clock';
import { Database, storableText, type RowOf } from '../../../platform/database';
import { READING_SERVICES } from './snap-services';
import type { OutboundCall } from './entities/bank-outbound.entity';

export interface OutboundCallStart {
  readonly bankId: number;
  readonly checkoutId: number | null;
  readonly service: string;
  readonly body: string;
}

export interface OutboundCallEnd {
  readonly state: 'DONE' | 'FAILED' | 'UNKNOWN';
  readonly httpStatus: number | null;
  readonly responseCode: string | null;
  readonly body: string | null;
  readonly error: string | null;
  readonly latencyUs: number;
}

/** A call of which nobody knows whether the bank carried it out. */
export type DoubtfulCall = RowOf<
  OutboundCall,
  'id' | 'bankId' | 'intentId' | 'service' | 'startedAt' | 'checks'
>;

const MAX_BODY = 4_000;
/** A call that is still PENDING then belongs to a process that died: the janitor asks the bank what came of it. */
const ABANDONED_MILLISECONDS = 15_000;
const FIRST_CHECK_MILLISECONDS = 5_000;

/** Every call to a bank is a row before it leaves, so that a crash in between is seen. */
@Injectable()
export class OutboundCallLog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** X-EXTERNAL-ID must be digits to every bank, and unique per day. */
  newExternalId(): string {
    return `${String(this.clock.now())}${String(randomInt(1_000_000)).padStart(6, '0')}`;
  }

  async begin(call: OutboundCallStart, externalId: string): Promise<number> {
    const now = this.clock.now();
    const [row] = await this.database.writeAside<{ id: number }>(
      `INSERT INTO outbound_call (bank_id, intent_id, service, external_id, state, request_body, started_at, next_check_at)
       VALUES ($1, $2, $3, $4, 'PENDING', $5, $6, $7) RETURNING id`,
      [
        call.bankId,
        call.checkoutId,
        call.service,
        externalId,
        masked(call.body),
        new Date(now),
        new Date(now + ABANDONED_MILLISECONDS),
      ],
    );
    if (row === undefined) throw new Error('the call could not be written down, so it is not made');
    return row.id;
  }

  async end(id: number, end: OutboundCallEnd): Promise<void> {
    const nextCheck = end.state === 'UNKNOWN' ? new Date(this.clock.now() + FIRST_CHECK_MILLISECONDS) : null;
    // The janitor may have settled it meanwhile; DONE and FAILED are final.
    await this.database.writeAside(
      `UPDATE outbound_call SET state = $2, http_status = $3, response_code = $4, response_body = $5, error = $6, latency_us = $7,
         next_check_at = $8 WHERE id = $1 AND state IN ('PENDING', 'UNKNOWN')`,
      [
        id,
        end.state,
        end.httpStatus,
        end.responseCode,
        masked(end.body),
        end.error === null ? null : storableText(end.error).slice(0, 500),
        end.latencyUs,
        nextCheck,
      ],
    );
  }

  /** What the bank was asked about a checkout settles its calls that were left in doubt. */
  async settle(checkoutId: number, services: readonly string[], state: 'DONE' | 'FAILED'): Promise<void> {
    await this.database.writeAside(
      `UPDATE outbound_call SET state = $3, next_check_at = NULL WHERE intent_id = $1 AND service = ANY ($2)
         AND (state = 'UNKNOWN' OR (state = 'PENDING' AND next_check_at <= $4))`,
      [checkoutId, services, state, this.clock.date()],
    );
  }

  /** A question whose answer is lost needs no answer: it is asked again when somebody wants to know. */
  async dropLostQuestions(at: Date): Promise<void> {
    await this.database.writeAside(
      `UPDATE outbound_call SET state = 'FAILED', next_check_at = NULL, error = coalesce(error, 'abandoned')
       WHERE state IN ('PENDING', 'UNKNOWN') AND next_check_at <= $1 AND service = ANY ($2)`,
      [at, READING_SERVICES],
    );
  }

  /**
   * Calls whose outcome is to be looked up now, at most `limit`; each is due again after the pause of its attempt.
   * @param pausesSeconds the pause after the first, second, … look; the last one repeats
   */
  takeDoubtful(at: Date, pausesSeconds: readonly number[], limit: number): Promise<DoubtfulCall[]> {
    return this.database.writeAside<DoubtfulCall & Record<string, unknown>>(
      `UPDATE outbound_call SET state = 'UNKNOWN', checks = checks + 1,
         next_check_at = $1::timestamptz + make_interval(secs => ($2::int[])[least(checks + 1, cardinality($2::int[]))])
       WHERE id IN (SELECT id FROM outbound_call WHERE state IN ('PENDING', 'UNKNOWN') AND next_check_at <= $1
         ORDER BY next_check_at LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING id, bank_id, intent_id, service, started_at, checks`,
      [at, pausesSeconds, limit],
    );
  }
}

/** No tokens and no whole names in the log. */
function masked(body: string | null): string | null {
  if (body === null) return null;
  return storableText(body.slice(0, MAX_BODY))
    .replaceAll(/("accessToken"\s*:\s*")[^"]*/g, '$1…')
    .replaceAll(
      // it ends with its quote, or with the body that is cut in the middle of it
      /("virtualAccountName"\s*:\s*")((?:[^"\\]|\\.)*)(?:"|\\?$)/g,
      (_, label: string, name: string) => `${label}${maskName(name)}"`,
    )
    .replaceAll(/("virtualAccount(?:Phone|Email)"\s*:\s*")[^"]*/g, '$1…');
}
