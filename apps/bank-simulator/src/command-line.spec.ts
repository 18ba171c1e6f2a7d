import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeBiller } from '../test/fake-biller';
import { DEMO_BANKS } from './bank-profile';
import { runCommand } from './command-line';
import { PaymentJournal } from './journal';

const CUSTOMER = '010203000046';
const REFERENCE = 'BPD/2026-0001';
const PROCESS = '/api/v1/payment/process';

let time: number;
let biller: FakeBiller;
let home: string;

beforeEach(async () => {
  time = Date.UTC(2026, 0, 15, 1, 30);
  biller = new FakeBiller(() => time);
  await biller.start();
  home = mkdtempSync(join(tmpdir(), 'bank sandbox '));
});
afterEach(async () => {
  await biller.stop();
  rmSync(home, { recursive: true, force: true });
});

async function bank(...argv: string[]): Promise<{ code: number; output: string }> {
  const lines: string[] = [];
  const settings = { port: 0, host: '127.0.0.1', apiUrl: biller.baseUrl, home, banks: DEMO_BANKS };
  const code = await runCommand(
    argv,
    settings,
    () => time,
    (line) => lines.push(line),
  );
  return { code, output: lines.join('\n') };
}

describe('npm run bank', () => {
  it('inquires: bills, sums, and a signature that verified', async () => {
    const { code, output } = await bank('inquire', CUSTOMER);
    expect(code).toBe(0);
    expect(output).toContain('sebagai Bank Sultra (demo-bank-sultra)');
    expect(output).toContain('Oktober 2025');
    expect(output).toContain('Rp70.000 + denda Rp10.000 (100 → 125, 25 m³, jatuh tempo 20 November 2025)');
    expect(output).toMatch(/TOTAL +Rp144\.500/);
    expect(output).toMatch(/Tanda tangan +sah/);
  });

  it('pays, asks, repeats and reverses one reference', async () => {
    const paid = await bank('pay', '0102-0300 0046', '--reference', REFERENCE, '--channel', 'ATM');
    expect(paid.code).toBe(0);
    expect(paid.output).toMatch(/Keadaan +Lunas/);
    expect(paid.output).toMatch(/Nomor kwitansi +SUL-TLR-20260115-000001/);
    expect(paid.output).toMatch(new RegExp(`Kwitansi +${biller.baseUrl}/kwitansi/abc`));
    expect(paid.output).toContain('Rp144.500 lewat ATM');

    const status = await bank('status', REFERENCE);
    expect(status).toMatchObject({ code: 0, output: expect.stringMatching(/Keadaan +Lunas/) as string });

    time += 60_000;
    const again = await bank('retry', REFERENCE);
    expect(again.code).toBe(0);
    expect(again.output).toContain('sama persis dengan jawaban pertama, byte demi byte');
    expect(again.output).toMatch(/Idempotent-Replayed +ya/);
    const bodies = biller.calls.filter(({ target }) => target === PROCESS).map(({ body }) => body);
    expect(bodies).toHaveLength(2);
    expect(bodies[1]).toBe(bodies[0]);

    const reversed = await bank('reverse', REFERENCE, '--reason', 'Salah pelanggan');
    expect(reversed).toMatchObject({ code: 0, output: expect.stringContaining('Dibatalkan') as string });
    expect(biller.postedReferences).toEqual([]);
    expect((await bank('status', REFERENCE)).output).toMatch(/Keadaan +Dibatalkan/);
    const late = await bank('retry', REFERENCE);
    expect(late.code).toBe(1);
    expect(late.output).toContain('payment.reversed – Sudah dibatalkan');
  });

  it('asks for the oldest bills only, as the other bank', async () => {
    const { code, output } = await bank('pay', CUSTOMER, '--bills', '1', '--bank', 'kedua');
    expect(code).toBe(0);
    expect(output).toContain('sebagai Bank Kedua');
    expect(output).toMatch(/TOTAL +Rp82\.500/);
    expect(output).toMatch(/Referensi +BK2-20260115-093000-[0-9A-F]{6}/);
    expect(JSON.parse(biller.calls[0]?.body ?? '')).toEqual({ customer_number: CUSTOMER, bill_count: 1 });
  });

  it('prints code and title of a refusal and fails', async () => {
    const unknown = await bank('pay', '010203000055');
    expect(unknown.code).toBe(1);
    expect(unknown.output).toContain('customer.not_found – Pelanggan tidak ditemukan');
    await bank('pay', CUSTOMER);
    expect((await bank('pay', CUSTOMER)).output).toContain('bill.none_open');
    expect((await bank('status', 'TIDAK-ADA')).output).toContain('payment.not_found');
  });

  it('reverses a reference it never paid, which then cannot be paid', async () => {
    const { code, output } = await bank('reverse', REFERENCE);
    expect(code).toBe(0);
    expect(output).toContain('belum pernah dibukukan');
    expect((await bank('pay', CUSTOMER, '--reference', REFERENCE)).output).toContain('payment.reversed');
  });

  it('keeps a payment whose answer was lost, and settles it by repeating it', async () => {
    biller.faults.set(PROCESS, 'cut-after-commit');
    const lost = await bank('pay', CUSTOMER, '--reference', REFERENCE);
    expect(lost.code).toBe(3);
    expect(lost.output).toContain(`npm run bank -- retry ${REFERENCE}`);
    expect(new PaymentJournal(home).find(REFERENCE)?.state).toBe('UNKNOWN');

    const again = await bank('retry', REFERENCE);
    expect(again.code).toBe(0);
    expect(again.output).toContain('tidak ada jawaban pertama untuk dibandingkan');
    expect(again.output).toMatch(/Idempotent-Replayed +ya/);
    expect(biller.postedReferences).toEqual([REFERENCE]);
  });

  it.each([
    ['alter-body', /Tanda tangan +TIDAK SAH/],
    ['unsigned', /Tanda tangan +tidak ada/],
    ['outcome-unknown', /payment\.outcome_unknown/],
  ] as const)('does not take an answer for paid when it is %s', async (fault, expected) => {
    biller.faults.set(PROCESS, fault);
    const { code, output } = await bank('pay', CUSTOMER, '--reference', REFERENCE);
    expect(code).toBe(3);
    expect(output).toMatch(expected);
    expect(output).toContain('Hasil belum pasti');
    expect(new PaymentJournal(home).find(REFERENCE)?.state).toBe('UNKNOWN');
    expect((await bank('retry', REFERENCE)).code).toBe(0);
  });

  it('remembers what it paid, apart for each bank', async () => {
    await bank('pay', CUSTOMER, '--reference', REFERENCE);
    const journal = new PaymentJournal(home);
    expect(journal.all()).toHaveLength(1);
    expect(journal.find(REFERENCE, 'kedua')).toBeNull();
    expect(journal.find(REFERENCE, 'sultra')?.posted_body).toContain('"status":"POSTED"');
  });

  it('says when TirtaPay does not run, and fails', async () => {
    await biller.stop();
    const { code, output } = await bank('inquire', CUSTOMER);
    expect(code).toBe(3);
    expect(output).toContain('sambungan ditolak');
    await biller.start();
  });

  it('uses the credentials it is given', async () => {
    const lines: string[] = [];
    const banks = DEMO_BANKS.map((profile) => ({ ...profile, secret: 'salah' }));
    const settings = { port: 0, host: '127.0.0.1', apiUrl: biller.baseUrl, home, banks };
    const code = await runCommand(
      ['inquire', CUSTOMER],
      settings,
      () => time,
      (line) => lines.push(line),
    );
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain('auth.signature_invalid');
  });

  it.each([
    [[]],
    [['--help']],
    [['pay']],
    [['pay', CUSTOMER, 'x']],
    [['buy', CUSTOMER]],
    [['pay', CUSTOMER, '--bank', 'lain']],
    [['pay', CUSTOMER, '--bills', '0']],
    [['pay', CUSTOMER, '--channel', 'FAX']],
    [['pay', CUSTOMER, '--reference', 'a b']],
    [['pay', CUSTOMER, '--amount', '1']],
    [['status', 'a b']],
    [['retry', 'TIDAK-ADA']],
  ])('explains itself when called wrongly: %j', async (argv) => {
    const { code, output } = await bank(...argv);
    expect(code).toBe(2);
    expect(output).toMatch(/npm run bank|jurnal/);
    expect(biller.calls).toHaveLength(0);
  });

  it('survives a torn last line in its journal', async () => {
    await bank('pay', CUSTOMER, '--reference', REFERENCE);
    const file = join(home, 'bank-simulator', 'journal.jsonl');

    appendFileSync(file, '{"bank":"sultra","refer');
    expect(readFileSync(file, 'utf8').endsWith('refer')).toBe(true);
    expect((await bank('retry', REFERENCE)).code).toBe(0);
    expect(new PaymentJournal(home).find(REFERENCE)?.state).toBe('POSTED');
  });
});
