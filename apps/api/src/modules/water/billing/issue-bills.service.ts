import { Injectable } from '@nestjs/common';
import { billIssued, dueOnIssue, rupiah } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import type { Tx, RowOf } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { PostJournals } from '../../ground/ledger';
import { dueRules } from './due-rules';
import type { Bill } from './entities/bill.entity';

type LockedDraft = RowOf<Bill, 'id' | 'billNumber' | 'customerId' | 'kind' | 'principal' | 'dueDate'> &
  RowOf<Bill, 'waterAmount' | 'fixedAmount' | 'otherAmount'> & {
    /** Of `other_amount`: corrections of earlier bills. */
    readonly carried: number;
    readonly line_sum: number;
  };

export type IssueFailure = { readonly bill_number: string; readonly reason: string };

export interface IssuedBills {
  readonly issued: number;
  readonly amount: number;
  /** No longer drafts, drafts of Rp0, or held. */
  readonly skipped: number;
  readonly failures: readonly IssueFailure[];
}

// Waiting for the lock looks again, so of two runs over the same drafts the second finds nothing left to issue, and a draft
// that is held since it was chosen stays one.
const LOCK = `
  SELECT b.id, b.bill_number, b.customer_id, b.kind, b.water_amount, b.fixed_amount, b.other_amount, b.principal, b.due_date,
    (SELECT coalesce(sum(l.amount), 0) FROM tagihan_rincian l WHERE l.bill_id = b.id AND l.kind = 'KOREKSI')::bigint AS carried,
    (SELECT coalesce(sum(l.amount), 0) FROM tagihan_rincian l WHERE l.bill_id = b.id)::bigint AS line_sum
  FROM tagihan b WHERE b.id = ANY ($1) AND b.state = 'DRAFT' AND b.held_at IS NULL ORDER BY b.id FOR NO KEY UPDATE OF b`;

/**
 * Turns drafts into bills owed: state, journal and audit row in the caller's transaction. A draft of Rp0 owes nothing and
 * stays a draft, because a bill is only ever settled by a payment; a draft whose lines do not add up is not issued. One
 * that is issued late is due later, so that nobody is late on the day the bill is born.
 */
@Injectable()
export class IssueBills {
  constructor(
    private readonly clock: Clock,
    private readonly journals: PostJournals,
    private readonly events: DomainEvents,
  ) {}

  async issue(tx: Tx, billIds: readonly number[], runId: number | null): Promise<IssuedBills> {
    // Customers first, as whoever takes money for these bills does.
    await tx.query(
      `SELECT FROM pelanggan WHERE id IN (SELECT customer_id FROM tagihan WHERE id = ANY ($1)) ORDER BY id FOR NO KEY UPDATE`,
      [billIds],
    );
    const drafts = await tx.query<LockedDraft>(LOCK, [billIds]);
    const wrong = drafts.filter((draft) => draft.line_sum !== draft.principal);
    const owed = drafts.filter((draft) => draft.principal > 0 && draft.line_sum === draft.principal);
    const amount = owed.reduce((sum, draft) => sum + draft.principal, 0);
    if (owed.length > 0) await this.write(tx, owed, amount, runId);
    return {
      issued: owed.length,
      amount,
      skipped: billIds.length - owed.length - wrong.length,
      failures: wrong.map((draft) => ({ bill_number: draft.bill_number, reason: 'LINES_DO_NOT_ADD_UP' })),
    };
  }

  private async write(
    tx: Tx,
    owed: readonly LockedDraft[],
    amount: number,
    runId: number | null,
  ): Promise<void> {
    const businessDate = this.clock.businessDate();
    // While a penalty policy or a tariff version is being approved, nothing is issued: either may only begin with a period of
    // which no bill is.
    await tx.query(
      "SELECT pg_advisory_xact_lock_shared(hashtext('kebijakan_denda')), pg_advisory_xact_lock_shared(hashtext('tarif_versi'))",
    );
    const { leastDays } = await dueRules((sql) => tx.query(sql));
    await tx.query(
      `UPDATE tagihan b SET state = 'ISSUED', issued_at = $3, issue_run_id = $4, due_date = o.due_date
       FROM unnest($1::bigint[], $2::date[]) AS o (id, due_date) WHERE b.id = o.id`,
      [
        owed.map((draft) => draft.id),
        owed.map((draft) => dueOnIssue(draft.due_date, businessDate, leastDays)),
        this.clock.date(),
        runId,
      ],
    );
    await this.journals.post(
      tx,
      owed.map((draft) => ({
        event: 'bill.issued',
        entityType: 'tagihan',
        entityId: draft.id,
        businessDate,
        lines: billIssued({
          customerId: draft.customer_id,
          billId: draft.id,
          waterAmount: rupiah(draft.water_amount),
          fixedAmount: rupiah(draft.fixed_amount),
          kind: draft.kind,
          otherAmount: rupiah(draft.other_amount - draft.carried),
          carriedAmount: rupiah(draft.carried),
        }),
      })),
    );
    // One audit row per set: each bill names its run, and the journal has a line for each of them.
    await writeAudit(tx, {
      action: 'bill.issued',
      entityType: 'penetapan',
      entityId: runId,
      after: { bills: owed.length, amount, first_id: owed[0]?.id, last_id: owed.at(-1)?.id },
    });
    await this.events.raise(tx, 'bills.issued', {
      customerIds: [...new Set(owed.map((draft) => draft.customer_id))],
    });
  }
}

declare module '../../../platform/events/domain-events' {
  interface DomainEventMap {
    /** Owed from now on, with their journals; the customers are locked. */
    'bills.issued': { readonly customerIds: readonly number[] };
    /** Asked for no more, though issued; the customers are locked. */
    'bills.cancelled': { readonly customerIds: readonly number[]; readonly billIds: readonly number[] };
    /** Cancelled like those, and nothing takes their place. */
    'bills.withdrawn': { readonly billIds: readonly number[] };
    /** Settled, with one more row, and what of them bears no penalty may be another part; the customers are locked. */
    'bills.corrected': { readonly billIds: readonly number[] };
  }
}
