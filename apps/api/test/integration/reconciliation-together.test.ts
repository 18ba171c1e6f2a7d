import { setTimeout } from 'node:timers/promises';
import { businessDate } from '@tirtapay/domain';
import { ReconcileDaily } from '../../src/modules/money/reconciliation/days/reconcile-daily.service';
import { Suppliers } from '../../src/modules/money/ppob/supplier/suppliers';
import { testApp, type TestBank } from '../support';
import { PpobSeller } from '../support/ppob-seller';
import { SandboxSupplier } from '../support/sandbox-supplier';
import { codeOf, partnerFile, StatementDesk, supplierFile } from '../support/statement-desk';

/*
 * Two suppliers and two partners with the same references and amounts on the same day, uploaded, settled and closed at once:
 * nothing of one lands on the day of another, and each account comes to what its own statement says.
 */

const app = testApp({ jobs: false });
const desk = new StatementDesk(app);
const DAY = '2026-04-07';
const AFTER = '2026-04-08';
const COST = 39_500;
const NAMES = ['PEMASOKA', 'PEMASOKB'] as const;

interface Side {
  readonly code: string;
  readonly collector: number;
  readonly raw: string;
  readonly expected: readonly string[];
}

const sandboxes: SandboxSupplier[] = [];
const sides: Side[] = [];
const suppliers: { id: number; collector: number; code: string }[] = [];
const partners: TestBank[] = [];
const days = new Map<string, number>();

/** Each order of a supplier is sold by both partners under the same name of theirs. */
async function sellThrough(active: number, refs: readonly string[]): Promise<string[]> {
  await app.database.query('UPDATE penyedia SET active = (id = $1)', [active]);
  // Whom we buy from is kept for two seconds.
  while ((await app.get(Suppliers).current())?.id !== active) await setTimeout(100);
  const first = await app.database.one<{ id: number }>(
    'SELECT coalesce(max(id), 0)::int AS id FROM transactions',
  );
  for (const ref_id of refs)
    for (const partner of partners) {
      const sold = await new PpobSeller(partner).sell({
        customer_name: 'Dewi Lestari',
        nomor_hp: '081234567890',
        nominal: 40_000,
        service_code: 'PULSA',
        ref_id,
      });
      expect([sold.status, sold.sale.status]).toEqual([201, 'SUCCESS']);
    }
  const rows = await app.database.query<{ ref: string }>(
    'SELECT supplier_ref AS ref FROM transactions WHERE id > $1 AND supplier_id = $2 ORDER BY id',
    [first.id, active],
  );
  expect(rows).toHaveLength(refs.length * partners.length);
  return rows.map(({ ref }) => ref);
}

beforeAll(async () => {
  app.clock.set(`${DAY}T09:00:00+08:00`);
  partners.push(await app.make.partner(10_000_000), await app.make.partner(10_000_000));
  for (const code of NAMES) {
    sandboxes.push(await SandboxSupplier.start(app, app.url, code));
    suppliers.push(
      await app.database.one<{ id: number; collector: number; code: string }>(
        'SELECT id::int, collector_id::int AS collector, code FROM penyedia WHERE code = $1',
        [code],
      ),
    );
  }
  // One is paid in advance, the other later: the same day is on other accounts.
  await app.database.query("UPDATE penyedia SET terms = 'PREPAID' WHERE code = $1", [NAMES[0]]);
  for (const { collector } of [...suppliers, ...partners.map(({ id }) => ({ collector: id }))])
    await desk.begin(collector, DAY);
  for (const [index, { id, collector, code }] of suppliers.entries()) {
    const orders = await sellThrough(id, [`S-${String(index)}-1`, `S-${String(index)}-2`]);
    // The same transfer number and the same sum at both.
    await desk.pay(id, 500_000, 'TRF-1');
    const [named, bare = ''] = [orders.slice(0, -1), orders.at(-1)];
    sides.push({
      code,
      collector,
      raw: supplierFile(code, DAY, [
        ['TRF-1', 500_000],
        ...named.map((ref) => [ref, -COST] as const),
        // An order nobody made, under the same name at both.
        ['P-UNKNOWN', -COST],
      ]),
      expected: [
        'TRF-1 MATCHED',
        ...named.map((ref) => `${ref} MATCHED`),
        'P-UNKNOWN AT_BANK_NOT_HERE',
        `${bare} HERE_NOT_AT_BANK`,
      ].sort(),
    });
  }
  for (const { id, code } of partners) {
    const refs = ['S-0-1', 'S-0-2', 'S-1-1'];
    sides.push({
      code,
      collector: id,
      raw: partnerFile(code, DAY, [...refs.map((ref) => [ref, 41_000] as const), ['OWN-1', 41_000]]),
      expected: [
        ...refs.map((ref) => `${ref} MATCHED`),
        'S-1-2 HERE_NOT_AT_BANK',
        'OWN-1 AT_BANK_NOT_HERE',
      ].sort(),
    });
  }
  app.clock.set(`${AFTER}T07:00:00+08:00`);
  // Everybody is at work before it begins: many log-ins at once are no attack here.
  for (const name of ['admin', 'manajer', 'super'] as const) await app.as(name);
});
afterAll(() => Promise.all(sandboxes.map((sandbox) => sandbox.stop())));

const accounts = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await app.database.query<{ key: string; net: number }>(
        `SELECT y.code || ' ' || m.account AS key, sum(m.amount)::int AS net FROM mutasi_pemasok m JOIN penyedia y ON y.id = m.supplier_id
         GROUP BY 1 ORDER BY 1`,
      )
    ).map(({ key, net }) => [key, net]),
  );

