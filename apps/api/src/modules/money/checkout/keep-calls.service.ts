import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Jobs } from '../../../platform/jobs';
import { OutboundCallLog, type DoubtfulCall } from '../../bank-gateway/outbound';
import { CASES } from './checkout-cases';
import { UNSETTLED_LIMIT } from './keep-checkouts.service';

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
    private readonly calls: OutboundCallLog,
  ) {}

  onModuleInit(): void {
    this.jobs.every(1, 'calls to banks', () => this.tend());
  }

  async tend(): Promise<void> {
    const now = this.clock.date();
    await this.calls.dropLostQuestions(now);
    const due = await this.calls.takeDoubtful(now, PAUSES_SECONDS, BATCH);
    if (due.length === 0) return;
    const checkouts = due.flatMap((call) => (call.intent_id === null ? [] : [call.intent_id]));
    await this.database.writeAside(
      'UPDATE niat_bayar SET next_check_at = least(next_check_at, $2) WHERE id = ANY ($1) AND next_check_at IS NOT NULL',
      [checkouts, now],
    );
    for (const call of due) await this.openCaseWhenOld(call);
  }

  private async openCaseWhenOld(call: DoubtfulCall): Promise<void> {
    const now = this.clock.now();
    if (now - call.started_at.getTime() < UNSETTLED_LIMIT / 2) return;
    await this.database.transaction((tx) =>
      CASES.open(tx, {
        kind: 'CALL_UNSETTLED',
        subjectId: call.id,
        checkoutId: call.intent_id,
        detail: { bank_id: call.bank_id, service: call.service, checks: call.checks },
        openedAt: new Date(now),
        standing: true,
      }),
    );
  }
}
