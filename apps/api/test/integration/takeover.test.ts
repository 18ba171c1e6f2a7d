import { buildCustomerNumber, businessDate, rupiah, TAKEOVER_COLUMNS } from '@tirtapay/domain';
import { InquireBills } from '../../src/modules/money/payment';
import { PolicyBook } from '../../src/modules/water/penalty';
import { CarryOutBalances } from '../../src/modules/money/takeover/arrears/carry-out-balances';
import { testApp, type TestRegion } from '../support';
import { insertTariff, TEST_TARIFFS } from '../support/tariffs';

const app = testApp({ jobs: false });
const bytes = { headers: { 'content-type': 'application/octet-stream' } };
const code = (body: unknown) => (body as { code?: string }).code;

interface Taken {
  id: number;
  state: string;
  rows_read: number;
  rows_refused: number;
  findings_total: number;
  amount: number;
  encoding: string;
  delimiter: string | null;
  broken: string | null;
  missing: string[];
  columns: { header: string; example: string; field: string | null }[];
  zeros_lost: boolean;
  known_as: number | null;
  importable: boolean;
  undoable: boolean;
  approval_id: number | null;
}

let region: TestRegion;
const TARIFF = 'HALSEL-RT1';
beforeAll(async () => {
  region = await app.make.region();
  await app.make.tariff(TARIFF);
});

const number = (sequence: number) =>
  buildCustomerNumber({ region: region.code, route: region.route.code, sequence });

const HEADER =
  'Nomor pelanggan;Nomor lama;Nama;Alamat;NIK;Kode wilayah;Kode rute;Kode golongan;Nomor meter;Tanggal baca terakhir;Stan terakhir';
interface Wishes {
  number?: string;
  legacy?: string;
  name?: string;
  nik?: string;
  region?: string;
  serial: string;
  stand?: string;
}
const customer = (wishes: Wishes) =>
  [
    wishes.number ?? '',
    wishes.legacy ?? '',
    wishes.name ?? '"Nur’aini; S.Pd"',
    'Jl. Melati 10',
    wishes.nik ?? '-',
    wishes.region ?? region.code,
    region.route.code,
    TARIFF,
    wishes.serial,
    '25/10/2025',
    wishes.stand ?? '1.234',
  ].join(';');
const file = (...rows: string[]) => Buffer.from(`\ufeff${[HEADER, ...rows].join('\r\n')}`);
const arrears = (...rows: string[]) =>
  Buffer.from(
    ['Nomor pelanggan;Bulan pemakaian;Stan awal;Stan akhir;Pokok tagihan;Denda', ...rows].join('\n'),
  );

async function check(raw: Buffer, kind = 'CUSTOMERS', more = '') {
  const answer = await (
    await app.as('admin')
  ).post<Taken>(`/takeovers?kind=${kind}&file_name=lama.csv${more}`, undefined, { ...bytes, raw });
  expect([answer.status, code(answer.body)]).toEqual([201, undefined]);
  return answer.body;
}

const importing = async (id: number, raw: Buffer) =>
  (await app.as('admin')).post<Taken>(`/takeovers/${String(id)}/import`, undefined, { ...bytes, raw });

async function imported(raw: Buffer, kind = 'CUSTOMERS'): Promise<Taken> {
  const checked = await check(raw, kind);
  expect(await findings(checked.id)).toEqual([]);
  const answer = await importing(checked.id, raw);
  expect([answer.status, code(answer.body)]).toEqual([200, undefined]);
  return answer.body;
}

async function findings(id: number): Promise<unknown[]> {
  const page = await (
    await app.as('admin')
  ).get<{ data: { line: number; column: string; code: string; suggestion: string | null }[] }>(
    `/takeovers/${String(id)}/findings?page_size=100`,
  );
  return page.body.data.map((one) =>
    [one.line, one.column, one.code, one.suggestion].filter((value) => value !== null),
  );
}

async function decide(taken: Taken, decision: 'APPROVE' | 'REJECT' = 'APPROVE'): Promise<void> {
  const waiting = await app.database.one<{ id: number }>(
    "SELECT id::int FROM persetujuan WHERE kind = 'opening_balances' AND entity_id = $1 AND status = 'PENDING'",
    [taken.id],
  );
  const answer = await (
    await app.as('manajer')
  ).post(`/approvals/${String(waiting.id)}/decision`, { decision, note: 'Sudah dicek dengan daftar lama' });
  expect([answer.status, code(answer.body)]).toEqual([200, undefined]);
  await app.get(CarryOutBalances).run(taken.id);
}

const one = async (id: number) => (await (await app.as('admin')).get<Taken>(`/takeovers/${String(id)}`)).body;
const undo = async (id: number) =>
  (await app.as('admin')).post<Taken>(`/takeovers/${String(id)}/undo`, { reason: 'Berkas bulan yang salah' });

