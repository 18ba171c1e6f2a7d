import { channelCode, sultraCsv, type SettlementRow } from '@tirtapay/bank-protocol';
import { parseCustomerNumber } from '@tirtapay/domain';
import type { ReportedVaPayment } from '../../../bank-gateway/outbound';

/** A report that cannot be a file: a payment in it lacks what names it. */
export class ReportIncomplete extends Error {}

/**
 * What a bank's report service (SNAP 35) says of a day, as a file of that day, so that it is read, kept and put against the
 * books like every other. The order is the report's own; the same report is the same bytes.
 * @param day `YYYY-MM-DD`
 * @throws ReportIncomplete
 */
export function fileOfReport(bank: string, day: string, report: readonly ReportedVaPayment[]): string {
  const date = day.replaceAll('-', '');
  const rows = report.map(({ virtualAccountNo, bankReference, amount, paidAt }): SettlementRow => {
    const digits = virtualAccountNo.replaceAll(/\D/g, '');
    if (bankReference === null || amount === null || paidAt === null)
      throw new ReportIncomplete(`payment into ${digits} without reference, amount or time`);
    const ending = digits.slice(-12);
    return {
      date: paidAt.slice(0, 10).replaceAll('-', ''),
      time: paidAt.slice(11, 19).replaceAll(':', ''),
      reference: bankReference,
      paymentRequestId: bankReference,
      // Of an account that was made for one checkout the number ends with no customer.
      customerNo: parseCustomerNumber(ending) === null ? '' : ending,
      periods: [],
      sheets: 1,
      amount,
      fee: 0,
      channel: channelCode('VA'),
      status: '00',
    };
  });
  return sultraCsv({ bank, day: date, account: '', opening: 0, rows });
}
