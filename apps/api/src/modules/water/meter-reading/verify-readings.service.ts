import { Injectable } from '@nestjs/common';
import type { VerificationStep } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { currentUserId } from '../../../platform/context';
import type { Tx } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { ReadingPrices } from './reading-prices';
import { recountReadings } from './recount-readings';
import { SettleGaps, type SettledReadings } from './settle-gaps.service';
import type { VerifyRefusal } from './refusals';
import { TakenOverMonths } from './taken-over-months';
import { judgeReadings, selectReadings, type JudgedReading, type StoredReading } from './verifiable-reading';

interface Decision {
  readonly decision: VerificationStep;
  readonly note: string | null;
  readonly batchId: string | null;
}

/** Refusals that say: the stored figures are not those of today. */
const OUTDATED: ReadonlySet<VerifyRefusal> = new Set(['STALE', 'NEGATIVE', 'IMPOSSIBLE']);

/** Null: a first look decides nothing yet. */
const STATUS_AFTER = { VERIFY: 'VERIFIED', REREAD: 'REREAD', LOOKED: null } as const;

/** The writes every decision about readings is made of, for one reading or for thousands. */
@Injectable()
export class VerifyReadings {
  constructor(
    private readonly clock: Clock,
    private readonly events: DomainEvents,
    private readonly prices: ReadingPrices,
    private readonly gaps: SettleGaps,
    private readonly takenOver: TakenOverMonths,
  ) {}

  /** Locks customers, then their readings, each in id order, and says what may be verified. */
  async lock(tx: Tx, ids: readonly number[], hasNote: boolean): Promise<JudgedReading[]> {
    await tx.query(
      `SELECT FROM pelanggan WHERE id IN (SELECT customer_id FROM meter_reading WHERE id = ANY ($1))
       ORDER BY id FOR NO KEY UPDATE`,
      [ids],
    );
    const readings = await tx.query<StoredReading>(
      `${selectReadings(2)} WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE`,
      [ids, this.clock.zone],
    );
    return this.judge(tx, readings, hasNote);
  }

  judge(source: Parameters<typeof judgeReadings>[0], readings: readonly StoredReading[], hasNote: boolean) {
    return judgeReadings(source, readings, {
      zone: this.clock.zone,
      prices: this.prices,
      takenOver: this.takenOver,
      hasNote,
    });
  }

  /** Verifies locked, judged readings; their draft bills are written by whoever listens, in this transaction. */
  async verify(
    tx: Tx,
    readings: readonly StoredReading[],
    by: { readonly note: string | null; readonly batchId: string | null },
  ): Promise<void> {
    if (readings.length === 0) return;
    // A true stand settles the estimates and the missed months before it first: then its own usage is that of its month.
    const settled = await this.gaps.settle(tx, readings);
    await this.decide(tx, readings, { decision: 'VERIFY', ...by });
    await this.events.raise(tx, 'reading.verified', {
      readingIds: [...settled.missed, ...readings.map((reading) => reading.id)],
    });
    if (settled.replaced.length > 0) await this.events.raise(tx, 'reading.settled', settled);
    await this.recountWaiting(tx, readings);
  }

  /** Writes the decision and the status it leads to. */
  async decide(tx: Tx, readings: readonly StoredReading[], decision: Decision): Promise<void> {
    const ids = readings.map((reading) => reading.id);
    await tx.query(
      'UPDATE meter_reading SET status = coalesce($2, status), version = version + 1 WHERE id = ANY ($1)',
      [ids, STATUS_AFTER[decision.decision]],
    );
    await tx.query(
      `INSERT INTO verification (reading_id, decision, decided_by, decided_at, severity, reasons, usage_m3, note, batch_id)
       SELECT r.id, $2, $3, $4, r.severity, r.reasons, r.usage_m3, $5, $6 FROM meter_reading r WHERE r.id = ANY ($1) ORDER BY r.id`,
      [ids, decision.decision, currentUserId(), this.clock.date(), decision.note, decision.batchId],
    );
  }

  /** Readings of later periods that wait already are counted from the newly verified stand now. */
  private async recountWaiting(tx: Tx, verified: readonly StoredReading[]): Promise<void> {
    const waiting = await tx.query<StoredReading>(
      `${selectReadings(2)} WHERE customer_id = ANY ($1) AND status IN ('RECORDED', 'REREAD') ORDER BY id FOR NO KEY UPDATE`,
      [verified.map((reading) => reading.customer_id), this.clock.zone],
    );
    await recountReadings(tx, waiting, { zone: this.clock.zone, takenOver: this.takenOver });
  }

  /** Readings whose basis changed under them show their new figures from now on. */
  async refreshOutdated(tx: Tx, judged: readonly JudgedReading[]): Promise<void> {
    const outdated = judged.filter(({ refusal }) => refusal !== null && OUTDATED.has(refusal));
    await recountReadings(
      tx,
      outdated.map(({ reading }) => reading),
      { zone: this.clock.zone, takenOver: this.takenOver },
    );
  }
}

declare module '../../../platform/events/domain-events' {
  interface DomainEventMap {
    'reading.verified': { readonly readingIds: readonly number[] };
    /** Estimates a true reading has replaced; after `reading.verified`, so that the bill of that reading exists. */
    'reading.settled': SettledReadings;
  }
}
