import { Injectable } from '@nestjs/common';
import {
  billCancelled,
  billCorrected,
  correctionWay,
  rupiah,
  settlementOf,
  type BillFigures,
  type CorrectedBill,
  type CorrectionCause,
  type CorrectionSettlement,
  type Period,
} from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { PostJournals } from '../../ground/ledger';
import { TariffCatalogue, type CataloguedVersion } from '../tariffs';
import { BillCalculations, type Calculation } from './bill-calculations';
import { billsToCorrect, type BillFacts } from './bill-facts';
import { CarryCorrections } from './carry-corrections.service';
import { dueRules } from './due-rules';
import { IssueBills } from './issue-bills.service';
import { keepPenaltyFree } from './penalty-free';

type Stands = Pick<BillFigures, 'previous_stand' | 'current_stand' | 'usage_m3'>;

/** A month whose figures changed, or whose bill had another category. */
export interface BillToCorrect {
  readonly period: Period;
  readonly before: Stands;
  readonly after: Stands;
  /** The category it should have had; its own when left out. */
  readonly tariffId?: number;
  /** The reading it is of from now on; its own when left out. */
  readonly readingId?: number;
}

/** What a correction would do to one bill. */
export interface PlannedCorrection {
  readonly bill: BillFacts;
  readonly calculation: Calculation;
  readonly readingId: number;
  readonly item: Omit<CorrectedBill, 'penalty'>;
}

export interface CorrectionToWrite {
  readonly customerId: number;
  readonly cause: CorrectionCause;
  readonly reason: string | null;
  readonly requestedBy: number | null;
  readonly approvedBy: number | null;
  readonly bills: readonly (PlannedCorrection & {
    /** Penalty booked on it so far, gross: goes with a bill that is cancelled. */
    readonly booked: number;
    /** Of a settled one: what goes back, below zero; or comes again. */
    readonly penalty: number;
    /** Of a settled one: what is too much, and had been forgiven. */
    readonly excessWaived: number;
  })[];
}

export interface WrittenCorrection {
  readonly noteId: number;
  readonly settlement: CorrectionSettlement;
  /** Of all rows; below zero it is the customer's credit. */
  readonly amount: number;
  readonly journalIds: readonly number[];
}

const LINES = `
  INSERT INTO tagihan_rincian (bill_id, seq, kind, code, label, quantity, unit, rate, amount, formula)
  SELECT $1, l.n, l.kind, l.code, l.label, l.quantity, l.unit, l.rate, l.amount, l.formula
  FROM jsonb_to_recordset($2::jsonb) AS l (n int, kind text, code text, label text, quantity int, unit text, rate bigint,
    amount bigint, formula text)`;

/** Bills are never edited: one that was not paid is cancelled and issued anew, one that was paid gets a row. */
@Injectable()
export class CorrectBills {
  private readonly calculations = new BillCalculations();

  constructor(
    private readonly clock: Clock,
    private readonly catalogue: TariffCatalogue,
    private readonly journals: PostJournals,
    private readonly events: DomainEvents,
    private readonly issuing: IssueBills,
    private readonly carrying: CarryCorrections,
  ) {}

  /**
   * What would become of the bills of these months; months without a bill are passed over.
   * @param kept issued bills stay, as paid ones do (see `correctionWay`)
   * @throws Problem bill.not_calculable
   */
  async plan(
    source: Tx | Database,
    customerId: number,
    months: readonly BillToCorrect[],
    kept: boolean,
  ): Promise<PlannedCorrection[]> {
    // What is priced now holds: no version of its category is replaced before it is written.
    if (!(source instanceof Database))
      await source.query("SELECT pg_advisory_xact_lock_shared(hashtext('tarif_versi'))");
    const bills = await billsToCorrect(
      source,
      customerId,
      months.map(({ period }) => period),
      this.clock.zone,
    );
    const { dueDay } = await dueRules((sql) =>
      source instanceof Database ? source.read(sql) : source.query(sql),
    );
    const tariffs = months.flatMap(({ tariffId }) => tariffId ?? []);
    const versions = await this.catalogue.versionsOf(source, [
      ...new Set([...bills.map((bill) => bill.tariff_id), ...tariffs]),
    ]);
    const ahead = bills.filter((bill) => bill.charged_ahead).map(({ version_id: id }) => id);
    const keptPrices = await this.catalogue.kept(source, ahead);
    return bills.flatMap((bill) => {
      const month = months.find(({ period }) => period === bill.period);
      if (month === undefined) return [];
      const tariffId = month.tariffId ?? bill.tariff_id;
      const calculation = this.calculations.of(
        { ...bill, tariff_id: tariffId, usage_m3: month.after.usage_m3, size_mm: bill.meter_size_mm },
        pricesOf(bill, tariffId, { versions, keptPrices }),
        dueDay,
      );
      return [plannedOf(bill, month, calculation, kept)];
    });
  }

