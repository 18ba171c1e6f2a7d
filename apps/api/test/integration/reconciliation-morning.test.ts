import { Client } from 'pg';
import { businessDate } from '@tirtapay/domain';
import { ReconcileDaily } from '../../src/modules/money/reconciliation/days/reconcile-daily.service';
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
