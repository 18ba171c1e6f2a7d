import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../../api/src/platform/database';
import type { DemoReading } from '../plan/demo-readings';

/**
 * The readings of one month, the decisions on those that were looked at.
 * @returns ids of the verified ones, which now want their bills
 */
export async function writeReadings(tx: Tx, readings: readonly DemoReading[]): Promise<number[]> {
  const written = await tx.query<{ id: number; status: string }>(
    `INSERT INTO meter_reading (client_id, customer_id, meter_id, period, previous_stand, current_stand, usage_m3, days, method,
       estimate_basis, condition_code, rollover, severity, reasons, status, read_at, read_by, note, received_at, created_at)
     SELECT r.client_id, c.id, m.id, r.period, r.previous, r.current, r.usage, r.days, r.method, r.basis, r.condition,
       r.rollover, r.severity, string_to_array(r.reasons, ','), r.status, r.read_at, u.id, r.note, r.read_at, r.read_at
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::int[], $6::int[], $7::int[], $8::text[], $9::text[],
       $10::text[], $11::boolean[], $12::text[], $13::text[], $14::text[], $15::timestamptz[], $16::text[])
       AS r (client_id, number, period, previous, current, usage, days, method, basis, condition, rollover, severity, reasons,
         status, read_at, note)
     JOIN pelanggan c ON c.customer_number = r.number
     JOIN meter m ON m.customer_id = c.id AND m.removed_on IS NULL
     JOIN pengguna u ON u.username = 'petugas'
     RETURNING id, status`,
    [
      readings.map(() => randomUUID()),
      readings.map((reading) => reading.customer.number),
      readings.map((reading) => reading.period),
      readings.map((reading) => reading.previousStand),
      readings.map((reading) => reading.currentStand),
      readings.map((reading) => reading.usage),
      readings.map((reading) => reading.days),
      readings.map((reading) => reading.method),
      readings.map((reading) => reading.basis),
      readings.map((reading) => reading.condition),
      readings.map((reading) => reading.rollover),
      readings.map((reading) => reading.severity),
      readings.map((reading) => reading.reasons.join(',')),
      readings.map((reading) => reading.status),
      readings.map((reading) => new Date(reading.readAt)),
      readings.map((reading) => reading.note),
    ],
  );
  const verified = written.filter((row) => row.status === 'VERIFIED').map((row) => row.id);
  await tx.query(
    `INSERT INTO verification (reading_id, decision, decided_by, decided_at, severity, reasons, note)
     SELECT r.id, 'VERIFY', u.id, r.read_at + interval '2 hours', r.severity, r.reasons, r.note
     FROM meter_reading r JOIN pengguna u ON u.username = 'admin' WHERE r.id = ANY ($1)`,
    [verified],
  );
  return verified;
}
