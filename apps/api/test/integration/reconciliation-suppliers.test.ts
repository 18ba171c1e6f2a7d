import { testApp } from '../support';
import { PpobSeller } from '../support/ppob-seller';
import { SandboxSupplier } from '../support/sandbox-supplier';
import { codeOf, StatementDesk, supplierFile, type StatementItem } from '../support/statement-desk';

/* What a supplier's statement says of orders that have not ended, and of payments that were booked by mistake. */

const app = testApp({ jobs: false });
const desk = new StatementDesk(app);
const DAYS = ['2026-04-07', '2026-04-08', '2026-04-09', '2026-04-10', '2026-04-11', '2026-04-12'] as const;
const COST = 39_500;
let sandbox: SandboxSupplier;
let seller: PpobSeller;
/** As a collector, and as a supplier. */
let collector: number;
let supplier: number;

interface Detail {
  actions: string[];
  under_way: boolean;
  our_amount: number;
  sale: { status: string } | null;
  movement: { event: string; amount: number } | null;
  movement_reversal: { event: string; amount: number } | null;
  counter_movement: {
    relation: string;
    movement: { amount: number };
    item_id: number | null;
    settlement_date: string | null;
    action: string | null;
  } | null;
}

beforeAll(async () => {
  app.clock.set(`${DAYS[0]}T09:00:00+08:00`);
  sandbox = await SandboxSupplier.start(app);
  seller = new PpobSeller(await app.make.partner(10_000_000));
  ({ collector, supplier } = await app.database.one<{ collector: number; supplier: number }>(
    'SELECT collector_id::int AS collector, id::int AS supplier FROM penyedia',
  ));
  await desk.begin(collector, DAYS[0]);
});
afterAll(() => sandbox.stop());

/** @returns what the supplier calls it */
async function order(ref_id: string, fault?: string): Promise<string> {
  if (fault !== undefined) await sandbox.fault(fault);
  await seller.sell({
    customer_name: 'Dewi Lestari',
    nomor_hp: '081234567890',
    nominal: 40_000,
    service_code: 'PULSA',
    ref_id,
  });
  const { ref } = await app.database.one<{ ref: string }>(
    'SELECT supplier_ref AS ref FROM transactions WHERE ref_id = $1',
    [ref_id],
  );
  return ref;
}

const file = (date: string, rows: readonly (readonly [string, number])[]) =>
  supplierFile('SANDBOX', date, rows);
const margin = async () =>
  (
    await app.database.one<{ net: number }>(
      "SELECT coalesce(sum(debit - credit), 0)::int AS net FROM jurnal_baris WHERE account = '4220'",
    )
  ).net;
const balance = async () =>
  (
    await app.database.one<{ net: number }>(
      "SELECT coalesce(sum(debit - credit), 0)::int AS net FROM jurnal_baris WHERE account IN ('1150', '2160')",
    )
  ).net;
const only = (items: readonly StatementItem[], reference: string) =>
  items.find((item) => item.reference === reference);

describe('an order under way', () => {
  let good: string;
  let bad: string;
  let day: number;

  it('is only carried, whoever asks for what; the refusal says why', async () => {
    good = await order('GOOD', 'pending');
    bad = await order('BAD', 'pending');
    app.clock.set(`${DAYS[1]}T07:00:00+08:00`);
    day = await desk.stored(
      collector,
      DAYS[0],
      file(DAYS[0], [
        [good, -COST],
        [bad, -COST],
        [bad, -COST],
      ]),
    );
    expect(await desk.told(day)).toEqual(
      [`${good} AT_BANK_NOT_HERE`, `${bad} AT_BANK_NOT_HERE`, `${bad} DUPLICATE_AT_BANK`].sort(),
    );
    for (const item of await desk.items(day)) {
      expect([item.under_way, item.actions]).toEqual([true, ['CARRY']]);
      for (const action of ['CLAIM', 'ACCEPT_FEE', 'DISMISS'])
        expect(codeOf(await desk.ask(item.id, action))).toBe('reconciliation.order_under_way');
    }
    const shown = await desk.item<Detail>(only(await desk.items(day), good)?.id);
    expect(shown).toMatchObject({ under_way: true, sale: { status: 'PENDING' } });
    expect(await app.violations()).toEqual([]);
  });

  it('that has failed may be claimed at once, also where carrying was asked for before', async () => {
    const [first, second] = (await desk.items(day)).filter(({ reference }) => reference === bad);
    const carried = await desk.ask(second?.id, 'CARRY');
    await desk.hear('SANDBOX', bad, 'Gagal');
    const shown = await desk.item<Detail>(first?.id);
    expect([shown.under_way, shown.actions[0], shown.sale?.status]).toEqual([false, 'CLAIM', 'REFUNDED']);
    await desk.settle(first?.id, 'CLAIM');
    await desk.approve(carried.body.approval_id);
    expect(await app.violations()).toEqual([]);
  });

  it('that has succeeded since is still only carried, and agrees on the next day', async () => {
    await desk.hear('SANDBOX', good, 'Sukses');
    const since = only(await desk.items(day), good);
    expect([since?.under_way, since?.actions]).toEqual([true, ['CARRY']]);
    expect(codeOf(await desk.ask(since?.id, 'CLAIM'))).toBe('reconciliation.order_under_way');
    await desk.settle(since?.id, 'CARRY');
    await desk.closed(day);
    app.clock.set(`${DAYS[2]}T07:00:00+08:00`);
    const next = await desk.stored(collector, DAYS[1], file(DAYS[1], []));
    expect(await desk.told(next)).toEqual([`${bad} AT_BANK_NOT_HERE`, `${good} MATCHED`].sort());
    await desk.settle(only(await desk.items(next), bad)?.id, 'CLAIM');
    await desk.closed(next);
    expect(await app.violations()).toEqual([]);
  });
});

