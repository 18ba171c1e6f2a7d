import { testApp, type TestBank } from '../support';
import { codeOf, StatementDesk } from '../support/statement-desk';

/* A mapping that takes the wrong column for the amount: the same bytes are read again by its next version. */

const app = testApp({ jobs: false });
const desk = new StatementDesk(app);
const [DAY, AFTER] = ['2026-05-04', '2026-05-05'] as const;
let bank: TestBank;
let raw = '';

interface Sent {
  readonly stored: boolean;
  readonly known: boolean;
  readonly file_id: number;
  readonly supersedes: number | null;
  readonly reconciliation_id: number;
  readonly stored_as?: number | null;
}

const clerk = () => app.as('admin');

/** @returns the number of the next version of the mapping */
async function saved(amount: string): Promise<number> {
  const mapping = {
    format: 'CSV',
    header: true,
    delimiter: ',',
    amounts: 'POINT_DECIMAL',
    dates: 'YMD',
    columns: [
      { field: 'booked_on', header: 'tgl' },
      { field: 'reference', header: 'ref' },
      { field: 'customer_number', header: 'pelanggan' },
      { field: 'amount', header: amount },
      { field: 'channel', header: 'kanal' },
    ],
  };
  const answer = await (
    await clerk()
  ).post<{ mappings: { id: number; version: number }[] }>(
    `/reconciliation/agreements/${String(bank.id)}/mappings`,
    { name: 'CSV harian', mapping: JSON.stringify(mapping) },
  );
  expect([answer.status, codeOf(answer)]).toEqual([201, undefined]);
  return answer.body.mappings[0]?.id ?? 0;
}

async function send(mapping: number, date: string, preview = false): Promise<Sent> {
  const query = `bank_id=${String(bank.id)}&file_name=harian.csv&mapping_id=${String(mapping)}`;
  const path = preview ? `/preview?${query}` : `?${query}&settlement_date=${date}`;
  const answer = await (
    await clerk()
  ).post<Sent>(`/reconciliation/files${path}`, undefined, {
    headers: { 'content-type': 'application/octet-stream' },
    raw,
  });
  expect([answer.status < 300, codeOf(answer)]).toEqual([true, undefined]);
  return answer.body;
}

beforeAll(async () => {
  app.clock.set(`${DAY}T09:00:00+08:00`);
  bank = await app.make.bank({ code: 'PETA', adminFee: 0 });
  await desk.begin(bank.id, DAY);
  const { amount } = await desk.payAtBank(bank, 'PT-1');
  raw = `tgl,ref,pelanggan,poin,nominal,kanal\n${DAY},PT-1,,1000,${String(amount)},TELLER\n`;
  app.clock.set('2026-05-06T08:00:00+08:00');
});

it('both readings stay, the earlier superseded, and the day is put against the later', async () => {
  const wrong = await saved('poin');
  const first = await send(wrong, DAY);
  expect(first).toMatchObject({ stored: true, supersedes: null });
  const day = first.reconciliation_id;
  expect(await desk.told(day)).toEqual(['PT-1 AMOUNT_DIFFERS']);
  expect(await send(wrong, DAY)).toMatchObject({ stored: false, known: true, file_id: first.file_id });

  const right = await saved('nominal');
  expect(await send(right, DAY, true)).toMatchObject({ stored_as: null, supersedes: first.file_id });
  const second = await send(right, DAY);
  expect(second).toMatchObject({ stored: true, known: false, supersedes: first.file_id });
  expect(await desk.told(day)).toEqual(['PT-1 MATCHED']);
  // The same way once more is nothing new; nor are bytes of this day for another, whichever way they are read.
  expect(await send(right, DAY)).toMatchObject({ stored: false, known: true, file_id: second.file_id });
  expect(await send(await saved('nominal'), AFTER)).toMatchObject({ stored: false, known: true });
  const files = await app.database.query(
    `SELECT f.id::int, f.superseded_at IS NOT NULL AS superseded, f.file #>> '{mapping,version}' AS version FROM berkas_rekonsiliasi f
     WHERE f.collector_id = $1 ORDER BY f.id`,
    [bank.id],
  );
  expect(files).toEqual([
    { id: first.file_id, superseded: true, version: '1' },
    { id: second.file_id, superseded: false, version: '2' },
  ]);
  // Whoever was right after all: the first reading holds again.
  expect(await send(wrong, DAY)).toMatchObject({ stored: true, supersedes: second.file_id });
  expect(await send(right, DAY)).toMatchObject({ stored: true, supersedes: first.file_id });
  await desk.closed(day);
  expect(await app.violations()).toEqual([]);
});