/** Until a session of the application waits for somebody's lock. */
async function waitingForLock(): Promise<void> {
  const found = await app.database.one<{ waits: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
       WHERE NOT l.granted AND a.datname = current_database()) AS waits`,
  );
  if (!found.waits) await waitingForLock();
}

describe('customers of the system before', () => {
  test('are taken over with number, meter, stand and earlier number, and found by it everywhere', async () => {
    const raw = file(
      customer({ number: number(41), legacy: 'pdam/00123', nik: '7471012304890099', serial: 'TK-1' }),
      customer({ serial: 'TK-2' }),
    );
    const checked = await check(raw);
    expect(checked).toMatchObject({
      state: 'CHECKED',
      rows_read: 2,
      rows_refused: 0,
      encoding: 'utf-8',
      delimiter: ';',
      importable: true,
    });
    expect((await importing(checked.id, raw)).body).toMatchObject({ state: 'IMPORTED', undoable: true });
    const rows = await app.database.query<Record<string, unknown>>(
      `SELECT p.customer_number, p.name, p.state, m.serial, m.installed_on::text, m.installed_stand, h.reason
       FROM pelanggan p JOIN meter m ON m.customer_id = p.id JOIN riwayat_pelanggan h ON h.customer_id = p.id
       WHERE m.serial LIKE 'TK-%' ORDER BY m.serial`,
    );
    const same = {
      name: 'Nur’aini; S.Pd',
      state: 'AKTIF',
      installed_on: '2025-10-25',
      installed_stand: 1234,
      reason: 'Pengambilalihan: lama.csv',
    };
    expect(rows).toEqual([
      { ...same, customer_number: number(41), serial: 'TK-1' },
      // the sequence goes on behind the numbers that the file gives
      { ...same, customer_number: number(42), serial: 'TK-2' },
    ]);
    const found = await (
      await app.as('admin')
    ).get<{ data: { customer_number: string }[] }>('/customers?q=PDAM%2F00123');
    expect(found.body.data.map((row) => row.customer_number)).toEqual([number(41)]);
  });

  test('who left one house and lives in another stands in a file once of each', async () => {
    const nik = '7471012304890077';
    const left = customer({ number: number(43), nik, serial: '' }).replace(/;;25\/10\/2025;1\.234$/, ';;;');
    const raw = Buffer.from(
      `\ufeff${[`${HEADER};Status`, `${left};tutup`, `${customer({ number: number(44), nik, serial: 'TK-4' })};aktif`].join('\r\n')}`,
    );
    const checked = await check(raw);
    expect(await findings(checked.id)).toEqual([]);
    expect((await importing(checked.id, raw)).status).toBe(200);
    const rows = await app.database.query(
      'SELECT state FROM pelanggan WHERE customer_number = ANY ($1) AND nik_index IS NOT NULL ORDER BY customer_number',
      [[number(43), number(44)]],
    );
    expect(rows).toEqual([{ state: 'NONAKTIF' }, { state: 'AKTIF' }]);
    // Twice of one who lives there is a mistake, as before.
    const twice = file(
      customer({ nik: '7471012304890066', serial: 'TK-5' }),
      customer({ nik: '7471012304890066', serial: 'TK-6' }),
    );
    expect(await findings((await check(twice)).id)).toEqual([
      [2, 'NIK', 'TWICE'],
      [3, 'NIK', 'TWICE'],
    ]);
  });

  test('the same bytes again change nothing and are not called imported', async () => {
    const raw = file(customer({ serial: 'TK-3' }));
    const first = await imported(raw);
    const again = await check(raw);
    expect(again).toMatchObject({ known_as: first.id, importable: false });
    expect(code((await importing(again.id, raw)).body)).toBe('takeover.not_importable');
  });

  test('every mistake of every row is told with its line; nothing of the file is taken', async () => {
    const raw = file(
      customer({
        number: `${number(50).slice(0, 11)}${String((Number(number(50).at(-1)) + 1) % 10)}`,
        serial: 'TK-10',
      }),
      customer({ serial: 'tk-11' }),
      customer({ serial: 'TK-11' }),
      customer({ serial: 'TK-12', region: '99', stand: '1.234,5' }),
      customer({ serial: 'TK-13', name: '=HYPERLINK(1)' }),
      customer({ serial: 'TK-1', nik: '7471012304890099' }),
      customer({ serial: 'TK-14', legacy: 'PDAM/00123' }),
      customer({ serial: 'TK-15', legacy: number(41) }),
    );
    const checked = await check(raw);
    expect(await findings(checked.id)).toEqual([
      [2, 'Nomor pelanggan', 'NUMBER_WRONG'],
      [3, 'Nomor meter', 'TWICE'],
      [4, 'Nomor meter', 'TWICE'],
      [5, 'Stan terakhir', 'WHOLE_NUMBER'],
      [6, 'Nama', 'FORMULA'],
      [7, 'Nomor meter', 'SERIAL_TAKEN'],
      [7, 'NIK', 'NIK_TAKEN'],
      [8, 'Nomor lama', 'LEGACY_TAKEN'],
      [9, 'Nomor lama', 'LEGACY_IS_NUMBER'],
    ]);
    expect(checked).toMatchObject({ rows_read: 8, rows_refused: 8, importable: false });
    expect(code((await importing(checked.id, raw)).body)).toBe('takeover.not_importable');
    const rows = await app.database.query("SELECT FROM meter WHERE serial LIKE 'TK-1_'");
    expect(rows).toEqual([]);
  });

  test('a file of another utility, and one whose codes are unknown', async () => {
    const checked = await check(file(customer({ serial: 'TK-20', region: '99' })));
    expect(await findings(checked.id)).toEqual([[2, 'Kode wilayah', 'REGION_UNKNOWN']]);
    expect(await check(Buffer.from('a;b\n1;2'))).toMatchObject({ rows_read: 0, importable: false });
    const nothing = await check(Buffer.from(`${HEADER}\r\n`));
    expect(nothing).toMatchObject({ rows_read: 0, importable: false });
    expect(code((await importing(nothing.id, Buffer.from(`${HEADER}\r\n`))).body)).toBe(
      'takeover.not_importable',
    );
    expect((await check(Buffer.from('Nama;Alamat\nA;B'))).missing).toContain('Nomor meter');
    expect((await check(Buffer.from('%PDF-1.7'))).broken).toBe('FORMAT_UNKNOWN');
    expect((await check(Buffer.from(`Nama;Alamat\n"${'x'.repeat(600_000)}`))).broken).toBe(
      'RECORD_TOO_LARGE',
    );
  });

  test('a meter its category has no price for', async () => {
    const version = { ...TEST_TARIFFS[TARIFF], code: 'UKURAN' };
    const charge = { code: 'DANA_METER', label: 'Dana meter 20 mm', meterSizeMm: 20, amount: rupiah(7_500) };
    await insertTariff(app.database, { ...version, fixedCharges: [charge] });
    const rows = ['15', '20'].map(
      (size) => `${customer({ serial: `TK-2${size}` }).replace(TARIFF, 'UKURAN')};${size}`,
    );
    const checked = await check(Buffer.from(`\ufeff${[`${HEADER};Ukuran meter`, ...rows].join('\r\n')}`));
    expect(await findings(checked.id)).toEqual([[2, 'Ukuran meter (mm)', 'SIZE_UNPRICED']]);
  });

  test('a file that breaks on the way is not taken up to there', async () => {
    const raw = file(customer({ serial: 'TK-25' }), `"${'x\n'.repeat(300_000)}`);
    const checked = await check(raw);
    expect(checked).toMatchObject({
      rows_read: 1,
      rows_refused: 0,
      broken: 'RECORD_TOO_LARGE',
      importable: false,
    });
    expect(code((await importing(checked.id, raw)).body)).toBe('takeover.not_importable');
  });

  test('whatever bytes a file has, it is answered: a table of dBase, a zero in a cell, half a character', async () => {
    const dbf = Buffer.concat([Buffer.from([3, 125, 11, 25]), Buffer.alloc(28), Buffer.from('NAMA\0\0C')]);
    expect((await check(dbf)).broken).toBe('FORMAT_UNKNOWN');
    const cut = `${'x'.repeat(79)}😀`;
    const late = file(
      ...Array.from({ length: 60 }, () => customer({ serial: 'TK-26', region: '99' })),
      'a;\0',
    );
    expect(await check(late)).toMatchObject({ broken: null, importable: false });
    expect(await check(Buffer.from(`${HEADER};${cut}\n${customer({ serial: 'TK-27' })}`))).toMatchObject({
      rows_read: 1,
      importable: true,
    });
  });

  test('nobody’s NIK is kept or shown as an example, whatever its column is called', async () => {
    const nik = '7471012304890088';
    const checked = await check(file(customer({ nik, serial: 'TK-28' })));
    expect(checked.columns.find(({ field }) => field === 'nik')?.example).toBe('7471…');
    const unnamed = await check(Buffer.from(`Nama;Alamat;KTP pemilik\nAni;Jl. B 1;'${nik}`));
    expect(unnamed.columns.map(({ example }) => example)).toEqual(['Ani', 'Jl. B 1', "'747…"]);
    const shifted = await check(file(customer({ legacy: nik, serial: 'TK-29', stand: `7;${nik}` })));
    expect(shifted.rows_refused).toBe(1);
    const kept = await app.database.query(
      `SELECT FROM pengambilalihan p WHERE strpos(p.detected::text, $1) > 0
       UNION ALL SELECT FROM pengambilalihan_temuan f WHERE strpos(f.found, $1) > 0`,
      [nik],
    );
    expect(kept).toEqual([]);
  });

  test('more than a million rows are several files', async () => {
    const { Findings } = await import('../../src/modules/money/takeover/reading/findings');
    const { readRows } = await import('../../src/modules/money/takeover/reading/read-rows');
    async function* records() {
      for (let line = 1; line <= 1_000_002; line += 500)
        yield await Promise.resolve(
          Array.from({ length: 500 }, (_, at) => ({
            cells: line + at === 1 ? ['Nama', 'Alamat'] : ['a'],
            line: line + at,
            raw: '',
          })),
        );
    }
    const { rows, detected } = await readRows(
      {
        detected: { format: 'CSV', encoding: 'utf-8', byte_order_mark: false, delimiter: ';' },
        records: () => records(),
      },
      {
        kind: 'CUSTOMERS',
        columns: TAKEOVER_COLUMNS.CUSTOMERS.map(({ field }) => field),
        restoreZeros: false,
        today: businessDate('2026-01-05'),
        read: () => ({ row: null, findings: [] }),
      },
      new Findings(),
      () => Promise.resolve(),
    );
    expect([rows, detected.broken]).toEqual([1_000_000, { code: 'TOO_MANY_ROWS', line: 1_000_002 }]);
  });

  test('lost zeros are offered back, and come back when a person wants them', async () => {
    const short = await app.make.region('07');
    const full = buildCustomerNumber({ region: '07', route: short.route.code, sequence: 3 });
    const raw = file(
      customer({ number: full.slice(1), serial: 'TK-30', region: '7' }).replace(
        `;${region.route.code};`,
        `;${short.route.code};`,
      ),
    );
    const checked = await check(raw);
    expect(await findings(checked.id)).toEqual([
      [2, 'Kode wilayah', 'ZEROS_LOST', '07'],
      [2, 'Nomor pelanggan', 'ZEROS_LOST', full],
    ]);
    expect(checked.zeros_lost).toBe(true);
    const mended = await check(raw, 'CUSTOMERS', '&zeros=RESTORE');
    expect((await importing(mended.id, raw)).body.state).toBe('IMPORTED');
  });

  test('what was checked is what is imported', async () => {
    const raw = file(customer({ serial: 'TK-40' }));
    const checked = await check(raw);
    expect(code((await importing(checked.id, file(customer({ serial: 'TK-41' })))).body)).toBe(
      'takeover.other_file',
    );
    await imported(file(customer({ serial: 'tk-40', name: 'Ani' })));
    expect(code((await importing(checked.id, raw)).body)).toBe('takeover.changed');
  });

  test('columns are mapped by a person where their titles say nothing', async () => {
    const raw = Buffer.from(
      `X1;X2;X3;X4;X5;X6;X7;X8\nAni;Jl. B 1;${region.code};${region.route.code};${TARIFF};TK-45;25/10/2025;7`,
    );
    const fields = 'name,address,region,route,tariff,meter_serial,read_on,stand';
    const checked = await check(raw, 'CUSTOMERS', `&columns=${fields}`);
    expect(checked).toMatchObject({ rows_read: 1, rows_refused: 0, importable: true });
  });

  test('undone, they are closed; the mended file takes the same numbers again', async () => {
    const first = await imported(file(customer({ number: number(60), legacy: 'L-60', serial: 'TK-60' })));
    expect((await undo(first.id)).body).toMatchObject({ state: 'UNDONE', undoable: false });
    expect(code((await undo(first.id)).body)).toBe('takeover.not_undoable');
    await imported(file(customer({ number: number(60), legacy: 'L-60', serial: 'TK-60', name: 'Ani' })));
    const rows = await app.database.query<Record<string, unknown>>(
      `SELECT p.name, p.state, (SELECT count(*)::int FROM meter m WHERE m.customer_id = p.id AND m.removed_on IS NULL) AS meters
       FROM pelanggan p WHERE p.customer_number = $1`,
      [number(60)],
    );
    expect(rows).toEqual([{ name: 'Ani', state: 'AKTIF', meters: 1 }]);
  });

  test('nobody without the permission imports', async () => {
    const raw = file(customer({ serial: 'TK-50' }));
    const answer = await (
      await app.as('manajer')
    ).post('/takeovers?kind=CUSTOMERS&file_name=a.csv', undefined, { ...bytes, raw });
    expect(answer.status).toBe(403);
  });
});

