import { Client } from 'pg';
import { businessDate } from '@tirtapay/domain';
import { ReconcileDaily } from '../../src/modules/money/reconciliation/days/reconcile-daily.service';
import { Database } from '../../src/platform/database';
import { Jobs } from '../../src/platform/jobs';
import { eventually, testApp } from '../support';
import { StatementDesk } from '../support/statement-desk';
import { sultraFile } from '../support/sultra-file';

/* The system's morning: a day that somebody holds at that moment is not left for the next morning. */

const app = testApp();
const desk = new StatementDesk(app);

it('tries a day again that was held when its turn came', async () => {
  const [day, morning] = ['2026-05-04', '2026-05-05'] as const;
  app.clock.set(`${day}T08:00:00+08:00`);
  const bank = await app.make.bank({ code: 'PAGI', adminFee: 0 });
  await desk.begin(bank.id, day);
  const { reference, customer, amount } = await desk.payAtBank(bank, 'PG-1');
  app.clock.set(`${morning}T08:00:00+08:00`);
  const id = await desk.stored(
    bank.id,
    day,
    sultraFile([{ date: day, reference, customer, nominal: amount }]),
  );
  const state = async () =>
    (await app.database.one<{ state: string }>('SELECT state FROM rekonsiliasi WHERE id = $1', [id])).state;
  const holder = new Client({ connectionString: app.database.superUrl });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT FROM rekonsiliasi WHERE id = $1 FOR UPDATE', [id]);
    await app.get(ReconcileDaily).work(businessDate(morning));
    expect(await state()).toBe('OPEN');
  } finally {
    await holder.end();
  }
  // Nobody asks: the system itself comes back to it.
  await eventually(state, (now) => now === 'CLOSED');
  expect(await app.violations()).toEqual([]);
});

it('leaves to the office what does not pass by itself, also when it was held before', async () => {
  const [day, morning] = ['2026-05-11', '2026-05-12'] as const;
  app.clock.set(`${morning}T08:00:00+08:00`);
  const bank = await app.make.bank({ code: 'SIANG', adminFee: 0 });
  // Its statements are not agreed on: the morning that held it is over, and what is tried again is refused plainly.
  await app
    .get(Database)
    .transaction((tx) =>
      app
        .get(Jobs)
        .enqueue(
          tx,
          'reconcile-again',
          { collector_id: bank.id, date: day, morning },
          { key: `reconcile-again-${String(bank.id)}-${day}` },
        ),
    );
  const left = () =>
    app.database.query<{ attempts: number }>(
      'SELECT attempts FROM graphile_worker._private_jobs WHERE key = $1',
      [`reconcile-again-${String(bank.id)}-${day}`],
    );
  // Red without it: it waits for its second try.
  await eventually(left, ([job]) => job === undefined);
});
