import { Injectable } from '@nestjs/common';
import { parseRfc3339 } from '@tirtapay/bank-protocol';
import { isCustomerNumber, rupiah, type Rupiah } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { currentActor } from '../../../../platform/context';
import { Problem, type Sentence } from '../../../../platform/problem';
import { BankDirectory, inCutoff, type BankProfile, type KnownCallers } from '../../../bank-gateway/registry';
import { InquireBills } from '../../../money/payment';
import type { InquiryPromise } from '../../../money/payment';
import { paidAt, type PaidAt } from '../../../money/payment';
import { PostPayment, type PostedPayment } from '../../../money/payment';
import { PaymentLookup } from '../../../money/payment';
import type { ProcessBody, VerifyAnswerDto, VerifyBody } from './bank-payment.dto';
import { MoneyGate } from '../money-gate';
import { BANK_DOOR_SAYS } from '../sentences';

const CUTOFF_RETRY_SECONDS = 300;

interface Request {
  readonly customerNumber: string;
  readonly billNumbers: readonly string[];
  readonly inquiryValidUntil: number | null;
  /** The bank's fee as an inquiry promised it. */
  readonly promisedFee: Rupiah | null;
}

/** Translates the words of the native API into the use cases; the law is elsewhere. */
@Injectable()
export class BankPayments {
  constructor(
    private readonly directory: BankDirectory,
    private readonly inquiries: InquireBills,
    private readonly posting: PostPayment,
    private readonly lookup: PaymentLookup,
    private readonly clock: Clock,
    private readonly gate: MoneyGate,
  ) {}

  async verify(body: VerifyBody): Promise<VerifyAnswerDto> {
    const bank = callingBank(this.directory.fresh() ?? (await this.directory.read()));
    if (inCutoff(bank, this.clock)) throw atCutoff();
    const inquiry = await this.inquiries.forBank(bank, body.customer_number, body.bill_count);
    const { customer, totals } = inquiry;
    return {
      inquiry_id: inquiry.inquiryId,
      customer: {
        customer_number: customer.customerNumber,
        name: customer.name,
        address: customer.address,
        tariff_category: customer.tariffCode,
      },
      bills: inquiry.bills.map((bill) => ({
        bill_number: bill.billNumber,
        period: bill.period,
        usage_m3: bill.usageM3,
        previous_stand: bill.previousStand,
        current_stand: bill.currentStand,
        principal: bill.principal,
        penalty: bill.penalty - bill.waiver,
        total: bill.principal + bill.penalty - bill.waiver,
        due_date: bill.dueDate,
        // Only where there is one: every other answer stays what banks know, to the byte.
        ...(bill.meterChange === null ? {} : { meter_change: bill.meterChange }),
      })),
      bill_amount: totals.billAmount,
      stamp_duty: totals.stampDuty,
      admin_fee: totals.adminFee,
      total_amount: totals.totalAmount,
      valid_until: this.clock.text(inquiry.validUntil),
    };
  }

  async process(body: ProcessBody): Promise<PostedPayment> {
    const bank = callingBank(this.directory.fresh() ?? (await this.directory.read()));
    await this.gate.admit(bank.id, body.bank_reference);
    // A repetition is answered also while the bank closes its day: the truth is not new business.
    if (inCutoff(bank, this.clock) && !(await this.lookup.isBound(bank.id, body.bank_reference)))
      throw atCutoff();
    const { promisedFee, ...request } = this.request(bank, body);
    return this.posting.post({
      bank: { id: bank.id, code: bank.code, adminFee: bank.adminFee },
      bankReference: body.bank_reference,
      ...request,
      amount: body.amount,
      channel: body.channel,
      otherFees: [
        ...(promisedFee === null ? [] : [promisedFee]),
        // Paid by a code, whose amount the bank could not have changed.
        ...(body.channel === 'QRIS' ? [bank.qrisAdminFee] : []),
      ],
      paidAt: this.paidAt(body.paid_at),
    });
  }

  async bank(): Promise<BankProfile> {
    return callingBank(await this.directory.read());
  }

  private request(bank: { readonly id: number; readonly adminFee: Rupiah }, body: ProcessBody): Request {
    if (body.inquiry_id !== undefined) {
      if (body.customer_number !== undefined || body.bill_numbers !== undefined)
        throw invalid('/inquiry_id', 'ambiguous', BANK_DOOR_SAYS.ambiguous);
      return this.fromPromise(bank, this.inquiries.promised(body.inquiry_id));
    }
    const { customer_number: customerNumber, bill_numbers: billNumbers } = body;
    if (customerNumber === undefined || billNumbers === undefined || billNumbers.length === 0)
      throw invalid('/inquiry_id', 'required', BANK_DOOR_SAYS.nothingNamed);
    if (!isCustomerNumber(customerNumber)) throw new Problem('customer.not_found');
    if (billNumbers.some((number) => !number.startsWith(customerNumber)))
      throw invalid('/bill_numbers', 'not_of_customer', BANK_DOOR_SAYS.notOfCustomer);
    return { customerNumber, billNumbers, inquiryValidUntil: null, promisedFee: null };
  }

  private fromPromise(bank: { readonly id: number }, promise: InquiryPromise | null): Request {
    // A promise made to another bank is no promise to this one.
    if (promise?.bankId !== bank.id) throw invalid('/inquiry_id', 'unknown', BANK_DOOR_SAYS.unknownInquiry);
    return {
      customerNumber: promise.customerNumber,
      billNumbers: promise.billNumbers,
      inquiryValidUntil: promise.validUntil,
      promisedFee: promise.adminFee === null ? null : rupiah(promise.adminFee),
    };
  }

  private paidAt(text: string): PaidAt {
    const epoch = parseRfc3339(text);
    if (epoch === null) throw invalid('/paid_at', 'format', BANK_DOOR_SAYS.paidAtForm);
    return paidAt(text, epoch, this.clock.now());
  }
}

function callingBank({ banks }: KnownCallers): BankProfile {
  const actor = currentActor();
  const bank = actor.kind === 'BANK' ? banks.find((candidate) => candidate.id === actor.id) : undefined;
  if (bank === undefined) throw new Problem('auth.signature_invalid');
  return bank;
}

function atCutoff(): Problem {
  return new Problem('bank.cutoff', { retryAfter: CUTOFF_RETRY_SECONDS });
}

function invalid(pointer: string, code: string, message: Sentence): Problem {
  return new Problem('request.invalid', { errors: [{ pointer, code, message }] });
}
