import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { codeAt, stepAt } from '../../api/src/modules/ground/identity/two-step/totp';
import { driveNative } from '../../api/src/modules/outward/bank-lab/certification/native-drive';
import { SandboxBank } from '../../api/src/modules/outward/bank-lab/sandbox/sandbox-bank';
import { LONG } from '../../api/test/support/long-run';
import { startBankSimulator, type RunningBankSimulator } from '../../bank-simulator/src';
import { overflow, seriousFindings } from './public-page';
import { DESKTOP, openBrowser, PHONE } from './support/browser';
import { clicksThrough, noteVisits } from './support/pages';
import { freePort, ROOT } from './support/product';
import { ProductionSite } from './support/production';
import { scanned } from './support/scanned';
import { agree } from './support/console';
import { LONG_PATIENCE_MILLISECONDS } from './support/patience';

clicksThrough(
  '/admin/activate',
  '/admin/login',
  '/admin/account',
  '/admin/setup',
  '/admin/settings',
  '/admin/regions',
  '/admin/tariffs',
  '/admin/tariffs/:id',
  '/admin/tariffs/:id/propose',
  '/admin/import',
  '/admin/banks',
  '/admin/banks/:id/keys',
  '/admin/banks/:id/settings',
  '/admin/banks/:id/certification',
  '/admin/approvals',
);

/*
 * From nothing to money: production, an empty database, two codes on the console. Two people set up their telephones, say
 * who the utility is, make a region, a route and a tariff, take the customers over, bill the first of them, open the first
 * bank to each other's eyes, and that bank pays the bill.
 */

/** `npm run test:long` takes a regency over; here it is a village. */
const CUSTOMERS = LONG ? 10_000 : 300;
const PASSWORDS = { super1: 'perahu-layar-angin-timur', super2: 'sumur-batu-lereng-sunyi' } as const;
type Person = keyof typeof PASSWORDS;

let site: ProductionSite;
let browser: Browser;
let one: Page;
let two: Page;
let sandbox: RunningBankSimulator | undefined;
let key: { readonly id: string; readonly secret: string };
let customerNumber = '';
const home = mkdtempSync(join(tmpdir(), 'first bank '));
const problems: string[] = [];
/** Keys of the telephones, and what was written down for the day they are lost. */
const phones = new Map<Person, { readonly secret: Buffer; readonly written: readonly string[] }>();

async function person(): Promise<Page> {
  const context = await browser.newContext({
    viewport: DESKTOP,
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    baseURL: site.url,
  });
  const page = await context.newPage();
  noteVisits(page);
  page.on('pageerror', (error) => problems.push(error.message));
  return page;
}

async function looksRight(page: Page): Promise<void> {
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
  expect(await seriousFindings(page)).toEqual([]);
}

async function enterCode(page: Page, code: string): Promise<void> {
  await page.goto('/admin/activate');
  await page.getByLabel('Kode sekali pakai').fill(code);
  await page.getByRole('button', { name: 'Lanjut' }).click();
}

async function redeem(page: Page, code: string, name: string, password: string): Promise<void> {
  await enterCode(page, code);
  await page.getByLabel('Nama lengkap').fill(name);
  await page.getByLabel('Kata sandi baru', { exact: true }).fill(password);
  await page.getByLabel('Ulangi kata sandi baru').fill(password);
  await looksRight(page);
  await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
  await page.getByText('Kata sandi tersimpan. Silakan masuk.').waitFor();
}

async function logIn(page: Page, username: Person): Promise<void> {
  await page.goto('/admin/login');
  await page.getByLabel(/nama pengguna/i).fill(username);
  await page
    .getByLabel(/kata sandi/i)
    .first()
    .fill(PASSWORDS[username]);
  await page.keyboard.press('Enter');
}

