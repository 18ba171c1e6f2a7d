import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { Database, SQLSTATE, sqlState, type RowOf } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type { BankReference } from '../entities/bank-reference.entity';

/** What a bank's reference stands for. */
export type ReferenceState = RowOf<BankReference, 'outcome' | 'paymentId' | 'answer'> & {
  /** Read out of JSON; `answer` is as it was answered, byte for byte, and null for a tombstone. */
  readonly reversed_at: string | null;
};

/** What became of a reference. Waits for a posting in flight under it, so that "not found" is never a race. */
@Injectable()
export class PaymentLookup {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** True once the reference was posted, reversed or tombstoned. */
  async isBound(bankId: number, reference: string): Promise<boolean> {
    return (await this.find(bankId, reference)) !== null;
  }

  /** The posted answer with its present status. @throws Problem payment.not_found */
  async status(bankId: number, reference: string): Promise<string> {
    const state = await this.find(bankId, reference);
    if (state?.answer == null) throw new Problem('payment.not_found');
    if (state.reversed_at === null) return state.answer;
    return JSON.stringify({
      ...(JSON.parse(state.answer) as Record<string, unknown>),
      status: 'REVERSED',
      reversed_at: this.clock.text(Date.parse(state.reversed_at)),
    });
  }

  /** @throws Problem payment.in_progress when another call holds the reference for too long */
  async find(bankId: number, reference: string): Promise<ReferenceState | null> {
    try {
      const [row] = await this.database.readPrepared<{ state: ReferenceState | null }>(
        'read_reference',
        'SELECT lock_reference($1, $2) AS state',
        [bankId, reference],
      );
      return row?.state ?? null;
    } catch (error) {
      if (sqlState(error) === SQLSTATE.lockNotAvailable)
        throw new Problem('payment.in_progress', { retryAfter: 1 });
      throw error;
    }
  }
}
