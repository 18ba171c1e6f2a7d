import { formatRfc3339 } from '@tirtapay/bank-protocol';
import type { BankDirectory } from '../../modules/bank-gateway';
import type { PostPayment } from '../../modules/payment';
import type { DemoPayment } from '../plan/demo-payments';
import type { DemoClock } from './demo-clock';

/** Side by side: enough to share the disk's writes, few enough to leave the pool a connection. */
const LANES = 8;
const MINUTES_EAST = 480;

/** A lane takes the payments of one receipt series after the other: side by side they would wait for its counter. */
function bySeries(payments: readonly DemoPayment[]): DemoPayment[][] {
  const series = new Map<string, DemoPayment[]>();
  for (const payment of payments) {
    const name = `${payment.bank}/${payment.channel}/${payment.date}`;
    const known = series.get(name);
    if (known === undefined) series.set(name, [payment]);
    else known.push(payment);
  }
  return [...series.values()];
}

/** Posts payments through the one use case every bank ends in, each at its own time. A repetition changes nothing. */
export async function postPayments(
  payments: readonly DemoPayment[],
  post: PostPayment,
  banks: BankDirectory,
  clock: DemoClock,
): Promise<void> {
  const byCode = new Map((await banks.banks()).map((bank) => [bank.code, bank]));
  const one = async (payment: DemoPayment): Promise<void> => {
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
  };
  const queue = bySeries(payments).values();
  const lane = async (): Promise<void> => {
    for (const series of queue) for (const payment of series) await one(payment);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
