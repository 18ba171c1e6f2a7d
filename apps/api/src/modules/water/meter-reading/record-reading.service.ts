import { Injectable } from '@nestjs/common';
import { assessReading, type Assessment, type ObservedStand, type Period } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentUserId } from '../../../platform/context';
import { Database, SQLSTATE, sqlState, violatedConstraint, type Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { RecordReadingBody } from './dto/reading.request';
import { observedStand } from './observed-stand';
import { customerNumberOf, readablePeriod, readInstant } from './read-customer';
import { assertMayBeRead } from './readable-connection';
import { daysIn, loadBases, type CustomerBasis } from './reading-basis';
import { basisKey } from './reading-key';
import type { PricedReading } from './reading-prices';
import { readingProblem } from './refusals';
import { assertSameReading, type RecordedBefore } from './same-reading';
import { READING_SAYS } from './sentences';
import { TakenOverMonths } from './taken-over-months';

interface RecordCommand {
  readonly customerNumber: string;
  readonly usagePeriod: Period;
  readonly readAt: Date;
  readonly observed: ObservedStand;
  readonly body: RecordReadingBody;
}

export interface RecordedReading {
  readonly id: number;
  /** False when this very reading was already recorded. */
  readonly created: boolean;
}

/** What one recording inside a transaction of others came to; null for one that was already recorded. */
export interface RecordedInside extends RecordedReading {
  readonly found: { readonly assessment: Assessment; readonly priced: PricedReading } | null;
}

/**
 * Takes a stand from the field, of connections with water; of a sealed or closed one only what was read before, or has
 * to be read again.
 */
@Injectable()
export class RecordReading {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly takenOver: TakenOverMonths,
  ) {}

  async record(body: RecordReadingBody): Promise<RecordedReading> {
    const command = this.commandOf(body);
    const { id, created } = await this.unlessTaken(() =>
      this.database.transaction((tx) => this.write(tx, command)),
    );
    return { id, created };
  }

  /** As one of several: refused alone as it would be by itself, stored with the others or not at all. */
  recordIn(tx: Tx, body: RecordReadingBody): Promise<RecordedInside> {
    return this.write(tx, this.commandOf(body));
  }

  /** @throws Problem reading.duplicate when somebody else recorded the month, or used the client_id, at this moment */
  async unlessTaken<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (
        sqlState(error) === SQLSTATE.uniqueViolation &&
        violatedConstraint(error)?.startsWith('meter_reading_')
      )
        throw new Problem('reading.duplicate');
      throw error;
    }
  }

  private commandOf(body: RecordReadingBody): RecordCommand {
    const customerNumber = customerNumberOf(body.customer_number);
    const usagePeriod = readablePeriod(body.period, this.clock, '/period');
    const readAt = readInstant(body.read_at, this.clock);
    const observed = observedStand(body, {
      readAt: readAt.getTime(),
      receivedAt: this.clock.now(),
      zone: this.clock.zone,
    });
    return { customerNumber, usagePeriod, readAt, observed, body };
  }

  private async write(tx: Tx, command: RecordCommand): Promise<RecordedInside> {
    const { customerNumber, usagePeriod, readAt, observed, body } = command;
    // Recording and verifying of one customer take turns, so that no stand is counted from a reading about to change.
    const [customer] = await tx.query<{ id: number }>(
      'SELECT id FROM pelanggan WHERE customer_number = $1 FOR NO KEY UPDATE',
      [customerNumber],
    );
    if (customer === undefined) throw new Problem('customer.not_found');
    const existing = await this.existing(tx, customer.id, usagePeriod, body.client_id);
    const same = existing.find((reading) => reading.client_id === body.client_id.toLowerCase());
    if (same !== undefined) {
      assertSameReading(same, { customerId: customer.id, usagePeriod, body });
      return { id: same.id, created: false, found: null };
    }
    const taken = existing[0];
    if (taken !== undefined && taken.status !== 'REREAD')
      throw new Problem('reading.duplicate', {
        detail: READING_SAYS.readAlready(taken),
        // What is done about it is another thing for one that was billed.
        members: { existing_status: taken.status },
      });
    // The photo of a stand that is read again says nothing of the new one.
    const basis = { ...(await this.basis(tx, customer.id, usagePeriod)), samePhoto: false };
    await assertMayBeRead(tx, basis, { usagePeriod, readAt: readAt.getTime() });
    await this.takenOver.refuse(tx, { customer_id: customer.id, period: usagePeriod });
    if (basis.laterVerified)
      throw new Problem('reading.locked', {
        detail: READING_SAYS.laterVerified,
      });
    const result = assessReading(basis, observed, daysIn(this.clock.zone));
    if (!result.ok) throw readingProblem(result.reason, result.previousStand);
    const values = [
      body.client_id,
      ...assessmentValues(result.assessment),
      body.condition_code,
      readAt,
      currentUserId(),
      body.note ?? null,
      this.clock.date(),
    ];
    const id =
      taken === undefined
        ? await this.insert(tx, customer.id, usagePeriod, values)
        : await this.replace(tx, taken.id, values);
    await writeAudit(tx, {
      action: taken === undefined ? 'reading.recorded' : 'reading.read_again',
      entityType: 'meter_reading',
      entityId: id,
      after: { customer_number: customerNumber, period: usagePeriod, ...result.assessment },
    });
    const { assessment } = result;
    return {
      id,
      created: true,
      found: {
        assessment,
        priced: {
          customerId: basis.customerId,
          period: usagePeriod,
          usage: assessment.usage,
          meterSizeMm: assessment.meterSizeMm,
        },
      },
    };
  }

  private existing(
    tx: Tx,
    customerId: number,
    usagePeriod: Period,
    clientId: string,
  ): Promise<RecordedBefore[]> {
    return tx.query<RecordedBefore & object>(
      `SELECT id, client_id, customer_id, period, status, method, current_stand, condition_code, rollover, note, read_at
       FROM meter_reading
       WHERE client_id = $1 OR (customer_id = $2 AND period = $3 AND status <> 'CORRECTED')`,
      [clientId, customerId, usagePeriod],
    );
  }

  private async basis(tx: Tx, customerId: number, usagePeriod: Period): Promise<CustomerBasis> {
    const key = { customer_id: customerId, period: usagePeriod };
    const basis = (await loadBases(tx, [key], this.takenOver)).get(basisKey(key));
    if (basis === undefined) throw new Problem('customer.not_found');
    return basis;
  }

  private async insert(tx: Tx, customerId: number, usagePeriod: Period, values: unknown[]): Promise<number> {
    const row = await tx.one<{ id: number }>(
      `INSERT INTO meter_reading (client_id, meter_id, previous_stand, current_stand, usage_m3, days, method, estimate_basis,
         rollover, replaced_meter_id, severity, reasons, overestimated_m3, ceiling_m3, condition_code, read_at, read_by, note,
         received_at, customer_id, period, status)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, 'RECORDED')
       RETURNING id`,
      [...values, customerId, usagePeriod],
    );
    return row.id;
  }

  /** The answer to a request for another reading takes the place of the first one; the log keeps both. */
  private async replace(tx: Tx, id: number, values: unknown[]): Promise<number> {
    await tx.query(
      `UPDATE meter_reading SET client_id = $1, meter_id = $2, previous_stand = $3, current_stand = $4, usage_m3 = $5,
         days = $6, method = $7, estimate_basis = $8, rollover = $9, replaced_meter_id = $10, severity = $11, reasons = $12,
         overestimated_m3 = $13, ceiling_m3 = $14, condition_code = $15, read_at = $16, read_by = $17, note = $18,
         received_at = $19, status = 'RECORDED', version = version + 1
       WHERE id = $20`,
      [...values, id],
    );
    return id;
  }
}

/** In the order of the columns from `meter_id` to `ceiling_m3`. */
function assessmentValues(assessment: Assessment): unknown[] {
  return [
    assessment.meterId,
    assessment.previousStand,
    assessment.currentStand,
    assessment.usage,
    assessment.days,
    assessment.method,
    assessment.estimateBasis,
    assessment.rollover,
    assessment.replacedMeterId,
    assessment.severity,
    assessment.reasons,
    assessment.overestimated,
    assessment.ceiling,
  ];
}
