import { Injectable } from '@nestjs/common';
import {
  correctExchange,
  correctStand,
  type CorrectableReading,
  type CorrectedReading,
  type ExchangeCorrection,
  type ExchangeStands,
  type Period,
  type StandCorrection,
} from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import type { Database, Tx } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { Problem, type Sentence } from '../../../platform/problem';
import { PutExchangeRight } from '../customers';
import { recountReadings } from './recount-readings';
import { READING_SAYS } from './sentences';
import { standChain, type ChainRow, type ReplacedReading } from './stand-chain';
import { TakenOverMonths } from './taken-over-months';
import { selectReadings, type StoredReading } from './verifiable-reading';

/** The stand that was read wrongly, or the two of the exchange that its usage was counted over. */
export type ReadingToCorrect = {
  readonly customerId: number;
  readonly readingId: number;
} & ({ readonly currentStand: number } | { readonly exchange: ExchangeStands });

interface CorrectedBy {
  readonly userId: number;
  readonly reason: string;
}

/**
 * A verified stand that was wrong, or one of an exchange it was counted over: it and whatever was counted from it get other rows in their places, in the transaction
 * of the two people's decision. What was billed on them is for whoever asked.
 */
@Injectable()
export class CorrectReadings {
  constructor(
    private readonly clock: Clock,
    private readonly events: DomainEvents,
    private readonly takenOver: TakenOverMonths,
    private readonly exchanges: PutExchangeRight,
  ) {}

  /**
   * Every reading that changes, oldest first, with the figures it would have.
   * @throws Problem reading.not_correctable, naming the month that contradicts the new stand
   */
  async changes(source: Tx | Database, wish: ReadingToCorrect): Promise<readonly CorrectedReading[]> {
    return this.changesOf(await standChain(source, wish.customerId, this.clock.zone), wish);
  }

  private changesOf(rows: readonly ChainRow[], wish: ReadingToCorrect): readonly CorrectedReading[] {
    const chain = rows.map(correctable);
    const id = wish.readingId;
    if ('exchange' in wish) {
      const result = correctExchange(chain, { id, ...wish.exchange });
      if (result.ok) return result.changed;
      throw exchangeRefused(result.reason);
    }
    const result = correctStand(chain, { id, currentStand: wish.currentStand });
    if (result.ok) return result.changed;
    throw new Problem('reading.not_correctable', {
      members: { reason: result.reason, period: result.period },
      errors: [
        {
          pointer: '/current_stand',
          code: result.reason.toLowerCase(),
          message: whyNot(result.reason, result.period),
        },
      ],
    });
  }

