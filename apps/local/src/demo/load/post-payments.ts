import { formatRfc3339 } from '@tirtapay/bank-protocol';
import type { BankProfile } from '../../../../api/src/modules/bank-gateway/registry';
import type { PostHistory } from '../../../../api/src/modules/money/payment';
import type { Tx } from '../../../../api/src/platform/database';
import type { DemoPayment } from '../plan/demo-payments';

const MINUTES_EAST = 480;

/** Posts payments through the set writer of their module, each at its own time. */
export function postPayments(
  tx: Tx,
  payments: readonly DemoPayment[],
  history: PostHistory,
  banks: readonly BankProfile[],
): Promise<void> {
  const byCode = new Map(banks.map((bank) => [bank.code, bank]));
  return history.post(
    tx,
    payments.map((payment) => {
      const bank = byCode.get(payment.bank);
      if (bank === undefined) throw new Error(`no bank ${payment.bank}`);
      return {
        bank,
        bankReference: payment.reference,
        customerNumber: payment.customer.number,
        billNumbers: payment.billNumbers,
        amount: payment.amount,
        channel: payment.channel,
        paidAt: { text: formatRfc3339(payment.at, MINUTES_EAST), epoch: payment.at, plausible: true },
        inquiryValidUntil: null,
      };
    }),
  );
}
