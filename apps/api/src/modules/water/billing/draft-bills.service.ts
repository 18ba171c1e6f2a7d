import { Injectable, type OnModuleInit } from '@nestjs/common';
import { billNumber } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import type { Tx } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { categoryOfMonth } from '../customers';
import { TariffCatalogue } from '../tariffs';
import { BillCalculations, type BillableReading, type Calculation } from './bill-calculations';
import { CarryCorrections } from './carry-corrections.service';
import { dueRules } from './due-rules';
import { BILLED } from './unbilled-readings';

/** Bills per statement: past this, longer arrays no longer gain anything. */
const CHUNK = 1_000;

// The reading's own meter decides the size; a bill of the water that exists already (a repetition) is left alone. Charges
// and instalments of the same month are other debts.
const READ = `
  SELECT r.id, r.customer_id, c.customer_number, coalesce($2::bigint, ${categoryOfMonth('r.period', '$3')}) AS tariff_id, r.period, r.usage_m3, m.size_mm, r.method = 'NONE' AS sealed
  FROM meter_reading r
  JOIN pelanggan c ON c.id = r.customer_id
  JOIN meter m ON m.id = r.meter_id
  WHERE r.id = ANY ($1) AND r.status = 'VERIFIED'
    AND NOT EXISTS (${BILLED})
  ORDER BY r.id`;

// Each distinct calculation travels once, with its lines; readings only say which one is theirs.
const WRITE = `
  WITH draft AS (
    SELECT * FROM unnest($1::bigint[], $2::text[], $3::int[]) AS d (reading_id, bill_number, calculation)
  ), bills AS (
    INSERT INTO tagihan (bill_number, customer_id, period, reading_id, tariff_version_id, meter_size_mm, previous_stand,
      current_stand, usage_m3, water_amount, fixed_amount, principal, due_date, state, run_period)
    SELECT draft.bill_number, r.customer_id, r.period, r.id, c.version_id, c.size_mm, r.previous_stand, r.current_stand,
      r.usage_m3, c.water_amount, c.fixed_amount, c.water_amount + c.fixed_amount, c.due_date, 'DRAFT',
      CASE WHEN r.replaces_id IS NULL THEN truth.period END
    FROM draft
    JOIN meter_reading r ON r.id = draft.reading_id
    LEFT JOIN meter_reading truth ON truth.id = r.settled_by
    JOIN unnest($4::int[], $5::bigint[], $6::int[], $7::bigint[], $8::bigint[], $9::date[])
      AS c (calculation, version_id, size_mm, water_amount, fixed_amount, due_date) USING (calculation)
    ON CONFLICT DO NOTHING
    RETURNING id, reading_id
  ), lines AS (
    INSERT INTO tagihan_rincian (bill_id, seq, kind, code, label, quantity, unit, rate, amount, formula)
    SELECT bills.id, l.seq, l.kind, l.code, l.label, l.quantity, l.unit, l.rate, l.amount, l.formula
    FROM bills
    JOIN draft USING (reading_id)
    JOIN unnest($10::int[], $11::int[], $12::text[], $13::text[], $14::text[], $15::int[], $16::text[], $17::bigint[],
      $18::bigint[], $19::text[]) AS l (calculation, seq, kind, code, label, quantity, unit, rate, amount, formula)
      USING (calculation)
  )
  SELECT count(*) AS written FROM bills`;

/** Writes a draft bill for each verified reading, in the transaction that verified it. */
@Injectable()
export class DraftBills implements OnModuleInit {
  private readonly calculations = new BillCalculations();

  constructor(
    private readonly clock: Clock,
    private readonly events: DomainEvents,
    private readonly catalogue: TariffCatalogue,
    private readonly carrying: CarryCorrections,
  ) {}

  onModuleInit(): void {
    this.events.on('reading.verified', async (tx, { readingIds }) => {
      await this.write(tx, readingIds);
    });
  }

