import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SNAP_SERVICES } from '@tirtapay/bank-protocol';
import { SnapBiller } from '../test/snap-biller';
import { bankKeys } from './bank-keys';
import { DEMO_BANKS } from './bank-profile';
import { runCommand } from './command-line';
import { SCENARIO_NAMES } from './drills/payment-request';

const ACCOUNT = '13501010203000046';
const now = () => Date.parse('2026-01-15T09:30:00+08:00');
const home = mkdtempSync(join(tmpdir(), 'drills '));
let biller: SnapBiller;

beforeEach(async () => {
  biller = new SnapBiller();
  biller.publicKeyPem = bankKeys(home).publicKeyPem;
  await biller.start();
});
afterEach(() => biller.stop());
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

async function bank(...argv: string[]): Promise<{ code: number; output: string }> {
  const lines: string[] = [];
  const settings = { port: 0, host: '127.0.0.1', apiUrl: biller.url, home, banks: DEMO_BANKS };
  const code = await runCommand(argv, settings, now, (line) => lines.push(line));
  return { code, output: lines.join('\n') };
}

const services = () => biller.calls.map(({ service }) => service);

describe('npm run bank -- scenario', () => {
  it('pays a static account: token, inquiry, payment, status, each signed', async () => {
    const { code, output } = await bank('scenario', 'pay', '1350 1010 2030 0004 6', '--reference', 'BPD-1');
    expect(output).toContain('SESUAI HARAPAN');
    expect(code).toBe(0);
    const { accessTokenB2b, vaInquiry, vaPayment, vaStatus } = SNAP_SERVICES;
    expect(services()).toEqual([accessTokenB2b, vaInquiry, vaPayment, vaStatus]);
    expect(biller.posted.get('BPD-1')).toMatchObject({
      partnerServiceId: '   13501',
      customerNo: '010203000046',
      virtualAccountNo: '   13501010203000046',
      paymentRequestId: 'BPD-1',
      paidAmount: { value: '70000.00', currency: 'IDR' },
      flagAdvise: 'N',
      trxDateTime: '2026-01-15T09:30:00+08:00',
    });
    expect(output).toContain('SNAP 25 payment VA: POST /api/snap/v1.0/transfer-va/payment');
    expect(output).toContain('200 2002500 [DONE]');
    expect(output).toContain('Rp72.500, keadaan CONFIRMED');
    expect(output).not.toContain('do-not-use-in-production');
  });

  it('repeats with flagAdvise and the same content after a lost answer', async () => {
    expect((await bank('scenario', 'timeout-after', ACCOUNT)).code).toBe(0);
    const [first, again] = biller.calls.filter(({ service }) => service === SNAP_SERVICES.vaPayment);
    expect(again?.body).toEqual({ ...first?.body, flagAdvise: 'Y' });
  });

  it('leaves nothing behind when the line breaks before the biller has the request', async () => {
    const { code, output } = await bank('scenario', 'timeout-before', ACCOUNT);
    expect(output).toContain('sambungan putus sebelum permintaan selesai terkirim');
    expect(output).toContain('404 4042601 [REFUSED]');
    expect(code).toBe(0);
    expect(services().filter((service) => service === SNAP_SERVICES.vaPayment)).toHaveLength(1);
  });

  it.each(['retry-storm', 'wrong-amount', 'double'])('%s', async (name) => {
    const { code, output } = await bank('scenario', name, ACCOUNT, '--count', '10');
    expect(output).toContain('SESUAI HARAPAN');
    expect(code).toBe(0);
    expect(biller.posted.size).toBe(name === 'wrong-amount' ? 0 : 1);
  });

  it('signs without token at the asymmetric bank', async () => {
    expect((await bank('scenario', 'pay', ACCOUNT, '--bank', 'kedua')).code).toBe(0);
    expect(services()).not.toContain(SNAP_SERVICES.accessTokenB2b);
    expect(biller.calls[0]?.partner).toBe('demo-snap-asym');
  });

  it('says where the biller did not do what it should', async () => {
    await bank('fault', 'broken-signer', '--times', '0');
    const { code, output } = await bank('scenario', 'pay', ACCOUNT);
    await bank('fault', 'clear');
    expect(code).toBe(1);
    expect(output).toContain('✗ Cek tagihan (harapan: diterima)');
    expect(output).toContain('TIDAK SESUAI HARAPAN');
    expect(biller.posted.size).toBe(0);
  });

  it.each([
    ['lain', ACCOUNT],
    ['pay', ''],
    ['pay', ACCOUNT, '--via', 'fax'],
    ['pay', ACCOUNT, '--amount', 'banyak'],
    ['pay', ACCOUNT, '--salah'],
  ])('is explained when wrongly written: %s %s', async (...argv) => {
    const { code, output } = await bank('scenario', ...argv);
    expect(code).toBe(2);
    expect(output).toContain('npm run bank -- scenario');
  });

  it.each([
    ['13501', 'Bukan nomor virtual account'],
    ['QR-TIDAK-ADA', 'tidak dibuat oleh bank sandbox'],
    ['00020101021226ID', 'Isi QRIS tidak sah'],
  ])('is refused at the counter for %s', async (target, words) => {
    const { code, output } = await bank('scenario', 'pay', target);
    expect(code).toBe(1);
    expect(output).toContain(words);
    expect(biller.calls).toEqual([]);
  });
});

describe('the other drills', () => {
  it('lists scenarios and orders', async () => {
    const { output } = await bank('scenarios');
    for (const name of SCENARIO_NAMES) expect(output).toContain(name);
    expect((await bank('orders')).output).toBe('PDAM belum membuat VA atau QRIS di bank ini.');
  });

  it('sets and clears faults that the running bank then plays', async () => {
    expect((await bank('fault', 'timeout', '--service', '27,47', '--times', '2')).output).toBe(
      'timeout layanan 27,47, 2 kali',
    );
    expect((await bank('fault', 'clear')).output).toBe('Tidak ada gangguan terpasang.');
    expect((await bank('fault', 'gempa')).code).toBe(2);
  });

  it('prints the settlement file of a day', async () => {
    const { output } = await bank('settlement', '2026-01-15', '--break', 'missing');
    expect(output).toMatch(/^H;SULTRA;PDAM;20260115;1\ntgl_transaksi;/);
    expect(output).toMatch(/^T;\d+;/m);
    expect((await bank('settlement', 'kemarin')).code).toBe(2);
  });
});
