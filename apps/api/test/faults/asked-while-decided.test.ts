import { randomUUID } from 'node:crypto';
import { testApp } from '../support';
import { CounterDesk, pieces } from '../support/counter-desk';
import { SandboxSupplier } from '../support/sandbox-supplier';
import { Holder, until } from './payments-in-flight';

/*
 * Whoever decides holds the approval and then locks what it is about. Whoever asks for the same again meanwhile waits for
 * the approval, and so must not hold what the decision wants: the two would wait for each other, and sales for both.
 */

const app = testApp({ jobs: false });

interface Asked {
  readonly approval_id: number;
}

const tables = {
  supplier: 'penyedia',
  deposit: 'deposit_mitra',
  drawer: 'loket_kas',
} as const;

async function waits(): Promise<boolean> {
  const { count } = await app.database.one<{ count: number }>(
    `SELECT count(DISTINCT l.pid)::int AS count FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     WHERE NOT l.granted AND a.datname = current_database()`,
  );
  return count === 1;
}

/** @param ask the same twice: the first request is being decided while the second is made */
async function askedWhileDecided(
  ask: () => Promise<{ readonly status: number; readonly body: Asked }>,
  row: { readonly of: keyof typeof tables; readonly key: string; readonly id: number },
): Promise<void> {
  const first = await ask();
  expect(first.status).toBe(202);
  const deciding = await Holder.of(
    app.database.superUrl,
    `UPDATE persetujuan SET status = 'REJECTED', decision_note = 'belum', decided_at = made_at,
       decided_by = (SELECT min(id) FROM pengguna u WHERE u.id <> made_by) WHERE id = $1`,
    [first.body.approval_id],
  );
  const again = ask();
  await until(waits);
  await deciding.run(`SELECT FROM ${tables[row.of]} WHERE ${row.key} = $1 FOR UPDATE NOWAIT`, [row.id]);
  await deciding.letGo();
  expect((await again).status).toBe(202);
}

it('a payment to a supplier, and its terms', async () => {
  const supplier = await SandboxSupplier.start(app);
  const { id, version } = await app.database.one<{ id: number; version: number }>(
    'SELECT id::int, version::int FROM penyedia',
  );
  const admin = await app.as('admin');
  const path = `/ppob/suppliers/${String(id)}`;
  const row = { of: 'supplier', key: 'id', id } as const;
  const reason = 'Deposit awal';
  const paid = { kind: 'TOP_UP', amount: 500_000, bank_reference: 'TRF-1', reason };
  await askedWhileDecided(() => admin.post<Asked>(`${path}/payments`, paid), row);
  const terms = { terms: 'LATER', low_balance: 0, version, reason };
  await askedWhileDecided(() => admin.post<Asked>(`${path}/terms`, terms), row);
  await supplier.stop();
});

it('the correction of what a partner paid in', async () => {
  const { id } = await app.make.partner(0);
  const admin = await app.as('admin');
  const asked = await admin.post<Asked>(`/partners/${String(id)}/deposit/top-ups`, {
    amount: 1_000_000,
    bank_reference: 'TRF-2',
    reason: 'Setoran',
  });
  await (
    await app.as('manajer')
  ).post(`/approvals/${String(asked.body.approval_id)}/decision`, { decision: 'APPROVE' });
  const { body } = await admin.get<{ data: { id: number }[] }>(`/deposit-movements?partner_id=${String(id)}`);
  await askedWhileDecided(
    () =>
      admin.post<Asked>(`/deposit-movements/${String(body.data[0]?.id)}/correction`, {
        amount: 100_000,
        reason: 'Kelebihan satu nol',
      }),
    { of: 'deposit', key: 'collector_id', id },
  );
});

it('the correction of a float, and a difference in a drawer', async () => {
  const desk = await CounterDesk.at(app);
  const admin = await app.as('admin');
  const path = `/counter/drawers/${String(desk.drawerId)}`;
  const floated = await admin.post<{ moves: { id: number }[] }>(`${path}/floats`, {
    amount: 20_000,
    request_id: randomUUID(),
  });
  const row = { of: 'drawer', key: 'id', id: desk.drawerId } as const;
  await askedWhileDecided(
    () =>
      admin.post<Asked>(`/counter/drawers/moves/${String(floated.body.moves[0]?.id)}/correction`, {
        amount: 2_000,
        reason: 'Kelebihan satu nol',
      }),
    row,
  );
  await askedWhileDecided(
    () => admin.post<Asked>(`${path}/differences`, { counted: pieces(300_000), reason: 'Tidak ada di laci' }),
    row,
  );
});
