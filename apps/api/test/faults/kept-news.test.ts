import { ReversePayment } from '../../src/modules/money/payment';
import { PostTogether } from '../../src/modules/money/payment/posting/post-together.service';
import { testApp } from '../support';
import { PaymentsInFlight } from './payments-in-flight';

/** Nobody delivers anything here. */
const app = testApp({ jobs: false, start: new Date().toISOString() });
const flight = new PaymentsInFlight(app);
const NEVER_LATE = '2099-01-20';

it('news of payments stands with them and is left to nobody, alone, in a batch and taken back', async () => {
  const bank = await app.make.bank({ code: 'KEPTNEWS' });
  const [first, ...rest] = await flight.debts(9, NEVER_LATE);
  if (first === undefined) throw new Error('no debt');
  await flight.post(flight.command(bank, 'NEWS/ALONE', first));
  const batches = jest.spyOn(app.get(PostTogether), 'post');
  await flight.all(rest.map((debt, index) => flight.command(bank, `NEWS/${String(index)}`, debt)));
  expect(batches.mock.calls.map(([batch]) => batch.length)).toEqual([8]);
  batches.mockRestore();
  await app.get(ReversePayment).byBank({
    bank,
    bankReference: 'NEWS/3',
    reversalReference: 'NEWS/3/R',
    reason: 'timeout',
  });
  const news = await app.database.query<{ topic: string; rows: number; kept: boolean; named: boolean }>(
    `SELECT o.topic, count(*)::int AS rows, bool_and(o.delivered_at >= o.created_at AND o.attempts = 0) AS kept,
       bool_and(o.payload ->> 'payment_id' = coalesce(p.reversal_of, p.id)::text) AS named
     FROM outbox o JOIN pembayaran p ON p.id = o.entity_id WHERE p.collector_id = $1 GROUP BY o.topic ORDER BY o.topic`,
    [bank.id],
  );
  expect(news).toEqual([
    { topic: 'payment.posted', rows: 9, kept: true, named: true },
    { topic: 'payment.reversed', rows: 1, kept: true, named: true },
  ]);
  // Nothing is due for whoever delivers.
  expect(await app.database.query('SELECT topic FROM outbox WHERE delivered_at IS NULL')).toEqual([]);
});