/** What an app makes of the letters of a key (RFC 4648). */
function bytesOf(secret: string): Buffer {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The telephone scans what is on the screen and shows its first code. */
async function setUpPhone(page: Page, username: Person): Promise<void> {
  await page.waitForURL(/\/admin\/account$/);
  const panel = page.getByRole('region', { name: 'Verifikasi dua langkah' });
  await panel.getByText('Peran Anda wajib masuk dengan dua langkah.').waitFor();
  await page.goto('/admin/users');
  await page.waitForURL(/\/admin\/account$/);
  await panel.getByRole('button', { name: 'Pasang sekarang' }).click();
  await panel.getByLabel('Kata sandi sekarang').fill('bukan-kata-sandi-saya');
  await panel.getByRole('button', { name: 'Lanjut' }).click();
  await panel.getByText('Tidak cocok', { exact: true }).waitFor();
  await panel.getByLabel('Kata sandi sekarang').fill(PASSWORDS[username]);
  await panel.getByRole('button', { name: 'Lanjut' }).click();
  const picture = await panel.getByTestId('two-step-qr').screenshot();
  const typed = (await panel.getByTestId('two-step-secret').innerText()).replaceAll(' ', '');
  const uri = new URL((await scanned(browser, picture)) ?? 'none:');
  expect([uri.protocol, uri.searchParams.get('secret')]).toEqual(['otpauth:', typed]);
  await looksRight(page);
  const secret = bytesOf(typed);
  await panel.getByLabel('Enam angka dari aplikasi').fill(codeAt(secret, stepAt(Date.now())));
  await panel.getByRole('button', { name: 'Aktifkan' }).click();
  const codes = panel.getByTestId('recovery-codes');
  await codes.waitFor();
  const written = (await codes.innerText()).split(/\s+/).filter((code) => code !== '');
  expect(written).toHaveLength(10);
  await looksRight(page);
  phones.set(username, { secret, written });
  await panel.getByRole('button', { name: 'Sudah saya simpan' }).click();
  await panel.getByText('Sisa kode pemulihan: 10').waitFor();
}

/** Somebody else agrees to what the one at the keyboard asked for. */
async function approve(summary: RegExp): Promise<void> {
  await two.goto('/admin/approvals?status=PENDING');
  await two.getByText(summary).first().click();
  await agree(two);
}

const dialog = () => one.getByRole('dialog');

let broken = false;
/** Each step stands on the one before: what follows a failed one says so instead of waiting for what cannot come. */
function step(name: string, work: () => Promise<void>): void {
  it(name, async () => {
    if (broken) throw new Error('an earlier step failed');
    broken = true;
    await work();
    broken = false;
  });
}

beforeAll(async () => {
  site = await ProductionSite.start();
  browser = await openBrowser();
  [one, two] = [await person(), await person()];
});

afterAll(async () => {
  await browser.close();
  await sandbox?.close();
  await site.stop();
  rmSync(home, { recursive: true, force: true });
});

step('each of two people makes a password of the own code, once', async () => {
  const codes = await site.firstCodes();
  expect([...codes.keys()]).toEqual(['super1', 'super2']);
  const [first = '', second = ''] = codes.values();
  await redeem(one, first, 'Sitti Rahma', PASSWORDS.super1);
  await enterCode(two, first);
  await two.getByText('Kode tidak berlaku').waitFor();
  await looksRight(two);
  await redeem(two, second, 'Hasna Tuasamu', PASSWORDS.super2);
});

step('both have to set up a telephone before they get anywhere', async () => {
  await logIn(one, 'super1');
  await setUpPhone(one, 'super1');
  await logIn(two, 'super2');
  await setUpPhone(two, 'super2');
});

step(
  'from then on signing in takes two steps, and a written code stands in for a lost telephone',
  async () => {
    const third = await person();
    const { secret, written } = phones.get('super1') ?? { secret: Buffer.alloc(20), written: [] };
    await logIn(third, 'super1');
    await third.getByText('Satu langkah lagi untuk masuk sebagai super1.').waitFor();
    await looksRight(third);
    await third.getByLabel('Kode autentikator').fill('000000');
    await third.keyboard.press('Enter');
    await third.getByText('Kode salah atau sudah dipakai').waitFor();
    // The next one already: the one before was used when the telephone was set up.
    await third.getByLabel('Kode autentikator').fill(codeAt(secret, stepAt(Date.now()) + 1));
    await third.keyboard.press('Enter');
    await third.getByText('Sitti Rahma').first().waitFor();
    await third.context().clearCookies();
    await logIn(third, 'super1');
    await third.getByRole('button', { name: 'Ponsel tidak ada? Pakai kode pemulihan' }).click();
    await third.getByLabel('Kode pemulihan').fill(written[0] ?? '');
    await third.keyboard.press('Enter');
    await third.getByText('Sitti Rahma').first().waitFor();
    await third.context().close();
  },
);

step('first steps are told, and who the utility is', async () => {
  await one.goto('/admin/');
  await one.reload();
  await one.getByText('Sitti Rahma').first().waitFor();
  await one.getByRole('link', { name: 'Lihat langkah awal' }).click();
  await one.getByText('Kop surat dan tempat bertanya').waitFor();
  expect(await one.getByText('Belum', { exact: true }).count()).toBe(6);
  await looksRight(one);
  await one.getByRole('link', { name: 'Kop surat dan tempat bertanya' }).click();
  await one.getByLabel('Nama perusahaan').fill('Perumda Air Minum Tirta Mandiri');
  await one.getByLabel('Alamat').fill('Jl. Pelabuhan No. 1');
  await one.getByLabel('Telepon bantuan').fill('(0401) 312-345');
  await one.getByLabel('Jam layanan').fill('Senin–Jumat 08.00–15.30 WITA');
  await one.getByLabel('WhatsApp').fill('0812-3456-7890');
  await one.getByRole('button', { name: 'Simpan kop surat' }).click();
  await one.getByText('Kop surat disimpan').waitFor();
  await one.getByText('Wajib', { exact: true }).waitFor();
  await looksRight(one);
});

step('a region with a route, and a tariff with its decree, agreed to by the other', async () => {
  await one.goto('/admin/regions');
  await one.getByRole('button', { name: 'Tambah wilayah' }).first().click();
  await dialog().getByLabel('Kode').fill('01');
  await dialog().getByLabel('Nama').fill('Kendari');
  await dialog().getByRole('button', { name: 'Simpan' }).click();
  await one.getByText('Kendari').first().click();
  await one.getByRole('button', { name: 'Tambah rute' }).click();
  const route = one.getByRole('dialog', { name: 'Tambah rute' });
  await route.getByLabel('Kode rute').fill('0203');
  await route.getByLabel('Nama').fill('Pelabuhan');
  await route.getByRole('button', { name: 'Simpan' }).click();
  await one.getByText('0203').first().waitFor();

  await one.goto('/admin/tariffs');
  await one.getByRole('button', { name: 'Tambah golongan' }).first().click();
  await dialog().getByLabel('Kode').fill('RT1');
  await dialog().getByLabel('Nama').fill('Rumah tangga 1');
  await dialog().getByRole('button', { name: 'Simpan' }).click();
  await one.getByRole('link', { name: 'Ajukan versi baru' }).click();
  await one.getByLabel('Dasar hukum').fill('Perbup 12/2024');
  await one.getByLabel('Berlaku mulai periode pemakaian').click();
  await one.locator('[data-direction="previous"]').first().click();
  await one.getByRole('button', { name: /^Jan/ }).first().click();
  await one.getByLabel('Tarif blok 1').fill('3000');
  await one.getByRole('button', { name: 'Ajukan untuk disetujui' }).click();
  await one.getByText('Versi diajukan dan menunggu persetujuan').first().waitFor();
  await looksRight(one);
  await approve(/RT1/);
});

step(`${String(CUSTOMERS)} customers are taken over from the system before`, async () => {
  await one.goto('/admin/import');
  // Read in the middle of last month, so that this month's reading is one month of use.
  const now = new Date();
  const read = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15));
  const date = `15/${String(read.getUTCMonth() + 1).padStart(2, '0')}/${String(read.getUTCFullYear())}`;
  const rows = Array.from(
    { length: CUSTOMERS },
    (_, index) =>
      `LAMA-${String(index)};Pelanggan ${String(index)};Jl. Pelabuhan 1;01;0203;RT1;M-${String(index)};${date};1.234`,
  );
  const header = 'No SL;NAMA;Alamat;Kode wilayah;Kode rute;Gol;No. Meter;Tgl baca;Stan terakhir';
  await one.locator('input[type=file]').setInputFiles({
    name: 'pelanggan.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([header, ...rows].join('\r\n')),
  });
  await one.getByRole('button', { name: 'Periksa', exact: true }).click();
  await one
    .getByRole('button', { name: 'Impor', exact: true })
    .click({ timeout: LONG_PATIENCE_MILLISECONDS });
  await one.getByText('Semua baris sudah diambil.').waitFor({ timeout: LONG_PATIENCE_MILLISECONDS });
  await looksRight(one);
});

