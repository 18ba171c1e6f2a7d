import { channelCode, formatRfc3339, parseRfc3339, type SettlementRow } from '@tirtapay/bank-protocol';
import { readPayment } from '../api-answers';
import type { Collection, CollectionBook } from '../books/collections';
import { isHeld } from '../books/collections';
import type { HistoryBook, PastPayment } from '../books/history';
import type { JournalEntry, PaymentJournal } from '../journal';

const SUCCESS = '00';
const BILL_NUMBER = /^\d{12}(\d{6})$/;

/** What the bank knows of its days. */
export interface FileBooks {
  readonly collections: CollectionBook;
  readonly journal: PaymentJournal;
  readonly history: HistoryBook;
}

/** What the bank believes it took for the biller on one day (`YYYY-MM-DD`, its own zone), oldest first. */
export function settlementDay(bank: string, day: string, books: FileBooks): SettlementRow[] {
  const collected = books.collections.all().filter((entry) => entry.bank === bank && isHeld(entry));
  const counted = books.journal.all().filter((entry) => entry.bank === bank && entry.state === 'POSTED');
  const past = books.history.all().filter((entry) => entry.bank === bank);
  return [...collected.map(ofCollection), ...counted.map(ofCounter), ...past.map(ofHistory)]
    .filter(({ date }) => date === day.replaceAll('-', ''))
    .sort((a, b) => `${a.time}${a.reference}`.localeCompare(`${b.time}${b.reference}`));
}

/** A payment into an account or onto a code, as the bank's file says it. */
export function ofCollection(entry: Collection): SettlementRow {
  const periods = entry.bills.flatMap((bill) => BILL_NUMBER.exec(bill)?.[1] ?? []);
  const [bill = ''] = entry.bills;
  return {
    ...moment(entry.paid_at),
    reference: entry.reference,
    paymentRequestId: entry.via === 'SNAP' ? entry.reference : '',
    // A bill number begins with the customer's; of a dynamic account the bank may know no more than the account.
    customerNo: BILL_NUMBER.test(bill) ? bill.slice(0, 12) : entry.customer_no,
    periods,
    sheets: Math.max(entry.bills.length, 1),
    amount: entry.amount,
    fee: entry.fee,
    channel: channelCode(entry.method),
    status: SUCCESS,
  };
}

function ofCounter(entry: JournalEntry): SettlementRow {
  const posted = readPayment(JSON.parse(entry.posted_body ?? 'null'));
  const fee = posted?.admin_fee ?? 0;
  return {
    ...moment(entry.sent_at),
    reference: entry.reference,
    paymentRequestId: '',
    customerNo: entry.customer_number,
    periods: posted?.bills.map(({ period }) => period.replace('-', '')) ?? [],
    sheets: posted?.bills.length ?? 1,
    amount: entry.amount - fee,
    fee,
    channel: channelCode(entry.channel),
    status: SUCCESS,
  };
}

function ofHistory(entry: PastPayment): SettlementRow {
  return {
    ...moment(entry.paid_at),
    reference: entry.reference,
    paymentRequestId: '',
    customerNo: entry.customer_no,
    periods: entry.periods,
    sheets: Math.max(entry.periods.length, 1),
    amount: entry.amount,
    fee: entry.fee,
    channel: channelCode(entry.channel),
    status: SUCCESS,
  };
}

function moment(at: string): { readonly date: string; readonly time: string } {
  const local = formatRfc3339(parseRfc3339(at) ?? 0);
  return { date: local.slice(0, 10).replaceAll('-', ''), time: local.slice(11, 19).replaceAll(':', '') };
}
