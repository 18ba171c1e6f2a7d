import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { allocate, creditApplied, totals, ZERO_RUPIAH } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Database, type Tx } from '../../../../platform/database';
import { writeOutbox } from '../../../../platform/events';
import { Problem } from '../../../../platform/problem';
import { Collectors, type CollectorKey } from '../../../ground/collectors';
import { PostJournals } from '../../../ground/ledger';
import { InquireBills } from '../inquiry/inquire-bills.service';
import { dueBill, type DueBill } from '../inquiry/open-bills';
import { Penalties } from '../posting/penalties';
import { issueReceipt, lockPayment, receiptSeries } from '../posting/posting-statements';
import { notApplicable, PAY_OUT_APPROVAL } from './held-money';

export interface CreditOrder {
  readonly caseId: number;
  readonly customerId: number;
  readonly customerNumber: string;
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
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly inquiries: InquireBills,
    private readonly penalties: Penalties,
    private readonly journals: PostJournals,
    private readonly collectors: Collectors,
  ) {}

  /** Today's penalties are booked first, in their own transaction, as before every payment. */
  async bookPenalties(customerNumber: string): Promise<void> {
    const { customer, bills } = await this.inquiries.open(customerNumber);
    const missing = bills.filter((bill) => bill.accrualMissing).map((bill) => bill.id);
    if (missing.length > 0) await this.penalties.accrue(customer.id, missing);
  }

  /**
   * Within the transaction of the decision.
   * @returns the cases whose credit is used up by it
   * @throws Problem request.invalid when the credit covers no bill
   */
  async apply(tx: Tx, order: CreditOrder): Promise<number[]> {
    const policies = await this.penalties.policies();
    const collector = await this.collectors.credit(tx);
    const locked = await lockPayment(tx, {
      collectorId: collector.id,
      reference: `kasus:${String(order.caseId)}`,
      customerNumber: order.customerNumber,
      billNumbers: [],
    });
    const today = this.clock.businessDate();
    const open = (locked.bills ?? []).map((row) => dueBill(row, policies, today));
    const lots = await this.lots(tx, order);
    const credit = lots.reduce((sum, lot) => sum + lot.remaining, 0);
    const bills = covered(open, credit);
    if (bills.length === 0) throw notApplicable('the credit does not cover the oldest open bill');
    if (bills.some((bill) => bill.accrualMissing))
      throw new Problem('payment.in_progress', { retryAfter: 1 });
    const { paymentId, journalId } = await this.write(tx, collector, order, bills);
    const { bankAmount } = totals(bills, ZERO_RUPIAH);
    return this.draw(tx, order, lots, { amount: bankAmount, paymentId, journalId });
  }

  /** The case at hand first, then the customer's other credit, oldest first; not what may be paid out. */
  private lots(tx: Tx, { customerId, caseId }: CreditOrder): Promise<CreditLot[]> {
    return tx.query<CreditLot & Record<string, unknown>>(
      `SELECT case_id, sum(amount)::bigint AS remaining FROM saldo_pelanggan s WHERE customer_id = $1 AND case_id IS NOT NULL
         AND NOT EXISTS (SELECT FROM persetujuan a WHERE a.kind = '${PAY_OUT_APPROVAL}' AND a.entity_type = 'kasus'
           AND a.entity_id = s.case_id AND a.status = 'PENDING')
       GROUP BY case_id HAVING sum(amount) > 0 ORDER BY case_id = $2 DESC, case_id`,
      [customerId, caseId],
    );
  }

  private async write(
    tx: Tx,
    collector: CollectorKey,
    order: CreditOrder,
    bills: readonly DueBill[],
  ): Promise<{ paymentId: number; journalId: number }> {
    const { customerId } = order;
    const now = this.clock.date();
    const businessDate = this.clock.businessDate();
    const sums = totals(bills, ZERO_RUPIAH);
    const [row] = await tx.query<{ id: number }>(
      `INSERT INTO pembayaran (kind, collector_id, customer_id, channel, bill_amount, stamp_duty, admin_fee, amount, paid_at, posted_at, business_date)
       VALUES ('CREDIT_APPLIED', $1, $2, $3, $4, $5, 0, $6, $7, $7, $8) RETURNING id`,
      [
        collector.id,
        customerId,
        CHANNEL,
        sums.billAmount,
        sums.stampDuty,
        sums.bankAmount,
        now,
        businessDate,
      ],
    );
    const paymentId = row?.id ?? 0;
    await this.claim(tx, paymentId, customerId, bills, now);
    const [journalId] = await this.journals.post(tx, [
      {
        event: 'credit.applied',
        entityType: 'pembayaran',
        entityId: paymentId,
        businessDate,
        lines: creditApplied({
          customerId,
          bills: bills.map((bill) => ({ ...bill, billId: bill.id })),
          stampDuty: sums.stampDuty,
        }),
      },
    ]);
    await writeAudit(tx, {
      action: 'credit.applied',
      entityType: 'pembayaran',
      entityId: paymentId,
      after: { case_id: order.caseId, amount: sums.bankAmount, bills: bills.map((bill) => bill.billNumber) },
    });
    const billIds = bills.map((bill) => bill.id);
    await writeOutbox(tx, 'credit.applied', paymentId, {
      payment_id: paymentId,
      customer_id: customerId,
      bill_ids: billIds,
    });
    await issueReceipt(tx, {
      series: receiptSeries(collector.series, CHANNEL, businessDate),
      collectorId: collector.id,
      channel: CHANNEL,
      businessDate,
      paymentId,
      token: randomBytes(18).toString('base64url'),
      issuedAt: now.getTime(),
    });
    return { paymentId, journalId: journalId ?? 0 };
  }

  /** The bills are paid by this row, and open checkouts for any of them are void. */
  private async claim(
    tx: Tx,
    paymentId: number,
    customerId: number,
    bills: readonly DueBill[],
    now: Date,
  ): Promise<void> {
    const billIds = bills.map((bill) => bill.id);
    const idOf = new Map(bills.map((bill) => [bill.billNumber, bill.id]));
    const rows = allocate(bills);
    const claimed = await tx.execute(
      "UPDATE tagihan SET state = 'PAID', paid_by = $1, paid_at = $3 WHERE id = ANY ($2) AND state = 'ISSUED'",
      [paymentId, billIds, now],
    );
    if (claimed !== billIds.length) throw new Error('bills changed under lock');
    await tx.query(
      `INSERT INTO pembayaran_alokasi (payment_id, kind, bill_id, principal, penalty, waived, amount)
       SELECT $1, * FROM unnest($2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[])`,
      [
        paymentId,
        rows.map((row) => row.kind),
        rows.map((row) => (row.billNumber === null ? null : idOf.get(row.billNumber))),
        rows.map((row) => row.principal),
        rows.map((row) => row.penalty),
        rows.map((row) => row.waiver),
        rows.map((row) => row.amount),
      ],
    );
    await tx.query(
      `UPDATE niat_bayar SET status = 'CANCELLED', closed_reason = 'PAID_ELSEWHERE', closed_at = $3, checks = 0, next_check_at = $3
       WHERE customer_id = $1 AND status = 'PENDING' AND bill_ids && $2`,
      [customerId, billIds, now],
    );
  }

  private async draw(
    tx: Tx,
    { customerId }: CreditOrder,
    lots: readonly CreditLot[],
    use: { readonly amount: number; readonly paymentId: number; readonly journalId: number },
  ): Promise<number[]> {
    const emptied: number[] = [];
    let left = use.amount;
    for (const lot of lots) {
      const taken = Math.min(left, lot.remaining);
      if (taken === 0) break;
      left -= taken;
      if (taken === lot.remaining) emptied.push(lot.case_id);
      await tx.query(
        `INSERT INTO saldo_pelanggan (customer_id, amount, reason, payment_id, case_id, journal_id, created_at)
         VALUES ($1, $2, 'credit.applied', $3, $4, $5, $6)`,
        [customerId, -taken, use.paymentId, lot.case_id, use.journalId, this.clock.date()],
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
