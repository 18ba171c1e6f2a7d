import { snapVirtualAccountNo } from '@tirtapay/domain';
import type { Drive } from './native-drive';
import { PATHS } from './snap-scenarios';

const UNKNOWN_CUSTOMER = '999999999995';

/** Every SNAP scenario once. The token is fetched by the bank on its own before the first call. */
export async function driveSnap(
  { play, customerNumber, prefix, paidAt }: Drive,
  partnerServiceId: string,
): Promise<{ reference: string }> {
  const account = (customerNo: string) => ({
    partnerServiceId,
    customerNo,
    virtualAccountNo: snapVirtualAccountNo(partnerServiceId, customerNo),
  });
  const post = (target: string, body: object, signature: 'good' | 'bad' = 'good') =>
    play({ protocol: 'SNAP', target, body, signature });
  const inquire = (customerNo: string, id: string, signature?: 'good' | 'bad') =>
    post(PATHS.inquiry, { ...account(customerNo), inquiryRequestId: id }, signature);
  const { body: inquiry } = await inquire(customerNumber, `${prefix}-S`);
  const due = amountOf(inquiry);
  const pay = (id: string, rupiah: number, flagAdvise: 'Y' | 'N' = 'N') => {
    const money = { value: `${String(rupiah)}.00`, currency: 'IDR' };
    return post(PATHS.payment, {
      ...account(customerNumber),
      paymentRequestId: id,
      paidAmount: money,
      totalAmount: money,
      trxDateTime: paidAt(),
      flagAdvise,
    });
  };
  const reference = `${prefix}-S`;
  await pay(`${prefix}-SX`, due + 1);
  await pay(reference, due);
  await pay(reference, due, 'Y');
  await post(PATHS.status, {
    ...account(customerNumber),
    inquiryRequestId: reference,
    paymentRequestId: reference,
  });
  await inquire(customerNumber, `${prefix}-S2`);
  await inquire(UNKNOWN_CUSTOMER, `${prefix}-S3`);
  await inquire(customerNumber, `${prefix}-S4`, 'bad');
  return { reference };
}

function amountOf(inquiry: Readonly<Record<string, unknown>>): number {
  const data = inquiry.virtualAccountData as { totalAmount?: { value?: string } } | undefined;
  return Math.trunc(Number(data?.totalAmount?.value ?? 0));
}
