import { Injectable } from '@nestjs/common';
import { promiseKeptUntil, type BusinessDate } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import type { Tx } from '../../../../platform/database';
import { PROMISED_UNTIL } from './waiver-offers';

/** The programme whose days hold the payment, and whether another one has promised the bill something since. */
const PROMISED = `
  SELECT j.programme_id, j.bill_id, ${PROMISED_UNTIL} AS until_day,
    -- those of the past never hold a day of the promise itself (law I84)
    (SELECT min(o.valid_from) FROM pemutihan_jatah h JOIN program_pemutihan o ON o.id = h.programme_id
      WHERE h.bill_id = j.bill_id AND h.programme_id <> j.programme_id AND o.last_day >= o.valid_from
        AND o.last_day >= $2::date) AS next_from
  FROM pemutihan_jatah j JOIN program_pemutihan w ON w.id = j.programme_id
  WHERE j.bill_id = ANY ($1) AND w.valid_from <= $2::date AND ${PROMISED_UNTIL} >= $2::date ORDER BY j.bill_id`;

/**
 * Who paid in time, and owes again because we took the payment back, keeps what was forgiven for the days there always are.
 * Nothing is promised by two programmes on one day: from the first day of another one that promises the bill, that one holds.
 */
@Injectable()
export class KeepPromises {
  constructor(private readonly clock: Clock) {}

  /**
   * Under the locks of the customer and the bills.
   * @param billIds bills whose payment was forgiven something
   * @param paidOn the day of that payment
   */
  async afterReversal(tx: Tx, billIds: readonly number[], paidOn: BusinessDate): Promise<void> {
    if (billIds.length === 0) return;
    const reversedOn = this.clock.businessDate();
    const rows = await tx.query<{
      programme_id: number;
      bill_id: number;
      until_day: BusinessDate;
      next_from: BusinessDate | null;
    }>(PROMISED, [billIds, paidOn]);
    const kept = rows.flatMap(({ next_from: next, until_day: promised, ...row }) => {
      const until = promiseKeptUntil(promised, reversedOn, next);
      return until === null ? [] : [{ ...row, until }];
    });
    if (kept.length === 0) return;
    await tx.query(
      `INSERT INTO pemutihan_perpanjangan (programme_id, bill_id, until_day, created_at)
       SELECT k.programme_id, k.bill_id, k.until_day, $4
       FROM unnest($1::bigint[], $2::bigint[], $3::date[]) AS k (programme_id, bill_id, until_day) ORDER BY k.bill_id`,
      [
        kept.map((row) => row.programme_id),
        kept.map((row) => row.bill_id),
        kept.map(({ until }) => until),
        this.clock.date(),
      ],
    );
    await writeAudit(tx, {
      action: 'waiver.kept',
      entityType: 'program_pemutihan',
      entityId: kept[0]?.programme_id ?? null,
      after: { bills: kept.map((row) => row.bill_id), until_day: kept[0]?.until },
    });
  }
}
