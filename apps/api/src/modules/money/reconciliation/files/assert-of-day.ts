import {
  businessDate,
  nextSettlementDay,
  previousSettlementDay,
  type SettlementReading,
} from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type { StatementCalendar } from '../calendar/settlement-calendars';

interface ReadFile {
  readonly id: number;
  readonly period: SettlementReading['file']['period'];
}

/**
 * A file is of one day of the bank; its neighbours may be in it, for what was booked around the cut-off. Without a row only
 * its head says of which days it is.
 * @throws Problem reconciliation.other_day
 */
export async function assertOfDay(
  tx: Tx,
  { id: fileId, period }: ReadFile,
  calendar: StatementCalendar,
  date: string,
): Promise<void> {
  const day = businessDate(date);
  const [other] = await tx.query<{ line: number; booked_on: string }>(
    `SELECT line, booked_on FROM berkas_rekonsiliasi_baris WHERE file_id = $1 AND booked_on NOT BETWEEN $2 AND $3
     ORDER BY line LIMIT 1`,
    [fileId, previousSettlementDay(day, calendar), nextSettlementDay(day, calendar)],
  );
  if (other !== undefined) throw new Problem('reconciliation.other_day', { members: other });
  const { own, any } = await tx.one<{ own: boolean; any: boolean }>(
    `SELECT EXISTS (SELECT FROM berkas_rekonsiliasi_baris WHERE file_id = $1 AND booked_on = $2) AS own,
       EXISTS (SELECT FROM berkas_rekonsiliasi_baris WHERE file_id = $1 AND booked_on IS NOT NULL) AS any`,
    [fileId, date],
  );
  const outside = period !== null && (date < period.from || date > period.to);
  if (any ? !own : outside) throw new Problem('reconciliation.other_day');
}
