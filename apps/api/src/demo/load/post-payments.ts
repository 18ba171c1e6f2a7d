import { formatRfc3339 } from '@tirtapay/bank-protocol';
import type { BankDirectory } from '../../modules/bank-gateway';
import type { PostPayment } from '../../modules/payment';
import type { DemoPayment } from '../plan/demo-payments';
import type { DemoClock } from './demo-clock';

/** Side by side: enough to share the disk's writes, few enough to leave the pool a connection. */
const LANES = 8;
const MINUTES_EAST = 480;

/** Posts payments through the one use case every bank ends in, each at its own time. A repetition changes nothing. */
export async function postPayments(
  payments: readonly DemoPayment[],
  post: PostPayment,
  banks: BankDirectory,
  clock: DemoClock,
): Promise<void> {
  const byCode = new Map((await banks.banks()).map((bank) => [bank.code, bank]));
  const queue = payments.values();
  const lane = async (): Promise<void> => {
    for (const payment of queue) {
      const bank = byCode.get(payment.bank);
      if (bank === undefined) throw new Error(`no bank ${payment.bank}`);
      await clock.at(payment.at, () =>
        post.post({
          bank,
          bankReference: payment.reference,
          customerNumber: payment.customer.number,
          billNumbers: payment.billNumbers,
          amount: payment.amount,
          channel: payment.channel,
          paidAt: { text: formatRfc3339(payment.at, MINUTES_EAST), epoch: payment.at, plausible: true },
          inquiryValidUntil: null,
        }),
      );
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
