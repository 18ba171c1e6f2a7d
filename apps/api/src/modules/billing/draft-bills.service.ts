import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  billNumber,
  composeBill,
  MissingMeterCharge,
  selectVersion,
  type ComposedBill,
  type Period,
} from '@tirtapay/domain';
import type { Tx } from '../../platform/database';
import { DomainEvents } from '../../platform/events';
import { Problem } from '../../platform/problem';
import { TariffCatalogue, type CataloguedVersion } from '../tariffs';
import { dueDay } from './due-day';

interface VerifiedReading {
  id: number;
  customer_id: number;
  customer_number: string;
  tariff_id: number;
  period: Period;
  previous_stand: number;
  current_stand: number;
  usage_m3: number;
  size_mm: number;
}

interface Draft {
  readonly reading: VerifiedReading;
  readonly version: CataloguedVersion;
  readonly bill: ComposedBill;
}

/** Bills per statement: past this, longer arrays no longer gain anything. */
const CHUNK = 1_000;

// The reading's own meter decides the size; a bill that exists already (a repetition) is left alone.
const READ = `
  SELECT r.id, r.customer_id, c.customer_number, c.tariff_id, r.period, r.previous_stand, r.current_stand, r.usage_m3, m.size_mm
  FROM meter_reading r
  JOIN pelanggan c ON c.id = r.customer_id
  JOIN meter m ON m.id = r.meter_id
  WHERE r.id = ANY ($1) AND r.status = 'VERIFIED'
    AND NOT EXISTS (SELECT FROM tagihan b WHERE b.customer_id = r.customer_id AND b.period = r.period AND b.state <> 'CANCELLED')
  ORDER BY r.id`;

const WRITE = `
  WITH bills AS (
    INSERT INTO tagihan (bill_number, customer_id, period, reading_id, tariff_version_id, meter_size_mm, previous_stand,
      current_stand, usage_m3, water_amount, fixed_amount, principal, due_date, state)
    SELECT d.*, 'DRAFT' FROM unnest($1::text[], $2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::int[], $7::int[],
      $8::int[], $9::int[], $10::bigint[], $11::bigint[], $12::bigint[], $13::date[]) AS d
    ON CONFLICT DO NOTHING
    RETURNING id, reading_id
  ), lines AS (
    INSERT INTO tagihan_rincian (bill_id, seq, kind, code, label, quantity, unit, rate, amount, formula)
    SELECT bills.id, l.seq, l.kind, l.code, l.label, l.quantity, l.unit, l.rate, l.amount, l.formula
    FROM unnest($14::bigint[], $15::int[], $16::text[], $17::text[], $18::text[], $19::int[], $20::text[], $21::bigint[],
      $22::bigint[], $23::text[]) AS l (reading_id, seq, kind, code, label, quantity, unit, rate, amount, formula)
    JOIN bills USING (reading_id)
  )
  SELECT count(*) AS written FROM bills`;

/** Writes a draft bill for each verified reading, in the transaction that verified it. */
@Injectable()
export class DraftBills implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly catalogue: TariffCatalogue,
  ) {}

  onModuleInit(): void {
    this.events.on('reading.verified', async (tx, { readingIds }) => {
      await this.write(tx, readingIds);
    });
  }

  /**
   * Set-based and safe to repeat: readings that have a bill are passed over. Priced by the tariff in force in the usage
   * period, in libs/domain.
   * @returns how many drafts were written
   * @throws Problem bill.not_calculable when a reading has no price; nothing of the transaction stands then
   */
  async write(tx: Tx, readingIds: readonly number[]): Promise<number> {
    const day = await dueDay(tx);
    let written = 0;
    for (let start = 0; start < readingIds.length; start += CHUNK)
      written += await this.writeChunk(tx, readingIds.slice(start, start + CHUNK), day);
    return written;
  }

  private async writeChunk(tx: Tx, readingIds: readonly number[], day: number): Promise<number> {
    const readings = await tx.query<VerifiedReading>(READ, [readingIds]);
    if (readings.length === 0) return 0;
    const versions = await this.catalogue.versionsOf(tx, [
      ...new Set(readings.map((reading) => reading.tariff_id)),
    ]);
    const drafts = readings.map((reading) => draftOf(reading, versions.get(reading.tariff_id) ?? [], day));
    const [result] = await tx.query<{ written: number }>(WRITE, [
      ...billColumns(drafts),
      ...lineColumns(drafts),
    ]);
    return result?.written ?? 0;
  }
}

function draftOf(reading: VerifiedReading, versions: readonly CataloguedVersion[], day: number): Draft {
  const version = selectVersion(versions, reading.period);
  if (version === null)
    throw new Problem('bill.not_calculable', {
      detail: `${reading.customer_number}: no tariff in ${reading.period}`,
    });
  try {
    const bill = composeBill({
      usage: reading.usage_m3,
      version,
      meterSizeMm: reading.size_mm,
      period: reading.period,
      dueDay: day,
    });
    return { reading, version, bill };
  } catch (error) {
    if (error instanceof MissingMeterCharge || error instanceof RangeError)
      throw new Problem('bill.not_calculable', { detail: `${reading.customer_number}: ${error.message}` });
    throw error;
  }
}

function billColumns(drafts: readonly Draft[]): unknown[] {
  return [
    drafts.map(({ reading }) => billNumber(reading.customer_number, reading.period)),
    drafts.map(({ reading }) => reading.customer_id),
    drafts.map(({ reading }) => reading.period),
    drafts.map(({ reading }) => reading.id),
    drafts.map(({ version }) => version.id),
    drafts.map(({ reading }) => reading.size_mm),
    drafts.map(({ reading }) => reading.previous_stand),
    drafts.map(({ reading }) => reading.current_stand),
    drafts.map(({ reading }) => reading.usage_m3),
    drafts.map(({ bill }) => bill.waterAmount),
    drafts.map(({ bill }) => bill.fixedAmount),
    drafts.map(({ bill }) => bill.total),
    drafts.map(({ bill }) => bill.dueDate),
  ];
}

function lineColumns(drafts: readonly Draft[]): unknown[] {
  const lines = drafts.flatMap(({ reading, bill }) =>
    bill.lines.map((line, index) => ({ ...line, readingId: reading.id, seq: index + 1 })),
  );
  return [
    lines.map((line) => line.readingId),
    lines.map((line) => line.seq),
    lines.map((line) => line.kind),
    lines.map((line) => line.code),
    lines.map((line) => line.label),
    lines.map((line) => line.quantity),
    lines.map((line) => line.unit),
    lines.map((line) => line.rate),
    lines.map((line) => line.amount),
    lines.map((line) => line.formula),
  ];
}
