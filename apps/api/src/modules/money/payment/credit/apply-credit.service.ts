import { Injectable } from '@nestjs/common';
import { allocate, creditApplied, totals, ZERO_RUPIAH } from '@tirtapay/domain';
import { actorId } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { currentActor, currentContext } from '../../../../platform/context';
import type { Tx } from '../../../../platform/database';
import { Collectors, type CollectorKey } from '../../../ground/collectors';
import type { DueBill } from '../inquiry/open-bills';
import { billsDue } from '../posting/decide-posting';
import { drawOne, lockCustomers } from '../posting/lock-postings';
import { Penalties } from '../posting/penalties';
import { claimedBills, receiptSeries, type Posting } from '../posting/postings';
import { receiptToken } from '../posting/receipt-link';
import { issueReceipts, writePostings } from '../posting/write-postings';
import { notApplicable, PAY_OUT_APPROVAL } from './held-money';
import { PAYMENT_SAYS } from '../sentences';

export interface CreditOrder {
  readonly caseId: number;
  readonly customerId: number;
  readonly customerNumber: string;
  /** Money of a bank that came after this is not used: the bank may still take it back. All is used when left out. */
  readonly heldBefore?: Date;
}

const CHANNEL = 'CREDIT';

interface CreditLot {
  case_id: number;
  remaining: number;
}

/**
 * Pays a customer's oldest open bills, as many as are covered whole, out of credit. No money comes in, so it is a row of
 * its own kind (CREDIT_APPLIED) of the collector CREDIT: no reference, no clearing line but the credit itself, but allocations, a receipt, audit row
 * and event like every payment. It is final: a bank cannot take back what it did not pay.
 */
@Injectable()
export class ApplyCredit {
  constructor(
    private readonly clock: Clock,
    private readonly penalties: Penalties,
    private readonly collectors: Collectors,
  ) {}

  /**
   * Within the transaction of the decision, after today's penalties are booked.
   * @returns the cases whose credit is used up by it
   * @throws Problem request.invalid when the credit covers no bill
   */
  async apply(tx: Tx, order: CreditOrder): Promise<number[]> {
    const emptied = await this.pay(tx, order);
    if (emptied === null) throw notApplicable(PAYMENT_SAYS.coversNoBill);
    return emptied;
  }

  /** The same by itself: where the credit covers no bill whole, it waits. */
  async applyWhatCovers(tx: Tx, order: CreditOrder): Promise<number[]> {
    return (await this.pay(tx, order)) ?? [];
  }

  private async pay(tx: Tx, order: CreditOrder): Promise<number[] | null> {
    const policies = await this.penalties.policies();
    const collector = await this.collectors.credit(tx);
    const customer = (await lockCustomers(tx, [order.customerNumber])).get(order.customerNumber);
    const epoch = this.clock.now();
    const today = this.clock.dayOf(epoch);
    const lots = await this.lots(tx, order);
    const credit = lots.reduce((sum, lot) => sum + lot.remaining, 0);
    const bills = customer === undefined ? [] : covered(billsDue(customer, policies, today), credit);
    if (bills.length === 0) return null;
    const missing = bills.filter((bill) => bill.accrualMissing).map((bill) => bill.id);
    if (missing.length > 0)
      await this.penalties.accrue(
        tx,
        [{ customerId: order.customerId, billIds: missing, context: currentContext() }],
        today,
      );
    const posting = await this.posting(tx, collector, order, bills, epoch);
    await writePostings(tx, [posting]);
    const emptied = await this.draw(tx, order, lots, posting);
    await issueReceipts(tx, [posting]);
    return emptied;
  }

  /** The case at hand first, then the customer's other credit, oldest first; not what may be paid out. */
  private lots(tx: Tx, { customerId, caseId, heldBefore }: CreditOrder): Promise<CreditLot[]> {
    return tx.query<CreditLot & Record<string, unknown>>(
      `SELECT case_id, sum(amount)::bigint AS remaining FROM saldo_pelanggan s WHERE customer_id = $1 AND case_id IS NOT NULL
         AND NOT EXISTS (SELECT FROM persetujuan a WHERE a.kind = '${PAY_OUT_APPROVAL}' AND a.entity_type = 'kasus'
           AND a.entity_id = s.case_id AND a.status = 'PENDING')
         AND NOT EXISTS (SELECT FROM kasus k WHERE k.id = s.case_id AND k.payment_id IS NOT NULL AND k.opened_at >= $3)
       GROUP BY case_id HAVING sum(amount) > 0 ORDER BY case_id = $2 DESC, case_id`,
      [customerId, caseId, heldBefore ?? 'infinity'],
    );
  }

  private async posting(
    tx: Tx,
    collector: CollectorKey,
    order: CreditOrder,
    bills: readonly DueBill[],
    epoch: number,
  ): Promise<Posting> {
    const { customerId, caseId } = order;
    const sums = totals(bills, ZERO_RUPIAH);
    const businessDate = this.clock.dayOf(epoch);
    const ids = await drawOne(tx);
    const idOf = new Map(bills.map((bill) => [bill.billNumber, bill.id]));
    const allocations = allocate(bills).map((row) => ({
      ...row,
      billId: row.billNumber === null ? null : (idOf.get(row.billNumber) ?? null),
    }));
    const actor = currentActor();
    return {
      id: ids.payment_id,
      journalId: ids.journal_id,
      kind: 'CREDIT_APPLIED',
      collectorId: collector.id,
      reference: null,
      customerId,
      channel: CHANNEL,
      totals: sums,
      amount: sums.bankAmount,
      paidAt: epoch,
      postedAt: epoch,
      businessDate,
      actor: { kind: actor.kind, id: actorId(actor) },
      origin: currentContext() ?? null,
      after: {
        case_id: caseId,
        amount: sums.bankAmount,
        bills: bills.map((bill) => bill.billNumber),
      },
      news: { payment_id: ids.payment_id, customer_id: customerId, bill_ids: claimedBills(allocations) },
      checkoutId: null,
      allocations,
      lines: creditApplied({
        customerId,
        bills: bills.map((bill) => ({ ...bill, billId: bill.id })),
        stampDuty: sums.stampDuty,
      }),
      receipt: { series: receiptSeries(collector.series, CHANNEL, businessDate), token: receiptToken() },
    };
  }

  private async draw(
    tx: Tx,
    { customerId }: CreditOrder,
    lots: readonly CreditLot[],
    posting: Posting,
  ): Promise<number[]> {
    const emptied: number[] = [];
    let left: number = posting.amount;
    for (const lot of lots) {
      const taken = Math.min(left, lot.remaining);
      if (taken === 0) break;
      left -= taken;
      if (taken === lot.remaining) emptied.push(lot.case_id);
      await tx.query(
        `INSERT INTO saldo_pelanggan (customer_id, amount, reason, payment_id, case_id, journal_id, created_at)
         VALUES ($1, $2, 'credit.applied', $3, $4, $5, $6)`,
        [customerId, -taken, posting.id, lot.case_id, posting.journalId, new Date(posting.postedAt)],
      );
    }
    return emptied;
  }
}

/** The oldest bills whose sum, stamp duty included, the credit reaches. */
function covered(open: readonly DueBill[], credit: number): readonly DueBill[] {
  for (let count = open.length; count > 0; count -= 1) {
    const bills = open.slice(0, count);
    if (totals(bills, ZERO_RUPIAH).bankAmount <= credit) return bills;
  }
  return [];
}
