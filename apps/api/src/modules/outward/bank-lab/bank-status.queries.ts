import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { SnapTransport } from '../../bank-gateway/outbound';
import { OWN_TEST_PREFIX } from '../../bank-gateway/security';
import type { BankStatusDto, Light, OutboundState } from './dto/bank-status.dto';

interface StatusRow {
  active: boolean;
  last_success_at: Date | null;
  calls: number;
  errors: number;
  p95_us: number | null;
  let_in_at: Date | null;
  refused: number;
  last_refused_at: Date | null;
  called: boolean;
  outbound_success_at: Date | null;
  keys_expiring: number;
  open_webhooks: number;
  dead_webhooks: number;
}

const WINDOW_MILLISECONDS = 15 * 60_000;
const EXPIRY_MILLISECONDS = 24 * 3_600_000;
const AMBER_PERCENT = 5;
const RED_PERCENT = 20;

/** SNAP says with one code that the bank is not live and that an address is not known. */
const NOT_LIVE = `(t.code = 'bank.not_live' OR (t.code LIKE '403__01' AND t.response_body LIKE '%[Not Live]%'))`;

/**
 * An error is a failure of ours or a call that never got as far as the business: malformed, refused at the door, over
 * the rate. "No such customer", "paid already" and "not live yet" are answers.
 */
const ERROR = `((t.http_status >= 500 OR t.http_status IN (400, 401, 403, 405, 413, 415, 429) OR t.code = 'auth.replayed' OR t.code LIKE '409__00')
  AND NOT coalesce(${NOT_LIVE}, false))`;

const STATUS = `
  SELECT b.active,
    (SELECT t.received_at FROM payment_transaction t WHERE t.bank_id = b.id AND t.http_status < 400
       AND t.request_id NOT LIKE '${OWN_TEST_PREFIX}%'
     ORDER BY t.received_at DESC LIMIT 1) AS last_success_at,
    recent.calls, recent.errors, recent.p95_us, recent.let_in_at, door.refused, door.last_refused_at,
    EXISTS (SELECT FROM bank_outbound o WHERE o.bank_id = b.id AND o.active) AS called,
    (SELECT c.started_at FROM outbound_call c WHERE c.bank_id = b.id AND c.state = 'DONE'
     ORDER BY c.started_at DESC LIMIT 1) AS outbound_success_at,
    (SELECT count(*) FROM bank_api_key k WHERE k.bank_id = b.id AND k.status = 'ACTIVE'
       AND k.previous_valid_until BETWEEN $3 AND $4)
    + (SELECT count(*) FROM snap_partner p WHERE p.bank_id = b.id AND p.status = 'ACTIVE'
       AND p.previous_valid_until BETWEEN $3 AND $4) AS keys_expiring,
    (SELECT count(*) FROM webhook_inbox w WHERE w.bank_id = b.id AND w.state IN ('NEW', 'PARKED')) AS open_webhooks,
    (SELECT count(*) FROM webhook_inbox w WHERE w.bank_id = b.id AND w.state = 'DEAD') AS dead_webhooks
  FROM bank_integration b
  CROSS JOIN LATERAL (
    SELECT count(*) AS calls, count(*) FILTER (WHERE ${ERROR}) AS errors,
      percentile_cont(0.95) WITHIN GROUP (ORDER BY t.latency_us) AS p95_us,
      max(t.received_at) FILTER (WHERE NOT coalesce(${ERROR}, false)) AS let_in_at
    FROM payment_transaction t WHERE t.bank_id = b.id AND t.received_at >= $2 AND t.request_id NOT LIKE '${OWN_TEST_PREFIX}%'
  ) recent
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(f.refusals) FILTER (WHERE f.last_at >= $2), 0) AS refused, max(f.last_at) AS last_refused_at
    FROM bank_refusal f WHERE f.bank_id = b.id
  ) door
  WHERE b.id = $1`;

/** The light of a bank: how its calls and ours went in the last quarter of an hour. */
@Injectable()
export class BankStatusQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly transport: SnapTransport,
  ) {}

  /** @throws Problem bank.not_found */
  async of(bankId: number): Promise<BankStatusDto> {
    const now = this.clock.now();
    const [row] = await this.database.screen<StatusRow>(STATUS, [
      bankId,
      new Date(now - WINDOW_MILLISECONDS),
      new Date(now),
      new Date(now + EXPIRY_MILLISECONDS),
    ]);
    if (row === undefined) throw new Problem('bank.not_found');
    const percent = row.calls === 0 ? 0 : Math.round((row.errors / row.calls) * 1_000) / 10;
    const outbound = row.called ? this.transport.stateOf(bankId) : 'NONE';
    return {
      light: lightOf(row, percent, outbound),
      last_success_at: this.clock.textOf(row.last_success_at),
      calls_15m: row.calls,
      errors_15m: row.errors,
      refused_15m: row.refused,
      last_refused_at: this.clock.textOf(row.last_refused_at),
      only_refused: onlyRefused(row),
      error_percent: percent,
      p95_ms: row.p95_us === null ? null : Math.round(row.p95_us / 100) / 10,
      outbound: { state: outbound, last_success_at: this.clock.textOf(row.outbound_success_at) },
      keys_expiring: row.keys_expiring,
      open_webhooks: row.open_webhooks,
      dead_webhooks: row.dead_webhooks,
    };
  }
}

/**
 * Refused at the door, and nothing was let in since: a signer, key or address of the bank is wrong, or somebody uses its
 * name. A call that came in and was told "no such customer" proves the signer as well as a payment does.
 */
function onlyRefused({ refused, last_refused_at: refusedAt, let_in_at: letInAt }: StatusRow): boolean {
  return refused > 0 && refusedAt !== null && (letInAt === null || letInAt <= refusedAt);
}

function lightOf(row: StatusRow, percent: number, outbound: OutboundState): Light {
  if (!row.active) return 'GREY';
  if (percent >= RED_PERCENT || outbound === 'OPEN') return 'RED';
  if (percent >= AMBER_PERCENT || outbound === 'HALF_OPEN' || row.dead_webhooks > 0) return 'AMBER';
  // Anybody can forge a key id, hence never RED by refusals alone.
  if (onlyRefused(row)) return 'AMBER';
  return row.last_success_at === null ? 'GREY' : 'GREEN';
}
