import type { SnapPartner } from '../../../bank-gateway/security';
import { accountNamed, type AccountNamed } from './account-named';
import { SnapFields, type SnapAmount } from './snap-fields';
import { MAX_BILL_DETAILS, snapInstant } from './snap-values';

/** Service 25 as the bank means it. */
export interface VaPaymentRequest {
  readonly account: AccountNamed;
  /** Our `bank_reference`. */
  readonly paymentRequestId: string;
  readonly paidAmount: SnapAmount;
  /** Epoch milliseconds; null when the bank does not say when the customer paid. */
  readonly paidAt: number | null;
  /** Bills named in `billDetails`, by number or by period alone (`202511`) as some banks keep it; null when none is. */
  readonly billNos: readonly string[] | null;
  /** Optional fields that go back as they came. */
  readonly echoed: Readonly<Record<string, string>>;
}

/** Fractions make it longer than the 25 characters of ASPI's table, and v1.0.2 has them. */
const MAX_DATE_TIME = 32;

/** Longest text of each. */
const ECHOED = {
  virtualAccountEmail: 255,
  virtualAccountPhone: 30,
  trxId: 64,
  referenceNo: 64,
  journalNum: 6,
  paymentType: 1,
  flagAdvise: 1,
  paidBills: 6,
  trxDateTime: MAX_DATE_TIME,
} as const;
/** @throws SnapRefusal 400xx01, 400xx02, 404xx12 for a foreign prefix */
export function vaPaymentRequest(body: unknown, partner: SnapPartner): VaPaymentRequest {
  const fields = new SnapFields(body).require(
    'partnerServiceId',
    'customerNo',
    'virtualAccountNo',
    'paymentRequestId',
    'paidAmount',
  );
  const account = accountNamed(fields, partner);
  const paymentRequestId = fields.reference('paymentRequestId');
  const paid = fields.amount('paidAmount') ?? { rupiah: null };
  const total = fields.amount('totalAmount');
  return {
    account,
    paymentRequestId,
    // Two amounts that disagree are no amount.
    paidAmount: total === null || total.rupiah === paid.rupiah ? paid : { rupiah: null },
    paidAt: paidAtOf(fields),
    billNos: billNosOf(fields),
    echoed: echoedOf(fields),
  };
}

function paidAtOf(fields: SnapFields): number | null {
  const text = fields.text('trxDateTime', { max: MAX_DATE_TIME });
  if (text === null) return null;
  const epoch = snapInstant(text);
  if (epoch === null) throw fields.malformed('trxDateTime');
  return epoch;
}

function billNosOf(fields: SnapFields): readonly string[] | null {
  const named = fields
    .list('billDetails', MAX_BILL_DETAILS)
    .flatMap((bill) => bill.text('billNo', { max: 18, form: /^(?:\d{6}|\d{18})$/ }) ?? []);
  return named.length === 0 ? null : named;
}

function echoedOf(fields: SnapFields): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(ECHOED).flatMap(([name, max]) => {
      const text = fields.text(name, { max });
      return text === null ? [] : [[name, text]];
    }),
  );
}