describe('what they owe', () => {
  const sums = () =>
    app.database.one<{ owed: number; opening: number }>(
      `SELECT coalesce(sum(debit - credit) FILTER (WHERE account = '1210'), 0)::int AS owed,
         coalesce(sum(credit - debit) FILTER (WHERE account = '3900'), 0)::int AS opening FROM jurnal_baris`,
    );

  test('becomes bills of kind OPENING when a second person agrees; a bank takes them; then nothing is undone', async () => {
    await imported(file(customer({ number: number(70), legacy: 'OLD-70', serial: 'TK-70' })));
    const before = await sums();
    const raw = arrears('old-70;03/2025;1.200;1.234;97.500;10.000', `${number(70)};2025-04;;;Rp50.000,00;`);
    const waiting = await imported(raw, 'ARREARS');
    expect(waiting).toMatchObject({ state: 'WAITING', amount: 157_500 });
    expect(await sums()).toEqual(before);
    await decide(waiting);
    expect(await one(waiting.id)).toMatchObject({ state: 'IMPORTED', undoable: true });
    expect(await sums()).toEqual({ owed: before.owed + 157_500, opening: before.opening + 157_500 });
    const bank = (await app.make.bank({ code: 'SULTRA', adminFee: 0 })).client();
    const inquiry = (await bank.verify({ customer_number: number(70) })).body as {
      inquiry_id: string;
      total_amount: number;
      bills: { bill_number: string }[];
    };
    expect([inquiry.total_amount, inquiry.bills.map((bill) => bill.bill_number)]).toEqual([
      157_500,
      [`${number(70)}202503`, `${number(70)}202504`],
    ]);
    const paid = await bank.process({
      bank_reference: 'OPEN-1',
      inquiry_id: inquiry.inquiry_id,
      amount: inquiry.total_amount,
      paid_at: app.clock.text(app.clock.now()),
      channel: 'TELLER',
    });
    expect(paid.status).toBe(200);
    expect((await one(waiting.id)).undoable).toBe(false);
    const refused = await undo(waiting.id);
    expect([code(refused.body), refused.body]).toMatchObject([
      'takeover.built_upon',
      { bill_number: `${number(70)}202503` },
    ]);
  });

  test('given up by its job, they are as before: asked for again, or still there', async () => {
    await imported(file(customer({ number: number(190), serial: 'TK-190' })));
    const raw = arrears(`${number(190)};03/2025;1.200;1.234;97.500;10.000`);
    // Whatever it is that goes wrong each time; of the bills of this customer alone.
    const breaks = async (happens: 'INSERT' | 'UPDATE') => {
      await app.database
        .query(`CREATE FUNCTION of_this_customer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'too long' USING ERRCODE = '57014'; END $$`);
      await app.database.query(
        `CREATE TRIGGER of_this_customer BEFORE ${happens} ON tagihan FOR EACH ROW EXECUTE FUNCTION of_this_customer()`,
      );
    };
    const whole = () => app.database.query('DROP FUNCTION of_this_customer CASCADE');
    const jobs = app.get(CarryOutBalances);
    const agreed = async (taken: Taken) => {
      await expect(decide(taken)).rejects.toMatchObject({ code: '57014' });
    };

    const waiting = await imported(raw, 'ARREARS');
    await breaks('INSERT');
    await agreed(waiting);
    expect(await one(waiting.id)).toMatchObject({ state: 'RUNNING' });
    await expect(jobs.run(waiting.id, { last: true })).rejects.toMatchObject({ code: '57014' });
    expect(await one(waiting.id)).toMatchObject({
      state: 'FAILED',
      note: expect.stringMatching(/dihentikan.*57014/) as string,
    });
    await whole();
    await jobs.run(waiting.id, { last: true });
    expect(await one(waiting.id)).toMatchObject({ state: 'FAILED' });
    const again = await imported(raw, 'ARREARS');
    await decide(again);
    expect(await one(again.id)).toMatchObject({ state: 'IMPORTED', note: null });

    expect((await undo(again.id)).status).toBe(200);
    await breaks('UPDATE');
    await agreed(again);
    await expect(jobs.run(again.id, { last: true })).rejects.toMatchObject({ code: '57014' });
    expect(await one(again.id)).toMatchObject({
      state: 'IMPORTED',
      undoable: true,
      note: expect.stringMatching(/Pembatalan.*57014/) as string,
    });
    await whole();
    expect((await undo(again.id)).status).toBe(200);
    await decide(again);
    expect(await one(again.id)).toMatchObject({ state: 'UNDONE' });
  });

  test('is put right by two people: issued anew while it is owed, withdrawn when nothing was, credit once it is paid', async () => {
    interface Owed {
      id: number;
      state: string;
      principal: number;
    }
    await imported(file(customer({ number: number(72), serial: 'TK-72' })));
    const raw = arrears(`${number(72)};03/2025;;;97.500;10.000`, `${number(72)};2025-04;;;Rp50.000,00;`);
    await decide(await imported(raw, 'ARREARS'));
    const before = await sums();
    const office = await app.as('admin');
    const manager = await app.as('manajer');
    const billsOf = (month: string) =>
      app.database.query<Owed>(
        'SELECT id::int, state, principal::int FROM tagihan WHERE bill_number = $1 ORDER BY id',
        [`${number(72)}${month}`],
      );
    const [march] = await billsOf('202503');
    const [april] = await billsOf('202504');
    const ask = (bill: Owed | undefined, principal: number, penalty: number) =>
      office.post<{ approval_id: number; code: string }>(`/bills/${String(bill?.id)}/opening-correction`, {
        principal,
        penalty,
        reason: 'Pelanggan punya kuitansi lama',
      });
    const approve = async (id: number) => {
      const { status, body } = await manager.post(`/approvals/${String(id)}/decision`, {
        decision: 'APPROVE',
      });
      return [status, code(body)];
    };
    expect(code((await ask(march, 97_500, 10_000)).body)).toBe('correction.no_change');
    expect((await ask(march, -1, 0)).status).toBe(400);
    // The customer doubts it; the paper that puts it right is the answer.
    const doubt = await office.post<{ id: number }>(`/bills/${String(march?.id)}/disputes`, {
      reason: 'OTHER',
      statement: 'Sudah saya bayar sebagian di loket lama.',
    });
    const lower = await ask(march, 60_000, 0);
    expect(lower.status).toBe(202);
    expect(code((await ask(march, 50_000, 0)).body)).toBe('approval.pending');
    expect(await approve(lower.body.approval_id)).toEqual([200, undefined]);
    expect((await office.get<{ state: string }>(`/disputes/${String(doubt.body.id)}`)).body.state).toBe(
      'CORRECTED',
    );
    expect((await billsOf('202503')).map(({ state, principal }) => [state, principal])).toEqual([
      ['CANCELLED', 107_500],
      ['ISSUED', 60_000],
    ]);
    expect(await sums()).toEqual({ owed: before.owed - 47_500, opening: before.opening - 47_500 });
    const none = await ask(april, 0, 0);
    expect(await approve(none.body.approval_id)).toEqual([200, undefined]);
    expect((await billsOf('202504')).map(({ state }) => state)).toEqual(['CANCELLED']);
    expect(await sums()).toEqual({ owed: before.owed - 97_500, opening: before.opening - 97_500 });
    // Paid while it waited: what was asked for is no longer possible.
    const [, again] = await billsOf('202503');
    const late = await ask(again, 40_000, 0);
    const bank = (await app.make.bank({ code: 'LAMA', adminFee: 0 })).client();
    const inquiry = (await bank.verify({ customer_number: number(72) })).body as {
      inquiry_id: string;
      total_amount: number;
    };
    expect(inquiry.total_amount).toBe(60_000);
    const paid = await bank.process({
      bank_reference: 'OPEN-72',
      inquiry_id: inquiry.inquiry_id,
      amount: inquiry.total_amount,
      paid_at: app.clock.text(app.clock.now()),
      channel: 'TELLER',
    });
    expect(paid.status).toBe(200);
    expect(await approve(late.body.approval_id)).toEqual([409, 'correction.outdated']);
    await manager.post(`/approvals/${String(late.body.approval_id)}/decision`, {
      decision: 'REJECT',
      note: 'sudah dibayar',
    });
    // The bill stays paid; what was too much of it is the customer's.
    const after = await ask(again, 40_000, 0);
    expect(await approve(after.body.approval_id)).toEqual([200, undefined]);
    expect((await billsOf('202503')).map(({ state }) => state)).toEqual(['CANCELLED', 'PAID']);
    const [credit] = await app.database.query<{ sum: number }>(
      'SELECT sum(s.amount)::int AS sum FROM saldo_pelanggan s JOIN tagihan b ON b.customer_id = s.customer_id WHERE b.id = $1',
      [again?.id],
    );
    expect(credit?.sum).toBe(20_000);
    expect(await app.violations()).toEqual([]);
  });

  test('bears no penalty on the penalty of the system before', async () => {
    await app.database.query(
      `INSERT INTO kebijakan_denda (name, valid_from, mode, basis_points, cap, tariff_codes, legal_basis)
       VALUES ('Dua persen', '2020-02', 'PERCENT', 200, 500000, '{${TARIFF}}', 'Perbup 13/2017')`,
    );
    app.get(PolicyBook).forget();
    await imported(file(customer({ number: number(75), serial: 'TK-75' })));
    await decide(await imported(arrears(`${number(75)};03/2025;;;100.000;50.000`), 'ARREARS'));
    const { bills } = await app.get(InquireBills).open(number(75), { asOf: businessDate('2026-02-25') });
    expect(bills).toMatchObject([{ principal: 150_000, penalty: 2_000 }]);
  });

  test('can be taken back by two people, and come again mended', async () => {
    await imported(file(customer({ legacy: 'OLD-80', serial: 'TK-80' })));
    const before = await sums();
    const taken = await imported(arrears('OLD-80;03/2025;;;97.500;'), 'ARREARS');
    await decide(taken);
    expect((await undo(taken.id)).status).toBe(200);
    expect(code((await undo(taken.id)).body)).toBe('approval.pending');
    await decide(taken);
    expect((await one(taken.id)).state).toBe('UNDONE');
    expect(await sums()).toEqual(before);
    const again = await imported(arrears('OLD-80;03/2025;;;98.500;'), 'ARREARS');
    await decide(again, 'REJECT');
    expect((await one(again.id)).state).toBe('REJECTED');
    await decide(await imported(arrears('OLD-80;03/2025;;;98.500;'), 'ARREARS'));
    expect(await sums()).toEqual({ owed: before.owed + 98_500, opening: before.opening + 98_500 });
  });

  test('stay when something is built on one of them while the undoing begins', async () => {
    await imported(file(customer({ legacy: 'OLD-85', serial: 'TK-85' })));
    const taken = await imported(arrears('OLD-85;03/2025;;;97.500;'), 'ARREARS');
    await decide(taken);
    expect((await undo(taken.id)).status).toBe(200);
    // Somebody else works on the customer when the job comes to its turn.
    let deciding = Promise.resolve();
    await app.database.transaction(async (client) => {
      await client.query(
        `WITH held AS (UPDATE tagihan SET disputed = true
           WHERE id IN (SELECT bill_id FROM pengambilalihan_tunggakan WHERE batch_id = $1) RETURNING id)
         INSERT INTO penahanan_denda (bill_id, from_day) SELECT id, '2025-04-01' FROM held`,
        [taken.id],
      );
      await client.query(
        `SELECT FROM pelanggan WHERE id IN (SELECT customer_id FROM pengambilalihan_tunggakan WHERE batch_id = $1) FOR NO KEY UPDATE`,
        [taken.id],
      );
      deciding = decide(taken);
      await waitingForLock();
    });
    await deciding;
    expect((await one(taken.id)).state).toBe('IMPORTED');
  });

  test('stands for the water of its month: no stand of that month is taken, and no balance of a month that was read', async () => {
    await imported(
      file(
        customer({ number: number(95), serial: 'TK-95' }),
        customer({ number: number(96), serial: 'TK-96' }),
      ),
    );
    await decide(await imported(arrears(`${number(95)};11/2025;1.234;1.250;97.500;`), 'ARREARS'));
    const reader = await app.as('petugas');
    const enter = (of: string, period: string, path = '/meter-readings') =>
      reader.post<{ id: number; version: number; code: string }>(path, {
        ...(path === '/meter-readings' && { client_id: crypto.randomUUID() }),
        customer_number: of,
        period,
        condition_code: 'NORMAL',
        current_stand: 1_255,
      });
    for (const path of ['/meter-readings', '/meter-readings/preview']) {
      const refused = await enter(number(95), '2025-11', path);
      expect([path, refused.status, refused.body.code]).toEqual([path, 409, 'reading.locked']);
    }
    expect((await enter(number(95), '2025-12')).status).toBe(201);
    // One that waited since before this was asked.
    const { id } = await app.database.one<{ id: number }>(
      'SELECT id::int FROM pelanggan WHERE customer_number = $1',
      [number(95)],
    );
    const old = await app.make.reading({
      customer: await app.make.again(id),
      period: '2025-11',
      usage: 21,
      status: 'RECORDED',
    });
    const admin = await app.as('admin');
    const judged = await admin.post(`/meter-readings/${String(old.id)}/decision`, {
      decision: 'VERIFY',
      version: 1,
      note: 'dilihat',
    });
    expect([judged.status, code(judged.body)]).toEqual([422, 'reading.not_verifiable']);
    // It holds up nothing: the month after it is verified and billed, from the stand the meter was taken over with.
    const december = await app.database.one<{ id: number; usage_m3: number }>(
      `SELECT id::int, usage_m3 FROM meter_reading WHERE customer_id = $1 AND period = '2025-12'`,
      [id],
    );
    const verified = await admin.post(`/meter-readings/${String(december.id)}/decision`, {
      decision: 'VERIFY',
      version: 1,
      note: 'dilihat',
    });
    expect([verified.status, code(verified.body)]).toEqual([200, undefined]);
    expect(
      await app.database.query(
        `SELECT period, kind, usage_m3 FROM tagihan WHERE customer_id = $1 AND state <> 'CANCELLED' ORDER BY period, kind`,
        [id],
      ),
    ).toEqual([
      expect.objectContaining({ period: '2025-11', kind: 'OPENING' }),
      { period: '2025-12', kind: 'WATER', usage_m3: december.usage_m3 },
    ]);
    // Where the stands around it say what its month was, the derived month takes its place; the balance still stands for it.
    await imported(file(customer({ number: number(97), serial: 'TK-97' })));
    await decide(await imported(arrears(`${number(97)};11/2025;1.234;1.250;97.500;`), 'ARREARS'));
    const between = await app.database.one<{ id: number }>(
      'SELECT id::int FROM pelanggan WHERE customer_number = $1',
      [number(97)],
    );
    const taken = await app.make.again(between.id);
    await app.make.reading({ customer: taken, period: '2025-10', usage: 0 });
    await app.make.reading({ customer: taken, period: '2025-11', usage: 9, status: 'REREAD' });
    const later = await enter(number(97), '2025-12');
    const settled = await admin.post(`/meter-readings/${String(later.body.id)}/decision`, {
      decision: 'VERIFY',
      version: later.body.version,
      note: 'dilihat',
    });
    expect([settled.status, code(settled.body)]).toEqual([200, undefined]);
    expect(
      await app.database.query(
        `SELECT r.period, r.method, r.status, b.kind FROM meter_reading r
         LEFT JOIN tagihan b ON b.customer_id = r.customer_id AND b.period = r.period AND b.state <> 'CANCELLED'
         WHERE r.customer_id = $1 ORDER BY r.period, r.id`,
        [between.id],
      ),
    ).toEqual([
      { period: '2025-10', method: 'ACTUAL', status: 'VERIFIED', kind: null },
      { period: '2025-11', method: 'ACTUAL', status: 'CORRECTED', kind: 'OPENING' },
      { period: '2025-11', method: 'DERIVED', status: 'VERIFIED', kind: 'OPENING' },
      { period: '2025-12', method: 'ACTUAL', status: 'VERIFIED', kind: 'WATER' },
    ]);
    // The other way round: read while the balance waits for its second person, and read before the file came.
    const waiting = await imported(arrears(`${number(96)};11/2025;1.234;1.250;97.500;`), 'ARREARS');
    expect((await enter(number(96), '2025-11')).status).toBe(201);
    await decide(waiting);
    expect((await one(waiting.id)).state).toBe('FAILED');
    const late = await check(arrears(`${number(96)};11/2025;1.234;1.250;98.500;`), 'ARREARS');
    expect([await findings(late.id), late.importable]).toEqual([
      [[2, 'Bulan pemakaian', 'MONTH_READ']],
      false,
    ]);
  });

  test('is refused row by row: nobody of that number, a month twice, a month billed already', async () => {
    await imported(file(customer({ legacy: 'OLD-90', serial: 'TK-90' })));
    await decide(await imported(arrears('OLD-90;02/2025;;;1.000;'), 'ARREARS'));
    const checked = await check(
      arrears(
        'NOBODY;03/2025;;;1.000;',
        'OLD-90;04/2025;;;1.000;',
        'OLD-90;2025-04;;;2.000;',
        'OLD-90;02/2025;;;1.000;',
      ),
      'ARREARS',
    );
    expect(await findings(checked.id)).toEqual([
      [2, 'Nomor pelanggan atau nomor lama', 'CUSTOMER_UNKNOWN'],
      [3, 'Bulan pemakaian', 'TWICE'],
      [4, 'Bulan pemakaian', 'TWICE'],
      [5, 'Bulan pemakaian', 'BILL_EXISTS'],
    ]);
  });
});

