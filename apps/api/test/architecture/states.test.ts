import {
  APPROVAL_TRANSITIONS,
  BILL_TRANSITIONS,
  canTransition,
  CUSTOMER_TRANSITIONS,
  CHECKOUT_TRANSITIONS,
  DISPUTE_TRANSITIONS,
  OUTBOUND_CALL_TRANSITIONS,
  PURCHASE_TRANSITIONS,
  READING_TRANSITIONS,
  SHIFT_TRANSITIONS,
  statesOf,
  TARIFF_VERSION_TRANSITIONS,
  type StateMachine,
} from '@tirtapay/domain';
import { Client } from 'pg';
import { testApp } from '../support';

const app = testApp({ jobs: false });

const MACHINES: readonly (readonly [string, string, StateMachine<string>])[] = [
  ['tagihan', 'state', BILL_TRANSITIONS],
  ['meter_reading', 'status', READING_TRANSITIONS],
  ['keberatan', 'state', DISPUTE_TRANSITIONS],
  ['niat_bayar', 'status', CHECKOUT_TRANSITIONS],
  ['outbound_call', 'state', OUTBOUND_CALL_TRANSITIONS],
  ['persetujuan', 'status', APPROVAL_TRANSITIONS],
  ['tarif_versi', 'status', TARIFF_VERSION_TRANSITIONS],
  ['pelanggan', 'state', CUSTOMER_TRANSITIONS],
  ['transactions', 'status', PURCHASE_TRANSITIONS],
  ['shift_kas', 'state', SHIFT_TRANSITIONS],
];

it.each(MACHINES)('the states %s may have are those of its machine', async (table, column, machine) => {
  const { definition } = await app.database.one<{ definition: string }>(
    `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = $1::regclass AND conname = $2`,
    [table, `${table}_${column}_check`],
  );
  const allowed = [...definition.matchAll(/'([A-Z_]+)'/g)].map(([, state]) => state ?? '');
  expect(allowed.sort()).toEqual(statesOf(machine).sort());
});

/** Bills have a guard of their own (below): which way back is open to a paid one hangs on more than its state. */
it.each(MACHINES.filter(([table]) => table !== 'tagihan'))(
  'the edges %s lets pass are those of its machine',
  async (table, column, machine) => {
    const { definition } = await app.database.one<{ definition: string }>(
      'SELECT pg_get_triggerdef(oid) AS definition FROM pg_trigger WHERE tgrelid = $1::regclass AND tgname = $2',
      [table, `${table}_states`],
    );
    expect(definition).toContain(`BEFORE UPDATE OF ${column} ON`);
    const words = definition.slice(definition.indexOf('guard_state(')).matchAll(/'([^']*)'/g);
    const [first, ...others] = [...words].map(([, word]) => word ?? '');
    expect(first).toBe(column);
    const drawn = statesOf(machine).flatMap((from) =>
      statesOf(machine)
        .filter((to) => from !== to && canTransition(machine, from, to))
        .map((to) => `${from}>${to}`),
    );
    expect(others.sort()).toEqual(drawn.sort());
  },
);

it('an edge that is not drawn is refused, one that is passes', async () => {
  const customer = await app.make.customer();
  expect(await guardRefuses('pelanggan', 'state', customer.id, ['NONAKTIF', 'AKTIF'])).toBe(true);
  expect(await guardRefuses('pelanggan', 'state', customer.id, ['AKTIF', 'SEGEL'])).toBe(false);
});

/** Puts a row into a state with the guards off, then tries the edge with them on. */
async function guardRefuses(table: string, column: string, id: number, edge: readonly [string, string]) {
  const client = new Client({ connectionString: app.database.superUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    const paid = table === 'tagihan' ? `, paid_by = ${edge[0] === 'PAID' ? '1' : 'NULL'}` : '';
    await client.query(`UPDATE ${table} SET ${column} = $2${paid} WHERE id = $1`, [id, edge[0]]);
    await client.query('SET LOCAL session_replication_role = origin');
    await client.query(`UPDATE ${table} SET ${column} = $2 WHERE id = $1`, [id, edge[1]]);
    return false;
  } catch (error) {
    // What else a row must fulfil is looked at after the guard has let it pass.
    return (error as { code?: string }).code === 'P0I01';
  } finally {
    await client.end();
  }
}

it('the guard of bills is the machine of bills, edge by edge', async () => {
  const bill = await app.make.issuedBill({
    customer: await app.make.customer(),
    period: '2025-11',
    usage: 25,
  });
  const wrong: string[] = [];
  for (const from of statesOf(BILL_TRANSITIONS))
    for (const to of statesOf(BILL_TRANSITIONS)) {
      if (from === to) continue;
      const refused = await guardRefuses('tagihan', 'state', bill.id, [from, to]);
      if (refused === canTransition(BILL_TRANSITIONS, from, to)) wrong.push(`${from} > ${to}`);
    }
  expect(wrong).toEqual([]);
});

it('a verified reading goes nowhere, in the machine as in the table', async () => {
  const reading = await app.make.reading({
    customer: await app.make.customer(),
    period: '2025-11',
    usage: 9,
  });
  for (const to of ['RECORDED', 'REREAD'] as const) {
    expect(canTransition(READING_TRANSITIONS, 'VERIFIED', to)).toBe(false);
    expect(await guardRefuses('meter_reading', 'status', reading.id, ['VERIFIED', to])).toBe(true);
  }
});
