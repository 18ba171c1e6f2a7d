import { Injectable } from '@nestjs/common';
import { penaltyAccrued, rupiah, type BusinessDate, type Rupiah } from '@tirtapay/domain';
import { writeAudits } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import type { RequestContext } from '../../../platform/context';
import type { Planning, Tx } from '../../../platform/database';
import { PostJournals } from '../../ground/ledger';
import { SELECT_OVERDUE, toOverdueBill, type OverdueBill, type OverdueRow } from './overdue-bills';
import { penaltyDue, type PenaltyDue } from './penalty-due';
import { PolicyBook } from './policy-book';

export interface AccruedPenalty {
  readonly billId: number;
  /** Gross, after the accrual. */
  readonly penalty: Rupiah;
  readonly increase: Rupiah;
}

/** Bills of a customer whose penalty of today is not booked. */
export interface MissingAccrual {
  readonly customerId: number;
  readonly billIds: readonly number[];
  /** The call it is booked for, where many are booked at once. */
  readonly context: RequestContext | undefined;
}

type Increase = PenaltyDue & { readonly bill: OverdueBill; readonly policyId: number };

const WRITE = `
  WITH accrual AS (
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[], $6::bigint[])
      AS a (bill_id, policy_id, amount, cumulative, trace, journal_id)
  ), penalties AS (
    INSERT INTO denda (bill_id, amount, assessed_on) SELECT bill_id, cumulative, $7 FROM accrual ORDER BY bill_id
    ON CONFLICT (bill_id) DO UPDATE SET amount = excluded.amount, assessed_on = excluded.assessed_on
  )
  INSERT INTO denda_rincian (bill_id, policy_id, as_of, amount, cumulative, trace, journal_id, created_at)
  SELECT bill_id, policy_id, $7, amount, cumulative, trace, journal_id, $8 FROM accrual ORDER BY bill_id`;

const LOCK_CUSTOMERS = 'SELECT FROM pelanggan WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE';
const LOCK_BILLS =
  "SELECT FROM tagihan WHERE id = ANY ($1) AND state = 'ISSUED' ORDER BY id FOR NO KEY UPDATE";
const READ = `${SELECT_OVERDUE} AND b.id = ANY ($1) AND b.customer_id = ANY ($2) AND b.issued_at < $3 ORDER BY b.id`;

/** Books what penalties have grown by: penalty row, entry with its reason, journal. Only ever the increase. */
@Injectable()
export class AccruePenalties {
  constructor(
    private readonly clock: Clock,
    private readonly book: PolicyBook,
    private readonly journals: PostJournals,
  ) {}

  /**
   * Ahead of payments on a day whose assessment has not reached these bills. Takes the locks itself, in the fixed order;
   * a caller that holds them already keeps them.
   * @returns every open bill among them with its penalty as booked now
   */
  async accrueMissing(
    tx: Tx,
    missing: readonly MissingAccrual[],
    asOf: BusinessDate,
  ): Promise<AccruedPenalty[]> {
    const due = await this.accrue(
      tx,
      missing.map(({ customerId }) => customerId),
      missing.flatMap(({ billIds }) => billIds),
      asOf,
      'NAMED',
    );
    const increased = new Map(due.filter(({ increase }) => increase > 0).map((bill) => [bill.billId, bill]));
    await writeAudits(
      tx,
      missing.flatMap(({ customerId, billIds, context }) => {
        const bills = billIds.flatMap((billId) => increased.get(billId) ?? []);
        if (bills.length === 0) return [];
        return {
          action: 'penalty.accrued',
          entityType: 'denda',
          entityId: null,
          after: { customer_id: customerId, as_of: asOf, bills },
          ...(context === undefined ? {} : { context }),
        };
      }),
    );
    return due;
  }

  /**
   * The same for bills of any number of customers. Locks customers, then bills, each in id order, then reads. A bill that
   * was not issued yet on that day bears nothing: no penalty is booked before the journal of its bill.
   */
  async accrue(
    tx: Tx,
    customerIds: readonly number[],
    billIds: readonly number[],
    asOf: BusinessDate,
    planning: Planning = 'PLANNED_ANEW',
  ): Promise<AccruedPenalty[]> {
    const rows = await this.lockAndRead(tx, customerIds, billIds, asOf, planning);
    const due = penaltyDue(rows.map(toOverdueBill), await this.book.current(), asOf);
    await this.write(
      tx,
      due.filter((entry): entry is Increase => entry.increase > 0 && entry.policyId !== null),
      asOf,
      planning,
    );
    return due.map(({ bill, amount, increase }) => ({
      billId: bill.id,
      penalty: amount,
      increase: rupiah(increase),
    }));
  }

  /**
   * Customers, then their bills, then what they owe: each statement sees what was committed while the one before waited
   * for its locks. On a connection of the money core they travel together; any other takes one at a time.
   */
  private async lockAndRead(
    tx: Tx,
    customerIds: readonly number[],
    billIds: readonly number[],
    asOf: BusinessDate,
    planning: Planning,
  ): Promise<readonly OverdueRow[]> {
    const oneByOne = planning === 'PLANNED_ANEW';
    const customers = tx.planned(planning, 'lock_customers', LOCK_CUSTOMERS, [customerIds]);
    if (oneByOne) await customers;
    const bills = tx.planned(planning, 'lock_open_bills', LOCK_BILLS, [billIds]);
    if (oneByOne) await bills;
    const rows = tx.planned<OverdueRow & object>(planning, 'read_overdue', READ, [
      billIds,
      customerIds,
      new Date(this.clock.endOfDay(asOf)),
    ]);
    const [, , found] = await Promise.all([customers, bills, rows]);
    return found;
  }

  private async write(
    tx: Tx,
    increases: readonly Increase[],
    asOf: BusinessDate,
    planning: Planning,
  ): Promise<void> {
    if (increases.length === 0) return;
    const journalIds = await this.journals.post(
      tx,
      increases.map(({ bill, increase }) => ({
        event: 'penalty.accrued',
        entityType: 'denda',
        entityId: bill.id,
        businessDate: asOf,
        lines: penaltyAccrued({ customerId: bill.customerId, billId: bill.id, amount: increase }),
      })),
      planning,
    );
    await tx.planned(planning, 'write_accruals', WRITE, [
      increases.map(({ bill }) => bill.id),
      increases.map(({ policyId }) => policyId),
      increases.map(({ increase }) => increase),
      increases.map(({ amount }) => amount),
      increases.map(({ trace }) => trace),
      journalIds,
      asOf,
      this.clock.date(),
    ]);
  }
}
