import { formatRfc3339, type NativeAnswer, type ProcessBody } from '@tirtapay/bank-protocol';
import { normalizeCustomerNumber, type Channel } from '@tirtapay/domain';
import { readInquiry, readPayment, readProblem, readReversal, type InquiryAnswer } from './api-answers';
import type { BankProfile } from './bank-profile';
import type { Exchange } from './exchange-log';
import type { JournalEntry, PaymentJournal } from './journal';
import type { NativeChannel } from './native-channel';
import { newReference } from './reference';

/** An inquiry the customer may now pay. The reference is fixed here, so that paying it twice is one payment. */
export interface PayableInquiry {
  readonly bank: BankProfile;
  readonly reference: string;
  readonly answer: InquiryAnswer;
}

export interface InquiryOutcome {
  readonly exchange: Exchange;
  /** Null when refused, unanswered or not to be trusted. */
  readonly inquiry: PayableInquiry | null;
}

export interface PaymentOutcome {
  readonly exchange: Exchange;
  readonly entry: JournalEntry;
}

export interface RetryOutcome extends PaymentOutcome {
  /** Whether the answer's bytes equal the first answer's; null when there was no trusted first answer. */
  readonly sameBytes: boolean | null;
  /** Whether the API said it had this payment already (`Idempotent-Replayed: true`). */
  readonly replayed: boolean;
}

/**
 * The fake bank: makes up references, remembers what it sent, and believes an answer only when it is signed. Whatever
 * it cannot believe leaves the payment UNKNOWN, as a real bank must treat it.
 */
export class SandboxBank {
  constructor(
    private readonly channel: NativeChannel,
    private readonly journal: PaymentJournal,
    private readonly now: () => number,
  ) {}

  /** The number may be typed with spaces, dots or dashes; whether it exists is for the biller to say. */
  async inquire(
    bank: BankProfile,
    typedNumber: string,
    options: { readonly billCount?: number; readonly reference?: string } = {},
  ): Promise<InquiryOutcome> {
    const number = normalizeCustomerNumber(typedNumber);
    const exchange = await this.channel.inquire(bank, {
      customer_number: number.ok ? number.value : typedNumber,
      ...(options.billCount === undefined ? {} : { bill_count: options.billCount }),
    });
    const answer = readInquiry(trustedBody(exchange));
    const reference = options.reference ?? newReference(bank.referencePrefix, this.now());
    return { exchange, inquiry: answer && { bank, reference, answer } };
  }

  /** Pays an inquiry; when this very reference was sent before, sends the same bytes again instead. */
  async pay(inquiry: PayableInquiry, channel: Channel): Promise<PaymentOutcome> {
    const { bank, reference, answer } = inquiry;
    const earlier = this.journal.find(reference, bank.id);
    if (earlier) return this.retry(bank, earlier);
    const sentAt = formatRfc3339(this.now());
    const body: ProcessBody = {
      bank_reference: reference,
      inquiry_id: answer.inquiry_id,
      amount: answer.total_amount,
      paid_at: sentAt,
      channel,
    };
    const entry: JournalEntry = {
      bank: bank.id,
      reference,
      customer_number: answer.customer.customer_number,
      amount: answer.total_amount,
      channel,
      process_body: JSON.stringify(body),
      sent_at: sentAt,
      state: 'UNKNOWN',
    };
    this.journal.record(entry);
    const exchange = await this.channel.pay(bank, 'payment', Buffer.from(entry.process_body));
    return { exchange, entry: this.learn(entry, exchange) };
  }

  async retry(bank: BankProfile, entry: JournalEntry): Promise<RetryOutcome> {
    const exchange = await this.channel.pay(bank, 'retry', Buffer.from(entry.process_body));
    const first = entry.posted_body;
    const body = exchange.answer?.rawBody;
    return {
      exchange,
      entry: this.learn(entry, exchange),
      sameBytes: first === undefined || body === undefined ? null : body.equals(Buffer.from(first)),
      replayed: exchange.answer?.headers.get('idempotent-replayed') === 'true',
    };
  }

  /** Asks for any reference; one that is ours is updated with what we hear. */
  async status(bank: BankProfile, reference: string): Promise<Exchange> {
    const exchange = await this.channel.status(bank, reference);
    const entry = this.journal.find(reference, bank.id);
    const state = readPayment(trustedBody(exchange))?.status;
    if (entry && state) this.journal.record({ ...entry, state });
    return exchange;
  }

  /** Reverses any reference; repeating it for a payment of ours repeats the same reversal. */
  async reverse(bank: BankProfile, reference: string, reason: string): Promise<Exchange> {
    const known = this.journal.find(reference, bank.id);
    const reversalReference =
      known?.reversal_reference ?? newReference(`${bank.referencePrefix}-REV`, this.now());
    const entry = known && { ...known, reversal_reference: reversalReference };
    if (entry) this.journal.record(entry);
    const exchange = await this.channel.reverse(bank, {
      bank_reference: reference,
      reversal_reference: reversalReference,
      reason,
    });
    if (entry && readReversal(trustedBody(exchange))) this.journal.record({ ...entry, state: 'REVERSED' });
    return exchange;
  }

  private learn(entry: JournalEntry, exchange: Exchange): JournalEntry {
    const learned = learnedFrom(entry, exchange);
    this.journal.record(learned);
    return learned;
  }
}

/** The answer's body when we may act on it: a 2xx that carries our partner's signature. */
export function trustedBody(exchange: Exchange): unknown {
  const { answer } = exchange;
  if (answer?.verdict !== 'VALID') return undefined;
  return answer.status >= 200 && answer.status < 300 ? answer.body : undefined;
}

function learnedFrom(entry: JournalEntry, exchange: Exchange): JournalEntry {
  const posted = readPayment(trustedBody(exchange));
  if (posted) {
    const body = entry.posted_body ?? exchange.answer?.rawBody.toString('utf8');
    return { ...entry, state: posted.status, ...(body === undefined ? {} : { posted_body: body }) };
  }
  const { answer } = exchange;
  const problem = readProblem(answer?.body);
  if (!answer || !problem || !isFinalRefusal(answer, problem.code)) return entry;
  if (problem.code === 'payment.reversed') return { ...entry, state: 'REVERSED' };
  return entry.state === 'UNKNOWN' ? { ...entry, state: 'REFUSED', refusal_code: problem.code } : entry;
}

/**
 * A refusal settles a payment only when it is signed and says "no", not "not now": 429, 5xx and a payment still in
 * progress leave it open, and a refused nonce says nothing about the call that used it first.
 */
function isFinalRefusal(answer: NativeAnswer, code: string): boolean {
  const refused = answer.status >= 400 && answer.status < 500 && answer.status !== 429;
  return answer.verdict === 'VALID' && refused && !['payment.in_progress', 'auth.replayed'].includes(code);
}