test('a template is read as it is, whether CSV or a workbook', async () => {
  for (const format of ['csv', 'xlsx']) {
    const admin = await app.as('admin');
    const template = await admin.get(`/takeovers/template?kind=ARREARS&format=${format}`);
    const checked = await check(template.bytes, 'ARREARS');
    expect([checked.missing, checked.broken, await findings(checked.id)]).toEqual([
      [],
      null,
      [[2, 'Nomor pelanggan atau nomor lama', 'CUSTOMER_UNKNOWN']],
    ]);
  }
});

/* What the first day writes down besides. */
const LETTERHEAD = {
  name: 'Perumda Air Minum Halmahera Selatan',
  address: 'Jl. Pelabuhan No. 1, Labuha',
  phone: '(0927) 321-000',
  hours: 'Senin–Jumat 08.00–15.00 WIT',
  whatsapp: '0812-3456-7890',
  email: 'bantuan@pdam.example',
};

interface Settings {
  letterhead: typeof LETTERHEAD;
  letterhead_written: boolean;
  due_day: number;
  least_days: number;
  due_rule_approval_id: number | null;
}

const readSettings = async () => (await (await app.as('it')).get<Settings>('/settings')).body;

test('the letterhead is shown to everybody from the moment it is written', async () => {
  expect((await readSettings()).letterhead_written).toBe(false);
  const wrong = await (
    await app.as('it')
  ).post('/settings/letterhead', { ...LETTERHEAD, version: 0, whatsapp: 'tanya kami' });
  expect([wrong.status, code(wrong.body)]).toEqual([400, 'request.invalid']);
  const saved = await (
    await app.as('it')
  ).post<Settings>('/settings/letterhead', { ...LETTERHEAD, version: 0 });
  expect(saved.body).toMatchObject({ letterhead: LETTERHEAD, letterhead_written: true });
  const info = await app.anyone.get<{ utility: unknown }>('/public/info');
  expect(info.body.utility).toEqual(LETTERHEAD);
  const forbidden = await (await app.as('admin')).post('/settings/letterhead', { ...LETTERHEAD, version: 1 });
  expect(forbidden.status).toBe(403);
  // Whoever read the one before is told by whom it was changed, and writes over nothing.
  const [first, second] = await Promise.all(
    ['(0927) 321-111', '(0927) 321-222'].map(async (phone) =>
      (await app.as('it')).post<Settings & { changed?: string[] }>('/settings/letterhead', {
        ...LETTERHEAD,
        phone,
        version: 1,
      }),
    ),
  );
  const [written, refused] = first?.status === 200 ? [first, second] : [second, first];
  expect([written?.status, refused?.status, code(refused?.body)]).toEqual([200, 409, 'version.conflict']);
  expect(refused?.body.changed).toEqual(['phone']);
  expect((await readSettings()).letterhead).toEqual({ ...written?.body.letterhead, version: 2 });
});

