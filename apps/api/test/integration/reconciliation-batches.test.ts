import { testApp, type TestBank } from '../support';
import { codeOf, StatementDesk } from '../support/statement-desk';

/* One credit of the bank for many payments: they and its fee are found together, and stay together. */

const app = testApp({ jobs: false });
const desk = new StatementDesk(app);
const [DAY, NEXT, AFTER] = ['2026-03-02', '2026-03-03', '2026-03-04'] as const;
let bank: TestBank;

interface Batch {
  readonly gross: number;
  readonly fee: number;
}

const money = (amount: number): string => `${amount.toLocaleString('en-US')}.00`;

/** The statement of an account into which a bank pays what its QRIS collected, less the discount. */
function batchFile(date: string, batches: readonly Batch[], account = '0000012345'): string {
  const [year = '', month = '', day = ''] = date.split('-');
  let balance = 1_000_000;
  const rows = batches.map(({ gross, fee }) => {
    balance += gross - fee;
    const text = `KR OTOMATIS MID : 885000123456789 TIRTA QR : ${String(gross)}.00 DDR : ${String(fee)}.00`;
    return `${day}/${month},"${text}",'0998,"${money(gross - fee)} CR","${money(balance)}"`;
  });
  return [
    `No. rekening : ${account}`,
    `Periode : ${day}/${month}/${year} - ${day}/${month}/${year}`,
    'Mata Uang : IDR',
    '',
    'Tanggal Transaksi,Keterangan,Cabang,Jumlah,Saldo',
    ...rows,
    `Saldo Awal : ${money(1_000_000)}`,
    'Mutasi Debet : 0.00',
    `Mutasi Kredit : ${money(balance - 1_000_000)}`,
    `Saldo Akhir : ${money(balance)}`,
    '',
  ].join('\n');
}

/** @returns what was paid by QRIS */
async function pay(reference: string, usage: number): Promise<number> {
  const client = bank.client();
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2026-02', usage });
  const { inquiry_id, total_amount: amount } = (
    await client.verify({ customer_number: customer.customer_number })
  ).body as { inquiry_id: string; total_amount: number };
  const paid = await client.process({
    bank_reference: reference,
    inquiry_id,
    amount,
    paid_at: app.clock.text(app.clock.now()),
    channel: 'QRIS',
  });
  expect(paid.status).toBe(200);
  return amount;
}

const run = async (dayId: number) => {
  expect((await (await app.as('admin')).post(`/reconciliation/days/${String(dayId)}/run`)).status).toBe(200);
};

const told = async (dayId: number) =>
  (await desk.items(dayId))
    .map(({ reference, type, state }) => `${reference ?? '-'} ${type} ${state}`)
    .sort();

const one = async (dayId: number, filter: string) => {
  const found = await desk.items(dayId, filter);
  expect(found).toHaveLength(1);
  return found[0];
};

const booked = async (account: string) =>
  (
    await app.database.one<{ net: number }>(
      'SELECT coalesce(sum(debit - credit), 0)::int AS net FROM jurnal_baris WHERE account = $1 AND collector_id = $2',
      [account, bank.id],
    )
  ).net;

async function paymentsOf(...references: string[]): Promise<number[]> {
  const rows = await app.database.query<{ id: number }>(
    'SELECT id::int FROM pembayaran WHERE bank_reference = ANY ($1) ORDER BY id',
    [references],
  );
  return rows.map(({ id }) => id);
}

/** Items of a day that lean on a file that is not in force. */
const astray = (dayId: number) =>
  app.database.query(
    `SELECT d.id FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id
     JOIN berkas_rekonsiliasi_baris l ON l.id = d.line_id WHERE r.id = $1 AND l.file_id <> r.file_id`,
    [dayId],
  );

beforeAll(async () => {
  app.clock.set(`${DAY}T09:00:00+08:00`);
  bank = await app.make.bank({ code: 'GABUNG', adminFee: 0 });
  await desk.begin(bank.id, DAY);
});

it('a batch whose fee is asked for, decided on or in a corrected file keeps its payments', async () => {
  const gross = (await pay('GB-1', 25)) + (await pay('GB-2', 31)) + (await pay('GB-3', 38));
  app.clock.set(`${NEXT}T07:00:00+08:00`);
  const day = await desk.stored(bank.id, DAY, batchFile(DAY, [{ gross, fee: 643 }]));
  const whole = (fee: string) => [fee, ...[1, 2, 3].map((n) => `GB-${String(n)} MATCHED MATCHED`)].sort();
  expect(await told(day)).toEqual(whole('- MDR OPEN'));

  const asked = await desk.ask((await one(day, '&type=MDR'))?.id, 'ACCEPT_FEE');
  await run(day);
  expect(await told(day)).toEqual(whole('- MDR OPEN'));
  expect(
    (await desk.send(bank.id, DAY, batchFile(DAY, [{ gross, fee: 643 }], '0000012346'))).body,
  ).toMatchObject({
    stored: true,
    reconciliation_id: day,
  });
  expect([await told(day), await astray(day)]).toEqual([whole('- MDR OPEN'), []]);

  await desk.approve(asked.body.approval_id);
  await run(day);
  expect(await told(day)).toEqual(whole('- MDR ADJUSTED'));
  expect(
    (await desk.send(bank.id, DAY, batchFile(DAY, [{ gross, fee: 643 }], '0000012347'))).body,
  ).toMatchObject({
    stored: true,
    reconciliation_id: day,
  });
  expect([await told(day), await astray(day)]).toEqual([whole('- MDR ADJUSTED'), []]);
  await desk.closed(day);
  expect([await booked('1110'), await booked('5110'), await booked('1130')]).toEqual([gross - 643, 643, 0]);
  expect(await app.violations()).toEqual([]);
});

