import { invoiceLines, invoiceText, type InvoiceModel } from '@tirtapay/documents';
import { presentPurchaseState, publicPurchaseState, rupiah } from '@tirtapay/domain';
import type { Clock } from '../../../../platform/clock';
import type { LetterheadText } from '../../../../platform/letterhead';
import type { SaleFields } from './sale-details';
import type { SaleRow } from './sale-row';

/** The parts of the bill of ours that a sale has paid; its principal is their sum. */
export interface PaidWaterBill {
  readonly customer_number: string;
  readonly bill_number: string;
  readonly bill_principal: number;
  readonly penalty: number;
  readonly stamp_duty: number;
}

/** Everything an answer is made of. */
export interface SaleFacts {
  readonly sale: Omit<SaleRow, 'answer' | 'checks'>;
  readonly fields: SaleFields;
  readonly receiptNumber: string | null;
  readonly bill: PaidWaterBill | null;
}

type Surroundings = { readonly clock: Clock; readonly utility: LetterheadText };

export function invoiceModel(
  { sale, fields, receiptNumber }: SaleFacts,
  { clock, utility }: Surroundings,
): InvoiceModel {
  return {
    service: sale.service_code,
    customerName: sale.customer_name,
    fields,
    principal: rupiah(sale.principal),
    adminFee: rupiah(sale.admin_fee),
    code: sale.code,
    soldAt: sale.created_at.getTime(),
    zone: clock.zone,
    receiptNumber: receiptNumber ?? '',
    utility,
  };
}

/**
 * What is true of a water bill that was reversed after it was sold: the stored answer, except that its money went back and
 * its invoice is void. The answer to the sale itself stays as it was given (docs/adr/0034).
 */
export function answerSinceReversal(answer: string, reversedAt: Date, clock: Clock): string {
  return JSON.stringify({
    ...(JSON.parse(answer) as object),
    status: presentPurchaseState('SUCCESS', true),
    invoice: null,
    reversed_at: clock.textOf(reversedAt),
  });
}

/**
 * The answer to the sale, to its repetition and to every question about it: made of what is stored and nothing else, so
 * the same question has the same answer. What it cost us is ours to know.
 */
export function saleAnswer(facts: SaleFacts, around: Surroundings): string {
  const { sale, fields, receiptNumber, bill } = facts;
  const { clock } = around;
  const status = publicPurchaseState(sale.status);
  return JSON.stringify({
    id: sale.id,
    ref_id: sale.ref_id,
    status,
    service_code: sale.service_code,
    customer_name: sale.customer_name,
    ...fields,
    principal: sale.principal,
    admin_fee: sale.admin_fee,
    total_amount: sale.principal + sale.admin_fee,
    code: sale.code,
    bill,
    message: sale.message,
    receipt_number: receiptNumber,
    created_at: clock.textOf(sale.created_at),
    finished_at: clock.textOf(sale.finished_at),
    invoice: status === 'SUCCESS' ? printedInvoice(invoiceModel(facts, around)) : null,
  });
}

function printedInvoice(model: InvoiceModel): object {
  const { title, lines } = invoiceLines(model);
  return { title, text: invoiceText(model), lines: lines.map(([label, value]) => ({ label, value })) };
}
