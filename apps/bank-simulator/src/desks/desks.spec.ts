import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PdamClient } from '../../test/pdam-client';
import { SnapBiller } from '../../test/snap-biller';
import { bankKeys, startBankSimulator, type RunningBankSimulator } from '..';

const START = Date.parse('2026-01-15T09:30:00+08:00');
const ACCOUNT = '13501010203000046';
const home = mkdtempSync(join(tmpdir(), 'desks '));
let time = START;
let biller: SnapBiller;
let bank: RunningBankSimulator;

beforeAll(async () => {
  biller = new SnapBiller();
  biller.publicKeyPem = bankKeys(home).publicKeyPem;
  await biller.start();
  bank = await startBankSimulator({ port: 0, host: '127.0.0.1', apiUrl: biller.url, home, now: () => time });
});
afterAll(async () => {
  await bank.close();
  await biller.stop();
  rmSync(home, { recursive: true, force: true });
});

async function show(path: string) {
  const response = await fetch(bank.url + path);
  return { status: response.status, headers: response.headers, page: await response.text() };
}

async function click(action: string, fields: Record<string, string>) {
  const response = await fetch(bank.url + action, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, address: new URL(response.url), page: await response.text() };
}

describe('every page', () => {
  it.each(['/', '/va-qris', '/gangguan', '/settlement'])(
    '%s has the red bar, the way to the others, nothing inline and no secret',
    async (path) => {
      const { status, headers, page } = await show(path);
      expect(status).toBe(200);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(page).toContain('<strong>SANDBOX</strong>');
      expect(page).toContain(`<a href="${path}" aria-current="page">`);
      expect(page).not.toMatch(/<style|style=|onclick=|<script>|do-not-use-in-production/);
    },
  );
});

describe('VA & QRIS', () => {
  it('pays an account and shows each step; the address brings the report back', async () => {
    const fields = {
      target: ACCOUNT,
      via: 'SNAP',
      scenario: 'notify-twice',
      bank: '',
      count: '',
      amount: '',
    };
    const { status, address, page } = await click('/va-qris/pay', { ...fields, scenario: 'pay' });
    expect(status).toBe(200);
    expect(page).toContain('Bayar: sesuai harapan');
    expect(page).toContain('Dibukukan PDAM. Rp72.500 untuk 13501010203000046');
    expect(page).toContain('SNAP 25 payment VA');
    expect((await show(address.pathname + address.search)).page).toContain('Bayar: sesuai harapan');
  });

  it('lists what the biller created, escaped, and pays from there', async () => {
    const pdam = new PdamClient(bank.url, () => time);
    await pdam.call('transfer-va/create-va', {
      partnerServiceId: '   13501',
      customerNo: '990000000018',
      virtualAccountNo: '   13501990000000018',
      trxId: 'VA-1',
      virtualAccountName: 'RINA <KURNIA>',
      totalAmount: { value: '70000.00', currency: 'IDR' },
      feeAmount: { value: '2500.00', currency: 'IDR' },
      virtualAccountTrxType: 'C',
      expiredDate: '2026-01-15T11:30:00+08:00',
    });
    await pdam.call('qr/qr-mpm-generate', {
      partnerReferenceNo: 'QR-1',
      amount: { value: '72500.00', currency: 'IDR' },
    });
    const { page } = await show('/va-qris');
    expect(page).toContain('RINA &lt;KURNIA&gt;');
    expect(page).toContain('1350 1990 0000 0001 8');
    expect(page).toContain('QRIS QR-1');
    expect(page).toContain('tanpa batas waktu');
    const content = decodeURIComponent(/target=(000201[^"&]+)/.exec(page)?.[1] ?? '');
    const paid = await click('/va-qris/pay', { target: content, via: 'SNAP', scenario: 'silent' });
    expect(paid.page).toContain('Bank diam: sesuai harapan');
    expect(paid.page).toContain('Uang diterima bank, PDAM belum memastikan');
    const again = await click('/va-qris/pay', { target: content, via: 'SNAP', scenario: 'pay' });
    expect(again).toMatchObject({ status: 409, page: 'Tagihan ini sudah dibayar di bank.' });
    time = Date.parse('2026-01-15T12:00:00+08:00');
    expect((await show('/va-qris')).page).toMatch(/badge refused">\s*Kedaluwarsa/);
    time = START;
  });

  it('says what cannot be read', async () => {
    const wrong = await click('/va-qris/pay', { target: ACCOUNT, via: 'SNAP', scenario: 'pay', count: '1' });
    expect(wrong).toMatchObject({
      status: 409,
      page: expect.stringContaining('Isian tidak dapat dibaca') as string,
    });
  });
});

describe('Gangguan', () => {
  it('sets, shows and clears faults; every scenario is listed', async () => {
    const set = await click('/gangguan/set', { kind: 'timeout', service: '27', times: '2' });
    expect(set.address.pathname).toBe('/gangguan');
    expect(set.page).toContain('layanan 27');
    expect(set.page).toContain('2 kali lagi');
    expect(set.page).toContain('href="/va-qris?scenario=retry-storm"');
    expect(set.page).toContain('SNAP 27 buat VA');
    const id = /name="id" value="([^"]+)"/.exec(set.page)?.[1] ?? '';
    expect((await click('/gangguan/clear', { id })).page).toContain('Bank menjawab sebagaimana mestinya');
    expect((await click('/gangguan/set', { kind: 'gempa', service: '', times: '' })).status).toBe(409);
  });
});

describe('Berkas settlement', () => {
  it('is downloaded under the bank’s name for it', async () => {
    const { headers, page, status } = await show('/settlement/file?bank=sultra&date=2026-01-15&break=extra');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="BPD_PDAM_20260115.csv"');
    expect(page).toContain('EXTRA-20260115-000001');
    expect((await show('/settlement/file?bank=lain')).status).toBe(400);
    expect((await show('/settlement')).page).toMatch(/Bank Sultra: 2 pembayaran/);
  });
});