step('the first of them is read, verified and billed', async () => {
  await one.goto('/admin/customers?q=lama-7');
  const row = one.locator('main tbody tr').filter({ has: one.getByText('Pelanggan 7', { exact: true }) });
  customerNumber = (await row.getByText(/^\d{12}$/).textContent()) ?? '';
  await one.goto('/admin/readings/new');
  await one.getByLabel('Nomor pelanggan').fill(customerNumber);
  await one.getByRole('button', { name: 'Cari', exact: true }).click();
  await one.getByLabel(/stan kini/i).fill('1246');
  await one.getByText('Rp36.000').first().waitFor();
  await one.getByRole('button', { name: /simpan & berikutnya/i }).click();
  await one
    .getByText(/Pelanggan 7\b.*12 m³/)
    .first()
    .waitFor();
  await one.goto('/admin/verification');
  await one.getByRole('button', { name: 'Verifikasi sekaligus' }).click();
  await dialog()
    .getByRole('button', { name: /^Verifikasi [\d.]+ catatan$/ })
    .click();
  await one.getByText(/catatan diverifikasi/).waitFor();
  await one.goto('/admin/bill-runs/new');
  await one.getByRole('button', { name: 'Periksa dahulu' }).click();
  await one.getByRole('button', { name: /^Tetapkan 1 rekening/ }).click();
  await dialog().getByRole('button', { name: 'Ya, tetapkan' }).click();
  await one.getByRole('heading', { name: /^Penetapan/ }).waitFor();
  await one.getByText('Selesai').first().waitFor();
});