describe('a payment that was booked by mistake', () => {
  it('and taken back on another day is one thing of nothing there, once it was carried', async () => {
    const [before, held] = [await margin(), await balance()];
    const paid = await desk.pay(supplier, 500_000, 'TRF-1');
    app.clock.set(`${DAYS[3]}T07:00:00+08:00`);
    const day = await desk.stored(collector, DAYS[2], file(DAYS[2], []));
    const missing = only(await desk.items(day), 'TRF-1');
    expect([missing?.type, missing?.actions[0]]).toEqual(['HERE_NOT_AT_BANK', 'CARRY']);
    await desk.settle(missing?.id, 'CARRY');
    await desk.closed(day);
    await desk.takeBack(paid);
    app.clock.set(`${DAYS[4]}T07:00:00+08:00`);
    const next = await desk.stored(collector, DAYS[3], file(DAYS[3], []));
    const [item, ...more] = await desk.items(next);
    expect([item?.type, item?.state, more]).toEqual(['MATCHED', 'MATCHED', []]);
    expect(await desk.item<Detail>(item?.id)).toMatchObject({
      our_amount: 0,
      movement: { event: 'supplier.paid', amount: 500_000 },
      movement_reversal: { event: 'supplier.payment_reversed', amount: -500_000 },
      counter_movement: null,
    });
    // The first day, where it was only missing, shows what became of it.
    expect((await desk.item<Detail>(missing?.id)).counter_movement).toMatchObject({
      relation: 'TAKEN_BACK_BY',
      movement: { amount: -500_000 },
      item_id: item?.id,
      settlement_date: DAYS[3],
    });
    await desk.closed(next);
    expect([await margin(), await balance()]).toEqual([before, held]);
    expect(await app.violations()).toEqual([]);
  });

  it('and settled apart on its two days shows on each where the other is, and what was decided there', async () => {
    const before = await margin();
    const paid = await desk.pay(supplier, 200_000, 'TRF-2');
    app.clock.set(`${DAYS[5]}T07:00:00+08:00`);
    const day = await desk.stored(collector, DAYS[4], file(DAYS[4], []));
    const first = only(await desk.items(day), 'TRF-2');
    await desk.settle(first?.id, 'ACCEPT_FEE');
    await desk.closed(day);
    expect((await margin()) - before).toBe(200_000);
    await desk.takeBack(paid);
    app.clock.set('2026-04-13T07:00:00+08:00');
    const next = await desk.stored(collector, DAYS[5], file(DAYS[5], []));
    const second = only(await desk.items(next), 'TRF-2');
    expect(second?.type).toBe('HERE_NOT_AT_BANK');
    expect((await desk.item<Detail>(second?.id)).counter_movement).toMatchObject({
      relation: 'TAKES_BACK',
      movement: { amount: 200_000 },
      item_id: first?.id,
      settlement_date: DAYS[4],
      action: 'ACCEPT_FEE',
    });
    await desk.settle(second?.id, 'ACCEPT_FEE');
    await desk.closed(next);
    expect((await desk.item<Detail>(first?.id)).counter_movement).toMatchObject({
      relation: 'TAKEN_BACK_BY',
      item_id: second?.id,
      action: 'ACCEPT_FEE',
    });
    expect(await margin()).toBe(before);
    expect(await app.violations()).toEqual([]);
  });

  it('and taken back within its day is seen on that day, and is two movements where the supplier says both', async () => {
    const silent = await desk.pay(supplier, 300_000, 'TRF-3');
    await desk.takeBack(silent);
    const said = await desk.pay(supplier, 400_000, 'TRF-4');
    await desk.takeBack(said);
    app.clock.set('2026-04-14T07:00:00+08:00');
    const day = await desk.stored(
      collector,
      '2026-04-13',
      file('2026-04-13', [
        ['TRF-4', 400_000],
        ['TRF-4', -400_000],
      ]),
    );
    expect(await desk.told(day)).toEqual(['TRF-3 MATCHED', 'TRF-4 MATCHED', 'TRF-4 MATCHED']);
    const item = await desk.item<Detail>(only(await desk.items(day), 'TRF-3')?.id);
    expect([item.movement?.amount, item.movement_reversal?.amount]).toEqual([300_000, -300_000]);
    await desk.closed(day);
    expect(await app.violations()).toEqual([]);
  });

  it('is one thing of nothing on the statement of our own account as well', async () => {
    const date = '2026-04-14';
    const bank = await app.make.bank({ code: 'KASDA', adminFee: 0 });
    await desk.begin(bank.id, date, { own_account: true });
    await desk.takeBack(await desk.pay(supplier, 600_000, 'TRF-5'));
    await desk.pay(supplier, 700_000, 'TRF-6');
    app.clock.set('2026-04-15T07:00:00+08:00');
    const raw =
      ':20:STM260414\n:25:0011223344IDR\n:28C:1/1\n:60F:C260414IDR9000000,00\n:61:260414D700000,00NTRFTRF-6\n:86:PEMBAYARAN PEMASOK\n:62F:C260414IDR8300000,00\n';
    const day = await desk.stored(bank.id, date, raw);
    expect(await desk.told(day)).toEqual(['TRF-5 MATCHED', 'TRF-6 MATCHED']);
    expect(await desk.item<Detail>(only(await desk.items(day), 'TRF-5')?.id)).toMatchObject({
      our_amount: 0,
      movement: { amount: -600_000 },
      movement_reversal: { amount: 600_000 },
    });
    await desk.closed(day);
    expect(await app.violations()).toEqual([]);
  });

  it('that was claimed, and is taken back after its day was closed, ends its claim on its own day', async () => {
    const [before, held] = [await margin(), await balance()];
    const claims = async () =>
      (
        await app.database.one<{ net: number }>(
          "SELECT coalesce(sum(debit - credit), 0)::int AS net FROM jurnal_baris WHERE account = '1160'",
        )
      ).net;
    const claimed = await claims();
    const [paidOn, backOn] = ['2026-04-20', '2026-04-21'];
    app.clock.set(`${paidOn}T09:00:00+08:00`);
    const paid = await desk.pay(supplier, 800_000, 'TRF-7');
    app.clock.set(`${backOn}T07:00:00+08:00`);
    const day = await desk.stored(collector, paidOn, file(paidOn, []));
    const missing = only(await desk.items(day), 'TRF-7');
    await desk.settle(missing?.id, 'CLAIM');
    await desk.closed(day);
    expect(await claims()).toBe(claimed + 800_000);
    await desk.takeBack(paid);
    app.clock.set('2026-04-22T07:00:00+08:00');
    const next = await desk.stored(collector, backOn, file(backOn, []));
    const back = (await desk.items(next, '&type=HERE_NOT_AT_BANK')).find(
      ({ our_amount: amount }) => amount === -800_000,
    );
    expect(back?.actions).toEqual(['SETTLE_CLAIM', 'CARRY', 'ACCEPT_FEE']);
    const shown = await desk.item<{ open_claims: { item_id: number; left: number }[] }>(back?.id);
    // Only the claim on what it takes back, whatever else is claimed.
    expect(shown.open_claims).toMatchObject([{ item_id: missing?.id, left: 800_000 }]);
    const other = await app.database.one<{ id: number }>(
      'SELECT min(id)::int AS id FROM rekonsiliasi_detail WHERE claimed > 0 AND id <> $1',
      [missing?.id],
    );
    const wrong = await desk.ask(back?.id, 'SETTLE_CLAIM', { claim_id: other.id });
    expect(codeOf(await desk.decide(wrong.body.approval_id))).toBe('request.invalid');
    const refused = await (
      await app.as('manajer')
    ).post(`/approvals/${String(wrong.body.approval_id)}/decision`, {
      decision: 'REJECT',
      note: 'Klaim yang lain',
    });
    expect(refused.status).toBe(200);
    const asked = await desk.ask(back?.id, 'SETTLE_CLAIM', { claim_id: missing?.id });
    await desk.approve(asked.body.approval_id);
    await desk.closed(next);
    expect([await claims(), await margin(), await balance()]).toEqual([claimed, before, held]);
    expect(await app.violations()).toEqual([]);
  });
});

it('a refund that was carried and is charged again is nothing, and its day closes', async () => {
  const [refunded, charged, after] = ['2026-04-23', '2026-04-24', '2026-04-25'];
  app.clock.set('2026-04-26T07:00:00+08:00');
  const day = await desk.stored(collector, refunded, file(refunded, [['ULANG-1', 25_000]]));
  const refund = only(await desk.items(day), 'ULANG-1');
  expect([refund?.type, refund?.bank_amount]).toEqual(['AT_BANK_NOT_HERE', 25_000]);
  await desk.settle(refund?.id, 'CARRY');
  await desk.closed(day);
  const next = await desk.stored(collector, charged, file(charged, [['ULANG-1', -25_000]]));
  expect(await desk.told(next)).toEqual(['ULANG-1 MATCHED']);
  await desk.closed(next);
  // Neither line is anybody's any more.
  const last = await desk.stored(collector, after, file(after, []));
  expect(await desk.told(last)).toEqual([]);
  expect(await app.violations()).toEqual([]);
});
