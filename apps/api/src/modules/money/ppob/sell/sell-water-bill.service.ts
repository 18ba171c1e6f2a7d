import { Injectable } from '@nestjs/common';
import { normalizeCustomerNumber, parsePeriod, rupiah, totals, type PpobOrder } from '@tirtapay/domain';
import { randomUUID } from 'node:crypto';
import { Clock } from '../../../../platform/clock';
import { Letterhead } from '../../../../platform/letterhead';
import { Database, violatedConstraint, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { InquireBills, knownCustomer, PostPayment, type PostedBeside } from '../../payment';
import { writeStep } from '../deliver/steps';
import { saleAnswer, type PaidWaterBill } from '../sales/sale-answer';
import { writeDetails } from '../sales/sale-details';
import { SALE_COLUMNS, SALE_FROM, type SaleRow } from '../sales/sale-row';
import { assertPayable } from './assert-payable';
import { HoldSale } from './hold-sale.service';
import { PriceList } from '../prices/price-list.service';
import type { SaleRequest } from './read-sale-request';
import type { Seller } from './seller';

type Sold = { readonly id: number } | { readonly standing: SaleRow };

/**
 * PDAM for a customer of ours: the real bill, through the one writer of payments, with the locks, the exclusivity and the
 * journal of every other payment. The sale is written in the very transaction of the payment, or not at all.
 */
@Injectable()
export class SellWaterBill {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly prices: PriceList,
    private readonly inquiries: InquireBills,
    private readonly payments: PostPayment,
    private readonly holding: HoldSale,
    private readonly letterhead: Letterhead,
  ) {}

  /** Our customer number for what was ordered, by number or by what an older system called it; null when it is not ours. */
  async customerOf({ service, fields }: PpobOrder): Promise<string | null> {
    if (service.code !== 'PDAM') return null;
    const written = String(fields.no_pelanggan);
    const number = normalizeCustomerNumber(written);
    const [customer] = await this.database.read<{ customer_number: string }>(
      `SELECT c.customer_number FROM pelanggan c WHERE ${knownCustomer('c')} AND (c.customer_number = $1
         OR c.id = (SELECT a.customer_id FROM pelanggan_alias a WHERE key_form(a.alias) = key_form($2)))`,
      [number.ok ? number.value : null, written],
    );
    return customer?.customer_number ?? null;
  }

  /**
   * The bill of the month that was named, which must be the oldest, and what it asks for today.
   * @throws Problem ppob.service_inactive, bill.none_open, bill.not_oldest_first naming the oldest
   */
  async due(order: PpobOrder, customerNumber: string) {
    const service = await this.prices.service('PDAM');
    const adminFee = rupiah(service.admin_fee);
    const { customer, bills } = await this.inquiries.open(customerNumber);
    const [bill] = bills;
    if (bill === undefined) throw new Problem('bill.none_open');
    if (bill.period !== parsePeriod(String(order.fields.periode)))
      throw new Problem('bill.not_oldest_first', {
        members: { oldest: { bill_number: bill.billNumber, period: bill.period } },
      });
    const due = totals([bill], adminFee);
    const parts: PaidWaterBill = {
      customer_number: customerNumber,
      bill_number: bill.billNumber,
      bill_principal: bill.principal,
      penalty: bill.penalty - bill.waiver,
      stamp_duty: due.stampDuty,
    };
    return { serviceId: service.id, adminFee, customerName: customer.name, bill, due, parts };
  }

  /**
   * Pays it.
   * @throws Problem as `due`, deposit.insufficient; counter.cash_short above `atMost`
   */
  async sell(seller: Seller, request: SaleRequest, customerNumber: string, atMost: number): Promise<Sold> {
    const { serviceId, adminFee, bill, due, parts } = await this.due(request.order, customerNumber);
    assertPayable(due.totalAmount, atMost);
    const reference = request.refId ?? `ppob/${randomUUID()}`;
    const now = this.clock.now();
    let id = 0;
    try {
      await this.payments.post({
        bank: { id: seller.id, code: seller.series, adminFee, kind: seller.kind },
        bankReference: reference,
        customerNumber,
        billNumbers: [bill.billNumber],
        amount: due.totalAmount,
        ...(seller.kind === 'COUNTER' ? { channel: 'CASH', shift: seller.shift } : { channel: 'API' }),
        paidAt: { text: this.clock.text(now), epoch: now, plausible: true },
        inquiryValidUntil: null,
        beside: async (tx, posted) => {
          id = await this.write(tx, { seller, request, reference, serviceId }, posted, parts);
        },
      });
    } catch (error) {
      if (violatedConstraint(error) !== 'transactions_ref') throw error;
    }
    return this.found(seller, request, reference, id);
  }

  /** Also after a commit nobody heard of, and after another call of the same reference that was quicker. */
  private async found(seller: Seller, request: SaleRequest, reference: string, id: number): Promise<Sold> {
    const [sale] = await this.database.read<SaleRow & object>(
      `SELECT ${SALE_COLUMNS} FROM ${SALE_FROM} WHERE t.collector_id = $1 AND t.supplier_ref = $2`,
      [seller.id, referenceOfSale(seller, reference)],
    );
    if (sale?.id === id) return { id };
    const standing = sale ?? (await this.holding.standing(seller, request));
    if (standing === null) throw new Problem('ppob.in_progress', { retryAfter: 1 });
    if (standing.fingerprint !== request.fingerprint) throw new Problem('payment.reference_reused');
    return { standing };
  }

  private async write(
    tx: Tx,
    to: {
      readonly seller: Seller;
      readonly request: SaleRequest;
      readonly reference: string;
      readonly serviceId: number;
    },
    posted: PostedBeside,
    bill: PaidWaterBill,
  ): Promise<number> {
    const { seller, request } = to;
    const at = new Date(posted.postedAt);
    const sale = {
      collector_id: seller.id,
      collector_kind: seller.kind,
      collector_series: seller.series,
      ref_id: request.refId,
      fingerprint: request.fingerprint,
      service_code: 'PDAM',
      sku: null,
      listed_cost: null,
      supplier_id: null,
      supplier_ref: referenceOfSale(seller, to.reference),
      customer_name: request.order.customerName,
      principal: posted.totals.bankAmount,
      admin_fee: posted.totals.adminFee,
      cost: null,
      status: 'SUCCESS',
      payment_id: posted.paymentId,
      reversed_at: null,
      code: null,
      message: null,
      created_at: at,
      finished_at: at,
    } as const;
    const { id } = await tx.one<{ id: number }>(
      "SELECT nextval(pg_get_serial_sequence('transactions', 'id')) AS id",
    );
    const answer = saleAnswer(
      { sale: { id, ...sale }, fields: request.order.fields, receiptNumber: posted.receiptNumber, bill },
      { clock: this.clock, utility: this.letterhead.current },
    );
    await tx.query(
      `INSERT INTO transactions (id, collector_id, ref_id, fingerprint, service_id, supplier_ref, customer_name, principal, admin_fee,
         status, payment_id, answer, created_at, finished_at, shift_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'SUCCESS', $10, $11, $12, $12, $13)`,
      [
        id,
        seller.id,
        request.refId,
        request.fingerprint,
        to.serviceId,
        sale.supplier_ref,
        sale.customer_name,
        sale.principal,
        sale.admin_fee,
        posted.paymentId,
        answer,
        at,
        seller.kind === 'COUNTER' ? seller.shift.id : null,
      ],
    );
    await writeDetails(tx, id, request.order);
    for (const status of ['CREATED', 'PAID', 'SENT', 'SUCCESS'] as const)
      await writeStep(tx, id, status, at, null);
    return id;
  }
}

/** Unique over all sellers, as the references of purchases are. */
function referenceOfSale(seller: Seller, reference: string): string {
  return `${String(seller.id)}:${reference}`;
}