step('one asks for the first bank and cannot approve it; the other one can', async () => {
  await one.goto('/admin/banks');
  await one.getByRole('button', { name: 'Tambah bank' }).first().click();
  await dialog().getByLabel('Kode').fill('SULTRA');
  await dialog().getByLabel('Nama bank').fill('Bank Sultra');
  await dialog().getByRole('textbox', { name: 'Alasan' }).fill('Kerja sama pertama');
  await looksRight(one);
  await dialog().getByRole('button', { name: 'Ajukan' }).click();
  await one.getByText('Bank baru menunggu persetujuan').waitFor();

  await one.goto('/admin/approvals?view=mine');
  await one
    .getByText(/Bank baru Bank Sultra/)
    .first()
    .click();
  await one.getByText('Anda yang mengajukan, jadi orang lain yang memutuskan.').waitFor();
  expect(await one.getByRole('button', { name: 'Setujui' }).count()).toBe(0);
  await looksRight(one);
  await approve(/Bank baru Bank Sultra/);
  await one.goto('/admin/banks');
  await one.getByRole('link', { name: 'Bank Sultra', exact: true }).click();
});

step('it gets an address and a key, whose secret is seen once', async () => {
  await one.getByRole('tab', { name: 'Pengaturan' }).click();
  await one.getByRole('button', { name: 'Tambah alamat' }).click();
  await one.getByRole('textbox', { name: 'Alamat 1' }).fill('127.0.0.1');
  await one.getByRole('button', { name: 'Periksa dan ajukan' }).click();
  await dialog().getByRole('textbox').fill('Alamat bank pertama');
  await dialog().getByRole('button', { name: 'Ajukan' }).click();
  await one.getByText('Perubahan diajukan dan menunggu persetujuan').waitFor();
  await approve(/Bank Sultra/);
  await one.getByRole('tab', { name: 'Kunci' }).click();
  await one.getByRole('button', { name: 'Minta kunci baru' }).first().click();
  await dialog().getByLabel('Dipakai untuk').fill('host utama');
  await dialog().getByRole('textbox', { name: 'Alasan' }).fill('Kunci pertama');
  await dialog().getByRole('button', { name: 'Ajukan kunci' }).click();
  await one.getByText('Kunci baru diajukan dan menunggu persetujuan').waitFor();
  await approve(/Bank Sultra/);
  await one.reload();
  await one.getByRole('button', { name: 'Tampilkan secret' }).click();
  await one.getByRole('button', { name: 'Tampilkan sekarang' }).click();
  const secret = await dialog().getByTestId('secret').innerText();
  const download = one.waitForEvent('download');
  await dialog().getByRole('button', { name: 'Unduh berkas' }).click();
  const file = (await download).suggestedFilename();
  key = { id: file.replace(/\.txt$/, ''), secret };
  await dialog().getByRole('checkbox').check();
  await dialog().getByRole('button', { name: 'Tutup' }).last().click();
});

