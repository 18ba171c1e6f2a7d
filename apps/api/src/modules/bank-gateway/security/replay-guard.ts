import { Injectable } from '@nestjs/common';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { anotherAtWork, batchesWrite, sawAnotherAtWork } from '../../../platform/batches';
import { Clock } from '../../../platform/clock';
import { Database, isFaultOfRow } from '../../../platform/database';

export type Admission = 'ADMITTED' | 'REPLAYED' | 'RATE_LIMITED';

interface Waiting {
  readonly bankId: number;
  readonly ratePerSecond: number;
  readonly keyId: number;
  readonly requestId: string;
  readonly settle: (admission: Admission) => void;
  readonly fail: (error: unknown) => void;
}

const MAX_BATCH = 256;
/** Less than a batch of payments takes: who is let in meanwhile would only wait for its end. */
const COMPANY_MILLISECONDS = 2;
const ADMIT = `
  WITH asked AS (
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[]) AS a(bank_id, key_id, request_id)
  ), rate AS (
    INSERT INTO bank_rate AS r (bank_id, second, calls)
    SELECT bank_id, $5, count(*) FROM asked GROUP BY bank_id ORDER BY bank_id
    ON CONFLICT (bank_id, second) DO UPDATE SET calls = r.calls + excluded.calls
    RETURNING bank_id, calls
  ), fresh AS (
    INSERT INTO bank_nonce (key_id, request_id, seen_at)
    SELECT DISTINCT ON (key_id, request_id) key_id, request_id, $4::timestamptz FROM asked ORDER BY key_id, request_id
    ON CONFLICT DO NOTHING
    RETURNING key_id, request_id
  )
  -- Named only when there is a repetition among them.
  SELECT CASE WHEN (SELECT count(*) FROM fresh) < cardinality($3) THEN (SELECT coalesce(json_agg(fresh), '[]') FROM fresh) END AS fresh,
    (SELECT json_agg(rate) FROM rate) AS rate`;

/**
 * Remembers request ids and counts calls per bank in PostgreSQL, shared by all replicas. Calls that arrive while a
 * write is under way travel together in the next one: one round trip for many, and no row that every call fights for.
 */
@Injectable()
export class ReplayGuard {
  private waiting: Waiting[] = [];
  private writing = false;
  /** Calls of each bank counted by this process in one second. */
  private readonly own = { second: 0, calls: new Map<number, number>() };

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  admit(call: {
    bankId: number;
    ratePerSecond: number;
    keyId: number;
    requestId: string;
  }): Promise<Admission> {
    return new Promise((settle, fail) => {
      this.waiting.push({ ...call, settle, fail });
      if (!this.writing) void this.write();
    });
  }

  private async write(): Promise<void> {
    this.writing = true;
    // All that this turn of the event loop reads from the sockets, and not only the first of it.
    await turn();
    while (this.waiting.length > 0) {
      // While payments are written their banks' next calls come in one after the other: one transaction for all of them.
      if (batchesWrite()) await pause(COMPANY_MILLISECONDS);
      const batch = this.waiting.splice(0, MAX_BATCH);
      await this.writeOrHalve(batch);
    }
    this.writing = false;
  }

  /** Calls of many banks travel together; one that cannot be written must not refuse the others. */
  private async writeOrHalve(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.writeBatch(batch);
    } catch (error) {
      if (!isFaultOfRow(error) || batch.length === 1) {
        // Whoever waits behind would meet the same: it is told now, and not after another wait.
        const behind = isFaultOfRow(error) ? [] : this.waiting.splice(0);
        for (const call of [...batch, ...behind]) call.fail(error);
        return;
      }
      const half = Math.ceil(batch.length / 2);
      await this.writeOrHalve(batch.slice(0, half));
      await this.writeOrHalve(batch.slice(half));
    }
  }

  private async writeBatch(batch: readonly Waiting[]): Promise<void> {
    const now = this.clock.now();
    const second = Math.floor(now / 1000);
    const [row] = await this.database.admitPrepared<{
      fresh: { key_id: number; request_id: string }[] | null;
      rate: { bank_id: number; calls: number }[] | null;
    }>('admit_bank_calls', ADMIT, [
      batch.map((call) => call.bankId),
      batch.map((call) => call.keyId),
      batch.map((call) => call.requestId),
      new Date(now),
      second,
    ]);
    const fresh =
      row?.fresh && new Set(row.fresh.map((nonce) => `${String(nonce.key_id)} ${nonce.request_id}`));
    const calls = new Map((row?.rate ?? []).map((rate) => [rate.bank_id, rate.calls]));
    this.lookForOthers(second, batch, calls);
    for (const call of batch) {
      if ((calls.get(call.bankId) ?? 0) > call.ratePerSecond) call.settle('RATE_LIMITED');
      // Of two calls with one nonce in the same batch, exactly one takes it.
      else if (fresh === null || fresh?.delete(`${String(call.keyId)} ${call.requestId}`) === true)
        call.settle('ADMITTED');
      else call.settle('REPLAYED');
    }
  }

  /** What all processes counted, beside what this one did, tells for nothing whether another is at work. */
  private lookForOthers(second: number, batch: readonly Waiting[], all: ReadonlyMap<number, number>): void {
    if (this.own.second !== second) this.own.calls.clear();
    this.own.second = second;
    for (const { bankId } of batch) this.own.calls.set(bankId, (this.own.calls.get(bankId) ?? 0) + 1);
    for (const [bankId, calls] of all)
      if (anotherAtWork(calls, this.own.calls.get(bankId) ?? 0)) sawAnotherAtWork();
  }
}
