import { testApp, type TestBank } from '../support';
import { SandboxSupplier } from '../support/sandbox-supplier';
import { codeOf, StatementDesk } from '../support/statement-desk';

/* What the statement of our account has and our books do not, and somebody enters by its slip while a decision waits. */

const app = testApp({ jobs: false });
const desk = new StatementDesk(app);
const [DAY, AFTER] = ['2026-05-04', '2026-05-05'] as const;
let keeper: TestBank;
let sandbox: SandboxSupplier | undefined;
let day: number;
afterAll(() => sandbox?.stop());

const refuse = async (approvalId: number) => {
  const answer = await (
    await app.as('manajer')
  ).post(`/approvals/${String(approvalId)}/decision`, { decision: 'REJECT', note: 'Slipnya sudah dicatat' });
  expect(answer.status).toBe(200);
};

const itemOf = async (reference: string) =>
  (await desk.items(day)).find((item) => item.reference === reference);

beforeAll(async () => {
  app.clock.set(`${DAY}T09:00:00+08:00`);
  sandbox = await SandboxSupplier.start(app, app.url, 'PEMASOKS');
  keeper = await app.make.bank({ code: 'KASDA', adminFee: 0 });
  await desk.begin(keeper.id, DAY, { own_account: true });
  app.clock.set(`${AFTER}T08:00:00+08:00`);
  const statement = [
    ':20:STM260504',
    ':25:0011223344IDR',
    ':28C:1/1',
    ':60F:C260504IDR1000000,00',
    ':61:260504C500000,00NTRFSLIP-1',
    ':86:SETORAN MITRA',
    ':61:260504D700000,00NTRFTRF-9',
    ':86:PEMBAYARAN PEMASOK',
    ':62F:C260504IDR800000,00',
    '',
  ].join('\n');
  day = await desk.stored(keeper.id, DAY, statement);
  expect(await desk.told(day)).toEqual(['SLIP-1 AT_BANK_NOT_HERE', 'TRF-9 AT_BANK_NOT_HERE']);
});

it('is not booked a second time', async () => {
  const [came, went] = [await itemOf('SLIP-1'), await itemOf('TRF-9')];
  const asked = [await desk.ask(came?.id, 'SUSPENSE'), await desk.ask(went?.id, 'CLAIM')];
  expect(asked.map(({ status }) => status)).toEqual([202, 202]);

  const partner = await app.make.partner(0);
  const paidIn = await (
    await app.as('admin')
  ).post<{ approval_id: number }>(`/partners/${String(partner.id)}/deposit/top-ups`, {
    amount: 500_000,
    bank_reference: 'SLIP-1',
    reason: 'Setoran mitra',
  });
  await desk.approve(paidIn.body.approval_id);
  const { id: supplier } = await app.database.one<{ id: number }>(
    "SELECT id::int FROM penyedia WHERE code = 'PEMASOKS'",
  );
  await desk.pay(supplier, 700_000, 'TRF-9');

  for (const { body } of asked) {
    expect(codeOf(await desk.decide(body.approval_id))).toBe('reconciliation.item_outdated');
    await refuse(body.approval_id);
  }
  const held = await app.database.query("SELECT 1 FROM pembayaran_alokasi WHERE kind = 'SUSPENSE'");
  expect(held).toEqual([]);
  const run = await (await app.as('admin')).post(`/reconciliation/days/${String(day)}/run`);
  expect(run.status).toBe(200);
  expect(await desk.told(day)).toEqual(['SLIP-1 NEXT_BUSINESS_DAY', 'TRF-9 MATCHED']);
  await desk.settle((await itemOf('SLIP-1'))?.id, 'ACCEPT');
  await desk.closed(day);
  expect(await app.violations()).toEqual([]);
});