  /** Under the lock of the customer. Drafts of months without a bill are written by whoever listens. */
  async apply(tx: Tx, wish: ReadingToCorrect, by: CorrectedBy): Promise<readonly ReplacedReading[]> {
    const chain = await standChain(tx, wish.customerId, this.clock.zone);
    const changed = this.changesOf(chain, wish);
    const ids = changed.map(({ id }) => id);
    await tx.query(
      "UPDATE meter_reading SET status = 'CORRECTED', version = version + 1 WHERE id = ANY ($1)",
      [ids],
    );
    // Now, while what was counted over it is set aside and nothing has its place yet.
    const former = 'exchange' in wish ? chain.find(({ id }) => id === wish.readingId) : undefined;
    if ('exchange' in wish && former !== undefined)
      await this.exchanges.apply(tx, { ...wish.exchange, ...by, customerId: wish.customerId, over: former });
    const rows = await tx.query<{ id: number; replaces_id: number }>(
      `INSERT INTO meter_reading (client_id, customer_id, meter_id, period, previous_stand, current_stand, usage_m3, days,
         method, estimate_basis, condition_code, rollover, replaced_meter_id, severity, reasons, status, read_at, read_by,
         received_at, overestimated_m3, ceiling_m3, replaces_id, settled_by,
         former_removed_stand, former_installed_stand)
       SELECT gen_random_uuid(), was.customer_id, was.meter_id, was.period, n.previous_stand, n.current_stand, n.usage_m3,
         was.days, n.method, CASE WHEN n.method = 'ESTIMATED' THEN was.estimate_basis END,
         CASE WHEN n.method = 'ESTIMATED' THEN was.condition_code ELSE 'NORMAL' END, n.rollover, was.replaced_meter_id,
         was.severity, was.reasons, 'VERIFIED', was.read_at, was.read_by, $7, n.overestimated_m3, was.ceiling_m3, was.id,
         CASE WHEN n.method = 'DERIVED' THEN was.settled_by END,
         coalesce($9, gone.removed_stand), CASE WHEN gone.id IS NOT NULL THEN coalesce($10, hung.installed_stand) END
       FROM unnest($1::bigint[], $2::int[], $3::int[], $4::int[], $5::text[], $6::boolean[], $8::int[])
         AS n (id, previous_stand, current_stand, usage_m3, method, rollover, overestimated_m3)
       JOIN meter_reading was ON was.id = n.id
       JOIN meter hung ON hung.id = was.meter_id LEFT JOIN meter gone ON gone.id = was.replaced_meter_id
       ORDER BY was.period RETURNING id, replaces_id`,
      [
        ids,
        changed.map(({ previousStand }) => previousStand),
        changed.map(({ currentStand }) => currentStand),
        changed.map(({ usage }) => usage),
        changed.map(({ method }) => method),
        changed.map(({ rollover }) => rollover),
        this.clock.date(),
        changed.map(({ overestimated }) => overestimated),
        former?.removed_stand ?? null,
        former?.installed_stand ?? null,
      ],
    );
    await this.events.raise(tx, 'reading.verified', { readingIds: rows.map(({ id }) => id) });
    await this.recountWaiting(tx, wish.customerId);
    return rows.map(({ id, replaces_id: before }) => ({ customerId: wish.customerId, before, after: id }));
  }

  private async recountWaiting(tx: Tx, customerId: number): Promise<void> {
    const waiting = await tx.query<StoredReading & Record<string, unknown>>(
      `${selectReadings(2)} WHERE customer_id = $1 AND status IN ('RECORDED', 'REREAD') ORDER BY id FOR NO KEY UPDATE`,
      [customerId, this.clock.zone],
    );
    await recountReadings(tx, waiting, { zone: this.clock.zone, takenOver: this.takenOver });
  }
}

function exchangeRefused(reason: Extract<ExchangeCorrection, { ok: false }>['reason']): Problem {
  return new Problem('reading.not_correctable', {
    members: { reason },
    errors: [
      {
        pointer: reason === 'INSTALLED_ABOVE_CURRENT' ? '/installed_stand' : '/removed_stand',
        code: reason.toLowerCase(),
        message: READING_SAYS.exchangeNotCorrectable[reason],
      },
    ],
  });
}

function whyNot(reason: Extract<StandCorrection, { ok: false }>['reason'], period: Period | null): Sentence {
  if (reason === 'CONTRADICTS') return READING_SAYS.contradicts(period ?? '');
  if (reason === 'ABOVE_REMOVED_STAND') return READING_SAYS.aboveRemovedStand(period ?? '');
  return READING_SAYS.notCorrectable[reason];
}

function correctable(row: ChainRow): CorrectableReading {
  return {
    id: row.id,
    period: row.period,
    method: row.method,
    previousStand: row.previous_stand,
    currentStand: row.current_stand,
    usage: row.usage_m3,
    days: row.days,
    rollover: row.rollover,
    digits: row.digits,
    removedStand: row.own_removed_stand,
    ...(row.replaced_meter_id === null
      ? {}
      : {
          replacement: {
            removedStand: row.removed_stand ?? row.previous_stand,
            installedStand: row.installed_stand,
            removedDigits: row.removed_digits ?? row.digits,
          },
        }),
  };
}
