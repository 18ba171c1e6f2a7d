import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeBiller } from '../test/fake-biller';
import { startBankSimulator, type RunningBankSimulator } from './index';

const CUSTOMER = '010203000046';
const now = () => Date.UTC(2026, 0, 15, 1, 30);

let biller: FakeBiller;
let home: string;
let bank: RunningBankSimulator;

beforeEach(async () => {
  biller = new FakeBiller(now);
  await biller.start();
  home = mkdtempSync(join(tmpdir(), 'bank sandbox '));
  bank = await startBankSimulator({ port: 0, host: '127.0.0.1', apiUrl: biller.baseUrl, home, now });
});
afterEach(async () => {
  await bank.close();
  await biller.stop();
  rmSync(home, { recursive: true, force: true });
});

async function click(action: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await fetch(bank.url + action, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
  });
  return { status: response.status, address: new URL(response.url), page: await response.text() };
}

async function inquiryKey(): Promise<string> {
  const { address } = await click('/inquiry', { bank: 'sultra', customer_number: CUSTOMER, bill_count: '' });
  return address.searchParams.get('inquiry') ?? '';
}

async function pay() {
  const paid = await click('/payment', { inquiry: await inquiryKey(), channel: 'TELLER' });
  return { ...paid, reference: paid.address.searchParams.get('reference') ?? '' };
}

describe('the page', () => {
  it('opens with the red bar, both banks and nothing inline', async () => {
    const response = await fetch(bank.url);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page).toContain('<title>Bank Sandbox</title>');
    expect(page).toContain('SANDBOX');
    expect(page).toContain('Bank Sultra');
    expect(page).toContain('Bank Kedua');
    expect(page).not.toMatch(/<style|style=|onclick=|<script>/);
    expect(page).not.toContain('do-not-use-in-production');
    for (const [, path] of page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) {
      expect((await fetch(bank.url + (path ?? ''))).status).toBe(200);
    }
    expect((await fetch(`${bank.url}/health/live`)).status).toBe(200);
  });

  it('shows what is due, escaped, with what was signed', async () => {
    const { page, status } = await click('/inquiry', {
      bank: 'sultra',
      customer_number: CUSTOMER,
      bill_count: '1',
    });
    expect(status).toBe(200);
    expect(page).toContain('RINA &lt;KURNIA&gt;');
    expect(page).not.toContain('RINA <KURNIA>');
    expect(page).toContain('Oktober 2025');
    expect(page).not.toContain('November 2025</th>');
    expect(page).toContain('Bayar Rp82.500');
    expect(page).toContain('POST\n/api/v1/payment/verify\n2026-01-15T09:30:00+08:00\n');
    expect(page).toMatch(/verdict valid">\s*sah/);
  });

  it('pays once, however often the button is clicked', async () => {
    const key = await inquiryKey();
    const first = await click('/payment', { inquiry: key, channel: 'TELLER' });
    const second = await click('/payment', { inquiry: key, channel: 'TELLER' });
    expect(first.page).toContain('Pembayaran lunas');
    expect(first.page).toContain('SUL-TLR-20260115-000001');
    expect(first.page).toContain(`href="${biller.baseUrl}/kwitansi/abc"`);
    expect(second.address.searchParams.get('reference')).toBe(first.address.searchParams.get('reference'));
    expect(biller.postedReferences).toHaveLength(1);
  });

  it('repeats, asks and reverses a payment', async () => {
    const { reference } = await pay();
    const fields = { bank: 'sultra', reference };
    const again = await click('/retry', fields);
    expect(again.page).toContain('Isi jawaban sama persis dengan yang pertama');
    expect(again.page).toMatch(/Idempotent-Replayed<\/code>\s+ada/);
    expect((await click('/status', fields)).page).toContain('Pembayaran lunas');
    const reversed = await click('/reversal', { ...fields, reason: 'Salah' });
    expect(reversed.page).toContain('Pembatalan diterima');
    expect(reversed.page).toContain('badge reversed');
    expect(biller.postedReferences).toEqual([]);
    expect((await click('/retry', fields)).page).toContain('payment.reversed');
  });

  it('says so when an answer is lost, and keeps the payment open', async () => {
    const key = await inquiryKey();
    biller.faults.set('/api/v1/payment/process', 'cut-after-commit');
    const lost = await click('/payment', { inquiry: key, channel: 'TELLER' });
    expect(lost.page).toContain('Tidak ada jawaban');
    expect(lost.page).toContain('badge unknown');
    const reference = lost.address.searchParams.get('reference') ?? '';
    expect((await click('/status', { bank: 'sultra', reference })).page).toContain('badge posted');
  });

  it('distrusts an altered answer', async () => {
    const key = await inquiryKey();
    biller.faults.set('/api/v1/payment/process', 'alter-body');
    const { page } = await click('/payment', { inquiry: key, channel: 'TELLER' });
    expect(page).toContain('Jawaban tidak dapat dipercaya');
    expect(page).toContain('TIDAK SAH');
    expect(page).not.toContain('Pembayaran lunas');
  });

  it('shows a refusal with its code', async () => {
    const { page } = await click('/inquiry', { bank: 'kedua', customer_number: '<b>1</b>', bill_count: '' });
    expect(page).toContain('Ditolak: Pelanggan tidak ditemukan');
    expect(page).toContain('customer.not_found');
    expect(page).toContain('value="&lt;b&gt;1&lt;/b&gt;"');
  });

  it('brings the same payment back from its address after a restart', async () => {
    const { reference } = await pay();
    await bank.close();
    bank = await startBankSimulator({ port: 0, host: '127.0.0.1', apiUrl: biller.baseUrl, home, now });
    const page = await (
      await fetch(`${bank.url}/?bank=sultra&reference=${encodeURIComponent(reference)}`)
    ).text();
    expect(page).toContain('SUL-TLR-20260115-000001');
    expect((await click('/retry', { bank: 'sultra', reference })).page).toContain('sama persis');
  });
});

