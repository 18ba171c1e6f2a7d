import { testApp } from '../support';
import { insertTariff, TEST_TARIFFS } from '../support/tariffs';
import { Holder, until } from './payments-in-flight';

/*
 * A bill is put into another category while a version of that category is replaced. Each looks at what the other has
 * committed: whoever comes second has to see it, or the bill goes by prices that no month has any more.
 */

const app = testApp({ jobs: false });

async function waiting(): Promise<number> {
  const { count } = await app.database.one<{ count: number }>(
    `SELECT count(DISTINCT l.pid)::int AS count FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     WHERE NOT l.granted AND a.datname = current_database()`,
  );
  return count;
}

it('a correction that was priced by a version is written before that version is replaced, or goes by the new one', async () => {
  const [admin, manager] = [await app.as('admin'), await app.as('manajer')];
  const decide = (id: number) =>
    manager.post<{ code?: string }>(`/approvals/${String(id)}/decision`, { decision: 'APPROVE' });
  const other = await insertTariff(app.database, {
    ...TEST_TARIFFS['HALSEL-RT3'],
    code: 'HALSEL-RACE',
    validFrom: TEST_TARIFFS['HALSEL-RT3'].validFrom,
  });
  const proposed = async (rate: number) => {
    const { body } = await admin.post<{ approval_id: number }>(`/tariffs/${String(other.id)}/versions`, {
      legal_basis: `Perbup ${String(rate)}/2025`,
      valid_from: '2025-11',
      blocks: [{ lower_m3: 0, upper_m3: null, rate }],
      fixed_charges: [],
      minimum: { kind: 'NONE', value: 0 },
    });
    return body.approval_id;
  };
  expect((await decide(await proposed(30_000))).status).toBe(200);
  const customer = await app.make.customer();
  const bill = await app.make.issuedBill({ customer, period: '2025-11', usage: 10, dueDate: '2026-02-20' });
  const correction = await admin.post<{ approval_id: number }>(`/bills/${String(bill.id)}/corrections`, {
    tariff_id: other.id,
    reason: 'Rumah dipakai sebagai toko',
  });
  expect(correction.status).toBe(202);
  const better = await proposed(3_000);

  // The correction is priced and about to be written.
  const paper = await Holder.of(app.database.superUrl, 'LOCK TABLE nota_koreksi IN EXCLUSIVE MODE');
  const corrected = decide(correction.body.approval_id);
  await until(async () => (await waiting()) === 1);
  let decided = false;
  const replaced = decide(better).finally(() => (decided = true));
  await until(async () => decided || (await waiting()) === 2);
  await paper.letGo();

  expect((await corrected).status).toBe(200);
  expect(await replaced).toMatchObject({ status: 409, body: { code: 'tariff.period_billed' } });
  expect(await app.violations()).toEqual([]);
});