  /** Carries a plan out, under the lock of the customer: new bills, rows with their journals, and the paper. */
  async write(tx: Tx, correction: CorrectionToWrite): Promise<WrittenCorrection> {
    const { customerId, bills } = correction;
    const rows = bills.filter(({ item }) => item.way === 'ROW');
    const amounts = rows.map((row) => differenceOf(row.item) + row.penalty);
    const settlement = settlementOf(amounts);
    const amount = amounts.reduce((sum, one) => sum + one, 0);
    const { id: noteId } = await tx.one<{ id: number }>(
      `INSERT INTO nota_koreksi (customer_id, cause, reason, items, amount, requested_by, approved_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [
        customerId,
        correction.cause,
        correction.reason,
        JSON.stringify(bills.map(({ item, penalty, booked }) => paperItem(item, penalty, booked))),
        amount,
        correction.requestedBy,
        correction.approvedBy,
        this.clock.date(),
      ],
    );
    const journalIds = await this.writeRows(tx, { ...correction, bills: rows }, { noteId, settlement });
    const issued: number[] = [];
    for (const bill of bills) {
      if (bill.item.way !== 'REDRAFTED' && bill.item.way !== 'REISSUED') continue;
      const again = await this.replace(tx, bill);
      if (bill.item.way === 'REISSUED') issued.push(again);
    }
    await this.carrying.carry(tx, customerId);
    if (issued.length > 0) {
      const billIds = bills.filter(({ item }) => item.way === 'REISSUED').map(({ bill }) => bill.id);
      await this.events.raise(tx, 'bills.cancelled', { customerIds: [customerId], billIds });
      await this.issuing.issue(tx, issued, null);
    }
    return { noteId, settlement, amount, journalIds };
  }

  private async writeRows(
    tx: Tx,
    { customerId, bills, ...correction }: CorrectionToWrite,
    { noteId, settlement }: { readonly noteId: number; readonly settlement: CorrectionSettlement },
  ): Promise<number[]> {
    const differences = bills.map(({ bill, item, penalty }) => ({
      customerId,
      billId: bill.id,
      waterDifference: item.after.water_amount - item.before.water_amount,
      fixedDifference: item.after.fixed_amount - item.before.fixed_amount,
      penaltyDifference: penalty,
      settlement,
    }));
    const journalIds = await this.journals.post(
      tx,
      differences.map((difference) => ({
        event: 'bill.corrected',
        entityType: 'tagihan',
        entityId: difference.billId,
        businessDate: this.clock.businessDate(),
        lines: billCorrected(difference),
      })),
    );
    await tx.query(
      `INSERT INTO koreksi_tagihan (bill_id, lines, water_amount, fixed_amount, amount, penalty_amount, excess_waived, settlement,
         journal_id, note, note_id, requested_by, approved_by, created_at, tariff_version_id)
       SELECT k.bill_id, k.lines, k.water, k.fixed, k.water + k.fixed, k.penalty, k.excess, $7, k.journal_id, $8, $9, $10, $11, $12, k.version_id
       FROM unnest($1::bigint[], $2::jsonb[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $13::bigint[], $14::bigint[])
         AS k (bill_id, lines, water, fixed, penalty, journal_id, version_id, excess) ORDER BY k.bill_id`,
      [
        differences.map(({ billId }) => billId),
        bills.map(({ calculation }) => JSON.stringify(calculation.bill.lines)),
        differences.map(({ waterDifference }) => waterDifference),
        differences.map(({ fixedDifference }) => fixedDifference),
        differences.map(({ penaltyDifference }) => penaltyDifference),
        journalIds,
        settlement,
        correction.reason ?? correction.cause,
        noteId,
        correction.requestedBy,
        correction.approvedBy,
        this.clock.date(),
        bills.map(({ calculation }) => calculation.versionId),
        bills.map(({ excessWaived }) => excessWaived),
      ],
    );
    const billIds = bills.map(({ bill }) => bill.id);
    if (billIds.length === 0) return journalIds;
    await keepPenaltyFree(tx, billIds);
    await this.events.raise(tx, 'bills.corrected', { billIds });
    return journalIds;
  }

  /** @returns the draft that has its number from now on */
  private async replace(
    tx: Tx,
    { bill, calculation, readingId, item, booked }: CorrectionToWrite['bills'][number],
  ): Promise<number> {
    if (bill.state === 'ISSUED')
      await this.journals.post(tx, [
        {
          event: 'bill.cancelled',
          entityType: 'tagihan',
          entityId: bill.id,
          businessDate: this.clock.businessDate(),
          lines: billCancelled({
            customerId: bill.customer_id,
            billId: bill.id,
            waterAmount: rupiah(bill.water_amount),
            fixedAmount: rupiah(bill.fixed_amount),
            carriedAmount: rupiah(bill.other_amount),
            penalty: rupiah(booked),
          }),
        },
      ]);
    await tx.query("UPDATE tagihan SET state = 'CANCELLED' WHERE id = $1", [bill.id]);
    await this.carrying.free(tx, bill.id);
    const { water_amount: water, fixed_amount: fixed } = item.after;
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO tagihan (bill_number, customer_id, period, reading_id, tariff_version_id, meter_size_mm, previous_stand,
         current_stand, usage_m3, water_amount, fixed_amount, principal, due_date, state, run_period, replaces_id, held_at, held_by, held_reason)
       SELECT bill_number, customer_id, period, $2, $3, meter_size_mm, $4, $5, $6, $7::bigint, $8::bigint, $7::bigint + $8::bigint, due_date, 'DRAFT', run_period, id,
         held_at, held_by, held_reason
       FROM tagihan WHERE id = $1 RETURNING id`,
      [
        bill.id,
        readingId,
        calculation.versionId,
        item.after.previous_stand,
        item.after.current_stand,
        item.after.usage_m3,
        water,
        fixed,
      ],
    );
    await tx.query(LINES, [
      id,
      JSON.stringify(calculation.bill.lines.map((line, index) => ({ n: index + 1, ...line }))),
    ]);
    return id;
  }
}

interface Prices {
  /** In force, by category. */
  readonly versions: ReadonlyMap<number, readonly CataloguedVersion[]>;
  /** Of bills charged ahead, by its id; it may be in force no more. */
  readonly keptPrices: ReadonlyMap<number, CataloguedVersion>;
}

/** What it was charged ahead by, whatever began before its month did (ADR 0108); another category has no such price. */
function pricesOf(
  bill: BillFacts,
  tariffId: number,
  { versions, keptPrices }: Prices,
): readonly CataloguedVersion[] {
  if (!bill.charged_ahead || tariffId !== bill.tariff_id) return versions.get(tariffId) ?? [];
  const kept = keptPrices.get(bill.version_id);
  return kept === undefined ? [] : [kept];
}

function plannedOf(
  bill: BillFacts,
  month: BillToCorrect,
  calculation: Calculation,
  kept: boolean,
): PlannedCorrection {
  const before: BillFigures = {
    ...month.before,
    water_amount: bill.water_amount + bill.water_corrected,
    fixed_amount: bill.fixed_amount + bill.fixed_corrected,
  };
  const after: BillFigures = {
    ...month.after,
    water_amount: calculation.bill.waterAmount,
    fixed_amount: calculation.bill.fixedAmount,
  };
  const unchanged = after.water_amount === before.water_amount && after.fixed_amount === before.fixed_amount;
  return {
    bill,
    calculation,
    readingId: month.readingId ?? bill.reading_id,
    item: {
      bill_id: bill.id,
      bill_number: bill.bill_number,
      period: bill.period,
      way: correctionWay({
        state: bill.state,
        corrected: bill.corrected,
        kept,
        difference: unchanged ? 0 : 1,
      }),
      before,
      after,
    },
  };
}

function differenceOf({ before, after }: Pick<CorrectedBill, 'before' | 'after'>): number {
  return after.water_amount + after.fixed_amount - before.water_amount - before.fixed_amount;
}

/** On paper a cancelled bill's penalty is gone as well. */
function paperItem(item: PlannedCorrection['item'], penalty: number, booked: number): CorrectedBill {
  return { ...item, penalty: item.way === 'REISSUED' ? -booked : penalty };
}