describe('what the page refuses', () => {
  it('forms of other origins, unknown things, big forms, other methods', async () => {
    const form = { bank: 'sultra', customer_number: CUSTOMER };
    expect((await click('/inquiry', form, { origin: 'https://jahat.example' })).status).toBe(403);
    expect((await click('/inquiry', form, { origin: 'null' })).status).toBe(403);
    expect((await click('/inquiry', form, { origin: bank.url })).status).toBe(200);
    expect((await click('/inquiry', { ...form, bank: 'lain' })).status).toBe(404);
    expect((await click('/payment', { inquiry: 'tidak-ada', channel: 'TELLER' })).status).toBe(404);
    expect((await click('/payment', { inquiry: await inquiryKey(), channel: 'FAX' })).status).toBe(404);
    expect((await click('/retry', { bank: 'sultra', reference: 'tidak-ada' })).status).toBe(404);
    expect((await click('/apa-saja', {})).status).toBe(404);
    expect((await click('/inquiry', { ...form, x: 'x'.repeat(20_000) })).status).toBe(413);
    expect((await fetch(`${bank.url}/../../package.json`)).status).toBe(404);
    expect((await fetch(`${bank.url}/assets/..%2f..%2fpackage.json`)).status).toBe(404);
    expect((await fetch(bank.url, { method: 'DELETE' })).status).toBe(405);
  });
});

describe('a form under a name that was made to lead to this machine', () => {
  const sent = (name: string) =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(bank.url);
      const host = `${name}:${port}`;
      const headers = { host, origin: `http://${host}`, 'content-type': 'application/x-www-form-urlencoded' };
      request({ hostname, port, path: '/inquiry', method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end(new URLSearchParams({ bank: 'sultra', customer_number: CUSTOMER }).toString());
    });

  it('is refused, as that of another origin is', async () => {
    expect(await sent('jahat.example')).toBe(403);
    expect(await sent('127.0.0.1.jahat.example')).toBe(403);
    for (const name of ['127.0.0.1', 'localhost', '[::1]']) expect(await sent(name)).toBe(303);
  });
});

describe('starting', () => {
  it('rejects when the port is taken', async () => {
    const port = Number(new URL(bank.url).port);
    const second = startBankSimulator({ port, host: '127.0.0.1', apiUrl: biller.baseUrl, home, now });
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('closes at once when nobody is being served', async () => {
    const other = await startBankSimulator({ port: 0, host: '127.0.0.1', apiUrl: biller.baseUrl, home, now });
    await fetch(other.url);
    await other.close();
    await expect(fetch(other.url)).rejects.toThrow();
  });
});