it('what is left of a batch that was assigned stays until it is decided on, and goes with the assignment', async () => {
  app.clock.set(`${NEXT}T09:00:00+08:00`);
  const [first, second, third] = [await pay('GB-4', 26), await pay('GB-5', 33), await pay('GB-6', 40)];
  app.clock.set(`${AFTER}T07:00:00+08:00`);
  const before = await booked('1110');
  // In the order they were paid the two do not come out: a person says which is which, and a thousand is missing.
  const batches = [
    { gross: first + third, fee: 0 },
    { gross: second - 1_000, fee: 150 },
  ];
  const day = await desk.stored(bank.id, NEXT, batchFile(NEXT, batches));
  const [, short] = (await desk.items(day, '&type=SEVERAL_CANDIDATES'))
    .filter(({ bank_amount: amount }) => amount > 0)
    .sort((a, b) => b.bank_amount - a.bank_amount);
  const assigned = await desk.ask(short?.id, 'ASSIGN', { payment_ids: await paymentsOf('GB-5') });
  await desk.approve(assigned.body.approval_id);
  const rest = () => one(day, '&type=AMOUNT_DIFFERS');
  const member = () => one(day, '&state=ADJUSTED&type=HERE_NOT_AT_BANK');
  await run(day);
  expect(await rest()).toMatchObject({ state: 'OPEN', our_amount: 0, bank_amount: -1_150 });
  expect((await desk.items(day, '&state=MATCHED')).map(({ reference }) => reference).sort()).toEqual(
    ['-', 'GB-4', 'GB-6'].map((reference) => (reference === '-' ? null : reference)).sort(),
  );

  // A corrected file has the same line once, however many items lean on it.
  const corrected = await desk.send(bank.id, NEXT, batchFile(NEXT, batches, '0000012346'));
  expect(corrected.body).toMatchObject({ stored: true, reconciliation_id: day });
  expect([await astray(day), (await rest())?.state]).toEqual([[], 'OPEN']);

  const withdraw = async (id: number | undefined) =>
    (await app.as('admin')).post<{ approval_id: number }>(`/reconciliation/items/${String(id)}/withdrawal`, {
      reason: 'Keputusan ini keliru',
    });
  const accepted = await desk.ask((await rest())?.id, 'ACCEPT_FEE');
  // Neither may go while the other waits or stands.
  expect(codeOf(await withdraw((await member())?.id))).toBe('reconciliation.decision_stands');
  await desk.approve(accepted.body.approval_id);
  expect(codeOf(await withdraw((await member())?.id))).toBe('reconciliation.decision_stands');
  await desk.approve((await withdraw((await rest())?.id)).body.approval_id);
  await run(day);
  expect(await rest()).toMatchObject({ state: 'OPEN', our_amount: 0, bank_amount: -1_150 });

  // The assignment goes with all that is of its line, and is made anew.
  await desk.approve((await withdraw((await member())?.id)).body.approval_id);
  await run(day);
  expect(await desk.items(day, '&state=ADJUSTED')).toEqual([]);
  const again = (await desk.items(day, '&type=AMOUNT_DIFFERS'))[0];
  expect(again).toBeUndefined();
  const [, anew] = (await desk.items(day, '&type=SEVERAL_CANDIDATES'))
    .filter(({ bank_amount: amount }) => amount > 0)
    .sort((a, b) => b.bank_amount - a.bank_amount);
  await desk.approve(
    (await desk.ask(anew?.id, 'ASSIGN', { payment_ids: await paymentsOf('GB-5') })).body.approval_id,
  );
  await run(day);
  await desk.settle((await rest())?.id, 'CLAIM');

  // Whatever loses a payment of the day on the way: it is refused before it is booked, and found again by a run.
  await app.database.query('DELETE FROM rekonsiliasi_detail WHERE payment_id = ANY ($1)', [
    await paymentsOf('GB-4'),
  ]);
  const refused = await desk.close(day);
  expect([refused.status, refused.body]).toMatchObject([
    409,
    {
      code: 'reconciliation.not_whole',
      items_amount: second + third - 1_150,
      file_amount: first + second + third - 1_150,
      payments_without_item: 1,
      payments_in_two_items: 0,
    },
  ]);
  await run(day);
  await desk.closed(day);
  const sum = first + second + third;
  expect([await booked('1110'), await booked('1160'), await booked('1130')]).toEqual([
    before + sum - 1_150,
    1_000,
    0,
  ]);
  expect(await app.violations()).toEqual([]);
});