  /**
   * Set-based and safe to repeat: readings that have a bill are passed over. Priced by the tariff in force in the usage
   * period, in libs/domain.
   * @param tariffId of all of them; that of each month when left out
   * @returns how many drafts were written
   * @throws Problem bill.not_calculable when a reading has no price; nothing of the transaction stands then
   */
  async write(tx: Tx, readingIds: readonly number[], tariffId?: number): Promise<number> {
    // While a version is being approved, nothing is drafted: its prices hold from the first draft of its month.
    await tx.query("SELECT pg_advisory_xact_lock_shared(hashtext('tarif_versi'))");
    const { dueDay: day } = await dueRules((sql) => tx.query(sql));
    let written = 0;
    for (let start = 0; start < readingIds.length; start += CHUNK)
      written += await this.writeChunk(tx, readingIds.slice(start, start + CHUNK), day, tariffId);
    return written;
  }

  /**
   * Drafts whose prices or whose category changed, calculated again; one that was held stays held. Each refers to the one whose
   * place it takes.
   */
  async redraft(
    tx: Tx,
    drafts: readonly { readonly id: number; readonly reading_id: number }[],
    tariffId?: number,
  ): Promise<void> {
    const ids = drafts.map(({ id }) => id);
    await tx.query("UPDATE tagihan SET state = 'CANCELLED' WHERE id = ANY ($1) AND state = 'DRAFT'", [ids]);
    await this.carrying.freeAll(tx, ids);
    await this.write(
      tx,
      drafts.map((draft) => draft.reading_id),
      tariffId,
    );
    await tx.query(
      `UPDATE tagihan b SET replaces_id = was.id, held_at = was.held_at, held_by = was.held_by, held_reason = was.held_reason
       FROM tagihan was WHERE was.id = ANY ($1) AND b.reading_id = was.reading_id AND b.state = 'DRAFT'`,
      [ids],
    );
  }

  private async writeChunk(
    tx: Tx,
    readingIds: readonly number[],
    day: number,
    tariffId: number | undefined,
  ): Promise<number> {
    const readings = await tx.query<BillableReading & { customer_id: number }>(READ, [
      readingIds,
      tariffId ?? null,
      this.clock.zone,
    ]);
    if (readings.length === 0) return 0;
    const versions = await this.catalogue.versionsOf(tx, [
      ...new Set(readings.map((reading) => reading.tariff_id)),
    ]);
    const places = new Map<Calculation, number>();
    const placeOf = readings.map((reading) => {
      const calculation = this.calculations.of(reading, versions.get(reading.tariff_id) ?? [], day);
      const place = places.get(calculation) ?? places.size;
      places.set(calculation, place);
      return place;
    });
    const result = await tx.one<{ written: number }>(WRITE, [
      readings.map((reading) => reading.id),
      readings.map((reading) => billNumber(reading.customer_number, reading.period)),
      placeOf,
      ...calculationColumns([...places.keys()]),
    ]);
    await this.carrying.carryAll(
      tx,
      readings.map((reading) => reading.customer_id),
    );
    return result.written;
  }
}

function calculationColumns(calculations: readonly Calculation[]): unknown[] {
  const lines = calculations.flatMap(({ bill }, place) =>
    bill.lines.map((line, index) => ({ place, seq: index + 1, line })),
  );
  return [
    calculations.map((_, place) => place),
    calculations.map(({ versionId }) => versionId),
    calculations.map(({ meterSizeMm }) => meterSizeMm),
    calculations.map(({ bill }) => bill.waterAmount),
    calculations.map(({ bill }) => bill.fixedAmount),
    calculations.map(({ bill }) => bill.dueDate),
    lines.map(({ place }) => place),
    lines.map(({ seq }) => seq),
    lines.map(({ line }) => line.kind),
    lines.map(({ line }) => line.code),
    lines.map(({ line }) => line.label),
    lines.map(({ line }) => line.quantity),
    lines.map(({ line }) => line.unit),
    lines.map(({ line }) => line.rate),
    lines.map(({ line }) => line.amount),
    lines.map(({ line }) => line.formula),
  ];
}
