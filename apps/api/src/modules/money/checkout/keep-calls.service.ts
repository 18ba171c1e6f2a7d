import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Jobs } from '../../../platform/jobs';
import { READING_SERVICES } from '../../bank-gateway/outbound';
import { openCase } from '../payment';
import { UNSETTLED_LIMIT } from './keep-intents.service';

interface DueCall {
  id: number;
  bank_id: number;
  intent_id: number | null;
  service: string;
  started_at: Date;
  checks: number;
}

const PAUSES_SECONDS = [5, 15, 60, 300, 900];
const BATCH = 50;

/**
 * Calls to banks whose answer was lost, or whose process died. Those that only read are over; about the others the bank
 * is asked through their checkout, whose answer settles them. None grows old without a case.
 */
@Injectable()
export class KeepCalls implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(1, 'calls to banks', () => this.tend());
  }

  async tend(): Promise<void> {
    const now = this.clock.date();
    await this.database.screen(
      `UPDATE outbound_call SET state = 'FAILED', next_check_at = NULL, error = coalesce(error, 'abandoned')
       WHERE state IN ('PENDING', 'UNKNOWN') AND next_check_at <= $1 AND service = ANY ($2)`,
      [now, READING_SERVICES],
    );
    const due = await this.database.screen<DueCall>(
      `UPDATE outbound_call SET state = 'UNKNOWN', checks = checks + 1,
         next_check_at = $1::timestamptz + make_interval(secs => ($2::int[])[least(checks + 1, ${String(PAUSES_SECONDS.length)})])
       WHERE id IN (SELECT id FROM outbound_call WHERE state IN ('PENDING', 'UNKNOWN') AND next_check_at <= $1
         ORDER BY next_check_at LIMIT ${String(BATCH)} FOR UPDATE SKIP LOCKED)
       RETURNING id, bank_id, intent_id, service, started_at, checks`,
      [now, PAUSES_SECONDS],
    );
    if (due.length === 0) return;
    const intents = due.flatMap((call) => (call.intent_id === null ? [] : [call.intent_id]));
    await this.database.screen(
      'UPDATE niat_bayar SET next_check_at = least(next_check_at, $2) WHERE id = ANY ($1) AND next_check_at IS NOT NULL',
      [intents, now],
    );
    for (const call of due) await this.openCaseWhenOld(call);
  }

  private async openCaseWhenOld(call: DueCall): Promise<void> {
    const now = this.clock.now();
    if (now - call.started_at.getTime() < UNSETTLED_LIMIT / 2) return;
    await this.database.transaction((tx) =>
      openCase(tx, {
        kind: 'CALL_UNSETTLED',
        sourceKey: `outbound_call:${String(call.id)}`,
        intentId: call.intent_id,
        detail: { bank_id: call.bank_id, service: call.service, checks: call.checks },
        openedAt: new Date(now),
      }),
    );
  }
}