test('when bills are due is changed by two people', async () => {
  const asked = await (
    await app.as('it')
  ).post<{ approval_id: number }>('/settings/due-rule', {
    due_day: 25,
    least_days: 14,
    reason: 'Sesuai Perdir baru',
  });
  expect(asked.status).toBe(202);
  expect(await readSettings()).toMatchObject({
    due_day: 20,
    least_days: 10,
    due_rule_approval_id: asked.body.approval_id,
  });
  const decision = `/approvals/${String(asked.body.approval_id)}/decision`;
  expect((await (await app.as('manajer')).post(decision, { decision: 'APPROVE' })).status).toBe(403);
  expect((await (await app.as('super')).post(decision, { decision: 'APPROVE' })).status).toBe(200);
  expect(await readSettings()).toMatchObject({ due_day: 25, least_days: 14, due_rule_approval_id: null });
});

test('first steps are counted from what there is: a bank that is not live is none', async () => {
  const setup = async () =>
    (
      await (
        await app.as('it')
      ).get<{
        steps: { step: string; done: boolean }[];
        done: boolean;
        in_setup: boolean;
        banks_not_live: number;
      }>('/setup')
    ).body;
  const { steps, ...all } = await setup();
  expect(steps.filter(({ done }) => !done)).toEqual([]);
  expect(all).toMatchObject({ done: true, in_setup: false, banks_not_live: 0 });
  const banks = await app.database.query<{ id: number }>(
    "UPDATE bank_integration SET environment = 'SANDBOX' RETURNING id",
  );
  const before = await setup();
  await app.database.query("UPDATE bank_integration SET environment = 'LIVE'");
  expect(before.steps.filter(({ done }) => !done).map(({ step }) => step)).toEqual(['bank']);
  expect(before).toMatchObject({ done: false, banks_not_live: banks.length });
});
