import { Injectable } from '@nestjs/common';
import type { BusinessDate, JournalLine } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import type { Planning, Tx } from '../../../platform/database';

/** A money event, with its lines from a builder of libs/domain/journal (balanced, no empty lines). */
export interface JournalToPost {
  /** `<entity>.<past verb>`, e.g. `bill.issued`. */
  readonly event: string;
  /** The table the event is about. */
  readonly entityType: string;
  readonly entityId: number;
  readonly businessDate: BusinessDate;
  readonly lines: readonly JournalLine[];
}

// Ids are drawn first, so that header and lines of a whole chunk travel in one statement. Named only for a batch of the
// money core: a generic plan does not know how long the arrays are and would join thousands by nested loops.
const POST = `
  WITH header AS MATERIALIZED (
    SELECT nextval(pg_get_serial_sequence('jurnal', 'id')) AS id, h.*
    FROM unnest($1::text[], $2::text[], $3::bigint[], $4::date[])
      WITH ORDINALITY AS h (event, entity_type, entity_id, business_date, n)
  ), journals AS (
    INSERT INTO jurnal (id, event, entity_type, entity_id, business_date, posted_at)
    SELECT id, event, entity_type, entity_id, business_date, $5 FROM header
  ), lines AS (
    INSERT INTO jurnal_baris (journal_id, account, debit, credit, collector_id, customer_id, bill_id)
    SELECT header.id, l.account, l.debit, l.credit, l.collector_id, l.customer_id, l.bill_id
    FROM unnest($6::bigint[], $7::text[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[])
      AS l (n, account, debit, credit, collector_id, customer_id, bill_id)
    JOIN header USING (n)
  )
  SELECT id FROM header ORDER BY n`;

/** The one writer of the books. Balance is proven by the domain builder and again by a trigger of the table. */
@Injectable()
export class PostJournals {
  constructor(private readonly clock: Clock) {}

  /** Writes any number of journals in one statement. @returns their ids in the order given */
  async post(
    tx: Tx,
    journals: readonly JournalToPost[],
    planning: Planning = 'PLANNED_ANEW',
  ): Promise<number[]> {
    if (journals.length === 0) return [];
    const lines = journals.flatMap(({ lines: own }, index) => own.map((line) => ({ n: index + 1, line })));
    const rows = await tx.planned<{ id: number }>(planning, 'post_journals', POST, [
      journals.map((journal) => journal.event),
      journals.map((journal) => journal.entityType),
      journals.map((journal) => journal.entityId),
      journals.map((journal) => journal.businessDate),
      this.clock.date(),
      lines.map(({ n }) => n),
      lines.map(({ line }) => line.account),
      lines.map(({ line }) => line.debit),
      lines.map(({ line }) => line.credit),
      lines.map(({ line }) => line.collectorId ?? null),
      lines.map(({ line }) => line.customerId ?? null),
      lines.map(({ line }) => line.billId ?? null),
    ]);
    return rows.map((row) => row.id);
  }
}