it('four statements of one day, each sent twice at once, are four days of their own', async () => {
  const answers = await Promise.all(
    [...sides, ...sides].map(async ({ code, collector, raw }, index) => ({
      code,
      ...(await desk.send(collector, DAY, raw, `kiriman-${String(index)}.csv`)),
    })),
  );
  for (const { code, collector, expected } of sides) {
    const own = answers.filter((answer) => answer.code === code);
    expect([code, own.map(({ status }) => status)]).toEqual([code, [201, 201]]);
    expect([
      code,
      own.map(({ body }) => body.stored).sort(),
      own.map(({ body }) => body.known).sort(),
    ]).toEqual([code, [false, true], [false, true]]);
    const day = await app.database.one<{ id: number; files: number }>(
      `SELECT r.id::int, (SELECT count(*)::int FROM berkas_rekonsiliasi f WHERE f.collector_id = r.collector_id) AS files
       FROM rekonsiliasi r WHERE r.collector_id = $1 AND r.settlement_date = $2`,
      [collector, DAY],
    );
    expect([code, day.files]).toEqual([code, 1]);
    days.set(code, day.id);
    expect([code, await desk.told(day.id)]).toEqual([code, expected]);
  }
  expect(await app.violations()).toEqual([]);
});

it('a file of the other is told, and lands nowhere', async () => {
  const [one, other] = sides;
  if (one === undefined || other === undefined) throw new Error('no sides');
  const wrong = await desk.send(one.collector, DAY, other.raw);
  expect(wrong.body).toMatchObject({ stored: false, reading: { errors: [{ code: 'WRONG_BANK', line: 1 }] } });
});

it('everything is settled and closed at once, while the system runs and people run it again', async () => {
  const before = await accounts();
  const open = (
    await Promise.all(
      sides.map(async ({ code }) =>
        (await desk.items(days.get(code) ?? 0, '&state=OPEN')).map((item) => ({ code, ...item })),
      ),
    )
  ).flat();
  // Both suppliers took the same sum for the same name: one is claimed, the other is margin.
  const actionOf = ({ code, type }: { code: string; type: string }) => {
    if (type === 'HERE_NOT_AT_BANK') return 'CARRY';
    if (code === NAMES[0]) return 'CLAIM';
    return code === NAMES[1] ? 'ACCEPT_FEE' : 'DISMISS';
  };
  const asked = await Promise.all(
    open.map(async (item) => {
      const { status, body } = await desk.ask(item.id, actionOf(item));
      expect([item.code, item.reference, status]).toEqual([item.code, item.reference, 202]);
      return body.approval_id;
    }),
  );
  await Promise.all([
    ...asked.map((id) => desk.approve(id)),
    app.get(ReconcileDaily).work(businessDate(AFTER)),
  ]);
  const manager = await app.as('manajer');
  const closings = await Promise.all([
    ...sides.flatMap(({ code }) => [desk.close(days.get(code) ?? 0), desk.close(days.get(code) ?? 0)]),
    ...sides.map(({ code }) => manager.post(`/reconciliation/days/${String(days.get(code))}/run`)),
    app.get(ReconcileDaily).work(businessDate(AFTER)),
  ]);
  const codes = closings
    .slice(0, sides.length * 2)
    .map((answer) => (answer === undefined ? '' : codeOf(answer)));
  // Whoever comes second is told that it is closed.
  expect(codes.filter((code) => code !== undefined && code !== 'reconciliation.closed')).toEqual([]);
  for (const { code, collector } of sides) {
    const day = await app.database.one<{ state: string; journals: number }>(
      `SELECT r.state, (SELECT count(*)::int FROM jurnal j WHERE j.entity_type = 'rekonsiliasi' AND j.entity_id = r.id) AS journals
       FROM rekonsiliasi r WHERE r.collector_id = $1 AND r.settlement_date = $2`,
      [collector, DAY],
    );
    // Of the partners nothing is booked; nor of the first supplier, whose difference was claimed.
    expect([code, day]).toEqual([code, { state: 'CLOSED', journals: code === NAMES[1] ? 1 : 0 }]);
  }
  const after = await accounts();
  const moved = Object.fromEntries(
    Object.entries(after).map(([key, net]) => [key, net - (before[key] ?? 0)]),
  );
  expect(moved).toEqual({
    [`${NAMES[0]} 1150`]: -COST,
    [`${NAMES[1]} 1150`]: 0,
    [`${NAMES[1]} 2160`]: -COST,
  });
  const claims = await app.database.query(
    `SELECT y.code, sum(l.debit - l.credit)::int AS net FROM jurnal_baris l JOIN penyedia y ON y.collector_id = l.collector_id
     WHERE l.account = '1160' GROUP BY 1`,
  );
  expect(claims).toEqual([{ code: NAMES[0], net: COST }]);
  expect(await app.violations()).toEqual([]);
});

it('no movement and no line is in an item of another', async () => {
  const strayed = await app.database.query(
    `SELECT d.id FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id
     LEFT JOIN berkas_rekonsiliasi_baris l ON l.id = d.line_id LEFT JOIN berkas_rekonsiliasi f ON f.id = l.file_id
     LEFT JOIN mutasi_pemasok m ON m.journal_id = d.movement_id LEFT JOIN penyedia y ON y.id = m.supplier_id
     WHERE f.collector_id <> r.collector_id OR (r.statement = 'SUPPLIER' AND d.movement_id IS NOT NULL AND y.collector_id IS DISTINCT FROM r.collector_id)
       OR (r.statement = 'PARTNER' AND d.movement_id IS NOT NULL AND NOT EXISTS (SELECT FROM jurnal_baris b
         WHERE b.journal_id = d.movement_id AND b.account = '2140' AND b.collector_id = r.collector_id))`,
  );
  expect(strayed).toEqual([]);
});