step('it is watched while it shows that it can, and opened for real money by two', async () => {
  sandbox = await startBankSimulator({ port: await freePort(), host: '127.0.0.1', apiUrl: site.url, home });
  await one.getByRole('tab', { name: 'Sertifikasi' }).click();
  expect(await one.getByRole('button', { name: 'Jalankan dengan bank uji coba' }).count()).toBe(0);
  await one.getByRole('button', { name: 'Mulai mengamati' }).click();
  const panel = one.getByRole('region', { name: /^Sertifikasi no\./ });
  await panel.waitFor();
  const bank = new SandboxBank(sandbox.url);
  await bank.play({
    id: 'pertama',
    name: 'Bank Sultra',
    key_id: key.id,
    secret: key.secret,
    snap: {
      client_key: 'none',
      partner_id: 'none',
      channel_id: '1',
      partner_service_id: '1',
      mode: 'ASYMMETRIC',
      secret: null,
    },
  });
  await driveNative({
    play: (order) => bank.call('pertama', order),
    customerNumber,
    prefix: 'UJI',
    paidAt: () => new Date().toISOString(),
  });
  await panel.getByText('Lulus', { exact: true }).first().waitFor({ timeout: LONG_PATIENCE_MILLISECONDS });
  await panel
    .getByRole('button', { name: 'Unduh laporan PDF' })
    .waitFor({ timeout: LONG_PATIENCE_MILLISECONDS });
  await looksRight(one);
  await one.getByRole('button', { name: 'Ajukan pembukaan' }).click();
  await dialog().getByRole('textbox').fill('Semua skenario lulus');
  await dialog().getByRole('button', { name: 'Ajukan pembukaan' }).click();
  await one.getByText('Pembukaan diajukan dan menunggu persetujuan').waitFor();
  await approve(/dibuka untuk transaksi nyata/);
  await one.reload();
  await one.getByText('Bank ini sudah melayani transaksi nyata.').waitFor();
});

step('the first bill is paid by that bank, and the first steps are done', async () => {
  // As a second instance is paid at: by the port and the home that made it, with no address beside them.
  const { port } = new URL(site.url);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(ROOT, 'scripts', 'run.mjs'), 'bank', 'pay', customerNumber],
    {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        PORT: port,
        TIRTAPAY_HOME: home,
        BANK_API_KEY: key.id,
        BANK_API_SECRET: key.secret,
      },
    },
  );
  expect(stdout).toMatch(/Rp3[68]\.[05]00/);
  const customer = await person();
  await customer.goto('/');
  await customer.locator('#nomor').fill('LAMA-7');
  await customer.locator('#nomor').press('Enter');
  await customer.getByText(/lunas/i).first().waitFor();
  await customer.goto('/');
  await customer.getByText('(0401) 312-345').first().waitFor();
  await one.goto('/admin/setup');
  await one.getByText('Kop surat dan tempat bertanya').waitFor();
  // People of the office are still to be made; everything else was.
  expect(await one.getByText('Sudah', { exact: true }).count()).toBe(5);
  await one.goto('/admin/payments');
  await one.getByText('Pelanggan 7').first().waitFor();
});

it('raised no error on the way', () => {
  expect(problems).toEqual([]);
});
