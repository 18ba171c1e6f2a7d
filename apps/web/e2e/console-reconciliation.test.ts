import { addDays, businessDate } from '@tirtapay/domain';
import type { Browser, Page } from 'playwright-core';
import { eventually } from '../../api/test/support/eventually';
import { overflow, seriousFindings } from './public-page';
import { DESKTOP, openBrowser, PHONE } from './support/browser';
import { agree, signIn } from './support/console';
import { clicksThrough } from './support/pages';
import { productAccess, runCommand } from './support/product';

clicksThrough(
  '/admin/reconciliation',
  '/admin/reconciliation/upload',
  '/admin/reconciliation/days',
  '/admin/reconciliation/days/:id',
  '/admin/reconciliation/items',
  '/admin/reconciliation/items/:id',
  '/admin/reconciliation/files',
  '/admin/reconciliation/banks/:id',
);

/*
 * A whole day of a bank: begun with, a wrong file told by its line, the sandbox bank's file with every break it knows put
 * against a day of the demonstration, each difference settled by two people, the day closed by one who prepared nothing of
 * it, its Berita Acara printed; and the books sound before and after.
 */

const BREAKS = 'missing,extra,duplicate,amount,next-day,reversed,fee,customer';
/** What the breaks are on the board, and what is usually done about each. */
const SETTLED: readonly (readonly [type: string, action: string])[] = [
  ['Ada di bank, tidak ada di sini', 'Bukukan pembayaran'],
  ['Ada di sini, tidak ada di bank', 'Bawa ke hari berikutnya'],
  ['Ada di sini, tidak ada di bank', 'Batalkan pembayaran'],
  ['Ganda di bank', 'Tampung, belum teridentifikasi'],
  ['Hari kerja berikutnya', 'Terima'],
  ['Nominal berbeda', 'Jadikan titipan pelanggan'],
  ['Pelanggan atau VA berbeda', 'Terima'],
  ['Potongan MDR', 'Terima sebagai beban bank'],
];

let browser: Browser;
let page: Page;
let manager: Page;
let problems: string[];
let managerProblems: string[];
let dayPath: string;
/** A day of the bank that is over. */
let day: string;

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, problems } = await signIn(browser, 'admin'));
  ({ page: manager, problems: managerProblems } = await signIn(browser, 'manajer'));
  const info = await fetch(`${productAccess().url}/api/v1/public/info`);
  const { business_date: today } = (await info.json()) as { business_date: string };
  day = addDays(businessDate(today), -1);
});
afterAll(() => browser.close());

/** As the sandbox bank hands it out, with its breaks or with none. */
async function bankFile(breaks: string): Promise<string> {
  const asked = `bank=kedua&kind=csv&date=${day}&break=${breaks}`;
  const file = await fetch(`${productAccess().bankUrl}/settlement/file?${asked}`);
  expect(file.status).toBe(200);
  return file.text();
}

async function choose(name: string, text: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Periksa berkas' }).click();
}

/** At both widths; what is wrong with it for whoever does not see well is looked for once in a turn, for it is slow. */
async function looksRight(of: Page, thoroughly = false): Promise<void> {
  for (const viewport of [PHONE, DESKTOP]) {
    await of.setViewportSize(viewport);
    expect(await overflow(of)).toBeLessThanOrEqual(0);
  }
  if (thoroughly) expect(await seriousFindings(of)).toEqual([]);
}

async function booksAreSound(): Promise<void> {
  const { code, output } = await runCommand('invariants', []);
  expect([code, output]).toEqual([0, expect.any(String)]);
}

/** Those of the open dialog: asked for, agreed to by the manager. */
async function termsAreAgreed(): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Perjanjian kerja sama yang baru');
  const [answer] = await Promise.all([
    page.waitForResponse(/\/reconciliation\/agreements\/\d+\/terms$/),
    dialog.getByRole('button', { name: 'Ajukan' }).click(),
  ]);
  await page.getByText('Ketentuan diajukan dan menunggu persetujuan orang kedua.').waitFor();
  const { approval_id: request } = (await answer.json()) as { approval_id: number };
  await manager.goto(`/admin/approvals?detail=${String(request)}`);
  await agree(manager);
  await page.reload();
}

it('a bank is begun with, and a wrong file is told by its line', async () => {
  await booksAreSound();
  await page.goto('/admin/reconciliation');
  // The month of the demonstration: the system closed what agreed, one day waits for people, one file has not come.
  await page
    .getByRole('link', { name: /^Bank Sultra, / })
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Mulai rekonsiliasi Bank Kedua' }).click();
  await page.getByLabel('Sejak').fill(day);
  // The day of the test may be any day of the week.
  await page.getByLabel('Bank menyelesaikan pada hari Sabtu').check();
  await page.getByLabel('Bank menyelesaikan pada hari Minggu').check();
  await termsAreAgreed();
  await looksRight(page, true);
  await page.getByRole('link', { name: 'Unggah berkas' }).first().click();
  await page.getByRole('combobox', { name: 'Bank' }).click();
  await page.getByRole('option', { name: 'Bank Kedua' }).click();
  const cut = (await bankFile('')).split('\n').toSpliced(2, 1).join('\n');
  await choose('terpotong.csv', cut);
  await page.getByText('Jumlah baris tidak sama dengan baris penutup.').waitFor();
  expect(await page.getByRole('button', { name: 'Simpan dan cocokkan' }).count()).toBe(0);
});

it('the file with eight breaks is stored, and each break stands on the board as what it is', async () => {
  await choose('kedua.csv', await bankFile(BREAKS));
  await page.getByText('Semua jumlah cocok').waitFor();
  await looksRight(page, true);
  await page.getByLabel('Hari yang diselesaikan').fill(day);
  await page.getByRole('button', { name: 'Simpan dan cocokkan' }).click();
  await page.waitForURL(/\/reconciliation\/days\/\d+$/);
  dayPath = new URL(page.url()).pathname;
  await page.getByText('8 baris menunggu keputusan').waitFor();
  await page.setViewportSize(DESKTOP);
  // Nothing of the sums is out of sight on a usual screen.
  const table = page.getByRole('region', { name: 'Kedua sisi menurut jenis' }).last();
  expect(await table.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBeLessThanOrEqual(0);
  await looksRight(page, true);
});

it('many rows are asked for at once: what is missing is said, and first what it would be', async () => {
  await page.getByRole('button', { name: 'Selesaikan sekaligus' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Lihat dahulu' }).click();
  await dialog.getByText('Pilih yang akan dilakukan.').waitFor();
  await dialog.getByText(/Minimal 10/).waitFor();
  await dialog.getByRole('combobox', { name: 'Yang dilakukan' }).click();
  await page.getByRole('option').first().click();
  await dialog.getByLabel('Alasan').fill('Sesuai konfirmasi tertulis bank');
  await dialog.getByRole('button', { name: 'Lihat dahulu' }).click();
  await dialog.getByText(/Belum ada yang dikirim/).waitFor();
  await looksRight(page, true);
  await dialog.getByRole('button', { name: 'Batal' }).click();
});

/** Asks for what is usually done about a row of the board. @returns the number of the request */
async function ask(type: string, action: string): Promise<number> {
  const row = page
    .locator('main tbody tr')
    .filter({ hasText: type })
    .filter({ hasText: `Usul: ${action}` });
  await row
    .getByRole('link')
    .first()
    .click()
    .catch(async (error: unknown) => {
      throw new Error(`${type}, ${action}: ${await page.locator('main').innerText()}`, { cause: error });
    });
  await page.getByRole('heading', { name: type }).waitFor();
  await page.getByRole('button', { name: 'Selesaikan', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await eventually(
    () => dialog.getByRole('combobox', { name: 'Tindakan' }).inputValue(),
    (usual) => usual === action,
  );
  await dialog.getByLabel('Alasan').fill('Sesuai konfirmasi tertulis bank');
  await dialog.getByRole('button', { name: 'Minta persetujuan' }).click();
  const request = page.getByRole('link', { name: 'Lihat permohonan' });
  await request.waitFor();
  return Number((await request.getAttribute('href'))?.split('=').at(-1));
}

async function call<T>(path: string, body: object, token?: string): Promise<T> {
  const answer = await fetch(`${productAccess().url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`);
  return (await answer.json()) as T;
}

it('each is settled by two people, from its evidence', async () => {
  const { access_token: token } = await call<{ access_token: string }>('/auth/login', {
    username: 'manajer',
    password: 'TirtaDemo2026!',
  });
  const board = `/admin/reconciliation/items?reconciliation_id=${dayPath.split('/').at(-1) ?? ''}&state=OPEN`;
  await page.getByRole('link', { name: 'Ada di bank, tidak ada di sini', exact: true }).click();
  await page.waitForURL(/\/reconciliation\/items\?/);
  for (const [index, [type, action]] of SETTLED.entries()) {
    const request = await ask(type, action);
    if (index > 0) {
      // The second person clicks once, and is the same person for the rest.
      await call(`/approvals/${String(request)}/decision`, { decision: 'APPROVE' }, token);
    } else {
      await page.getByText('Isi berkas apa adanya').waitFor();
      await looksRight(page, true);
      await manager.goto(`/admin/approvals?detail=${String(request)}`);
      await agree(manager);
    }
    await page.goto(board);
  }
  await page.goto(dayPath);
  await page.getByText('0 baris menunggu keputusan').waitFor();
  await looksRight(page);
});

it('the day is closed by the one who prepared nothing, and its Berita Acara is printed', async () => {
  expect(await page.getByRole('button', { name: 'Tutup hari' }).count()).toBe(0);
  await manager.goto(dayPath);
  await manager.getByRole('button', { name: 'Tutup hari' }).click();
  await manager.getByRole('dialog').getByRole('button', { name: 'Tutup hari' }).click();
  await manager.getByText('Hari ditutup.').waitFor();
  await manager.getByText(/^Ditutup oleh/).waitFor();
  await looksRight(manager, true);
  const [paper] = await Promise.all([
    manager.waitForResponse(/\/reconciliation\/days\/\d+\/report$/),
    manager.getByRole('button', { name: 'Berita Acara' }).click(),
  ]);
  expect(paper.headers()['content-type']).toBe('application/pdf');
  await page.reload();
  await page.getByRole('button', { name: 'Minta buka kembali' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Alasan').fill('Salah');
  await dialog.getByRole('button', { name: 'Minta buka kembali' }).click();
  await dialog.getByText(/Minimal 10/).waitFor();
  await dialog.getByRole('button', { name: 'Batal' }).click();
  await booksAreSound();
});

it('what was agreed with a bank is kept: terms from a day on, days of rest, the days before', async () => {
  await page.goto('/admin/reconciliation');
  await page.getByRole('link', { name: 'Perjanjian dengan Bank Sultra' }).click();
  await page.waitForURL(/\/reconciliation\/banks\/\d+$/);
  await page.getByRole('button', { name: 'Tambah hari libur' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tanggal').fill(addDays(businessDate(day), 30));
  await dialog.getByLabel('Nama hari libur').fill('Cuti bersama');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Cuti bersama').waitFor();
  await looksRight(page, true);
  await page.getByRole('button', { name: /^Hapus hari libur / }).click();
  await page.getByText('Belum ada hari libur.').waitFor();
  await page.getByRole('button', { name: 'Ketentuan baru' }).click();
  await dialog.getByLabel('Sejak').fill(addDays(businessDate(day), 20));
  await dialog.getByLabel('MDR QRIS').fill('0,7');
  await dialog.getByLabel('Berkas bank ini adalah rekening koran PDAM').check();
  await termsAreAgreed();
  await page.getByText('0,7%').waitFor();
  await page.getByRole('cell', { name: 'Ya', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Tutup hari-hari lama' }).click();
  await dialog.getByText(/bank masih menyimpan/).waitFor();
  await dialog.getByRole('button', { name: 'Batal' }).click();
});

/** As the sandbox supplier, or the partner of the demonstration, hands it out. */
async function statement(of: string, breaks: string, date: string = day): Promise<string> {
  const file = await fetch(
    `${productAccess().bankUrl}/settlement/statement?of=${of}&date=${date}&break=${breaks}`,
  );
  expect(file.status).toBe(200);
  return file.text();
}

async function chooseOwner(name: string): Promise<void> {
  await page.goto('/admin/reconciliation/upload');
  await page.getByRole('combobox', { name: 'Bank, pemasok, atau mitra' }).click();
  await page.getByRole('option', { name }).click();
}

/** Stores the file of the day, settles what is on its board by two people, and lets the manager close it. */
async function settleStatement(
  file: string,
  settled: readonly (readonly [type: string, action: string])[],
): Promise<void> {
  await choose('laporan.csv', file);
  await page.getByText('Semua jumlah cocok').waitFor();
  await page.getByLabel('Hari yang diselesaikan').fill(day);
  await page.getByRole('button', { name: 'Simpan dan cocokkan' }).click();
  await page.waitForURL(/\/reconciliation\/days\/\d+$/);
  const path = new URL(page.url()).pathname;
  await page.getByText(`${String(settled.length)} baris menunggu keputusan`).waitFor();
  await looksRight(page, true);
  const { access_token: token } = await call<{ access_token: string }>('/auth/login', {
    username: 'manajer',
    password: 'TirtaDemo2026!',
  });
  for (const [type, action] of settled) {
    await page.goto(
      `/admin/reconciliation/items?reconciliation_id=${path.split('/').at(-1) ?? ''}&state=OPEN`,
    );
    const request = await ask(type, action);
    await looksRight(page);
    await call(`/approvals/${String(request)}/decision`, { decision: 'APPROVE' }, token);
  }
  await manager.goto(path);
  await manager.getByRole('button', { name: 'Tutup hari' }).click();
  await manager.getByRole('dialog').getByRole('button', { name: 'Tutup hari' }).click();
  await manager.getByText('Hari ditutup.').waitFor();
}

it('the statement of a supplier: a wrong file is told, the right one is settled and closed', async () => {
  await page.goto('/admin/reconciliation');
  await page
    .getByRole('link', { name: /^Pemasok Sandbox, / })
    .first()
    .waitFor();
  await chooseOwner('Pemasok Sandbox');
  // That of a bank, of the partner, and of a day that is closed.
  await choose('bank.csv', await bankFile(''));
  await page.getByText('Berkas ini dari bank, pemasok, atau mitra lain.').waitFor();
  await choose('mitra.csv', await statement('MITRADEMO', ''));
  await page.getByText('Berkas ini dari bank, pemasok, atau mitra lain.').waitFor();
  await choose('lama.csv', await statement('SANDBOX', '', addDays(businessDate(day), -4)));
  await page.getByText('Hari rekonsiliasi ini sudah ditutup.').waitFor();
  expect(await page.getByRole('button', { name: 'Simpan dan cocokkan' }).isDisabled()).toBe(true);
  await settleStatement(await statement('SANDBOX', 'extra,amount'), [
    ['Ada di pemasok, tidak ada di sini', 'Klaim ke pemasok'],
    ['Nominal berbeda', 'Klaim ke pemasok'],
  ]);
  await booksAreSound();
});

it('the statement of a partner: what differs is decided, and nothing is booked', async () => {
  await chooseOwner('Mitra Demo');
  await settleStatement(await statement('MITRADEMO', 'missing,extra'), [
    ['Ada di mitra, tidak ada di sini', 'Bawa ke hari berikutnya'],
    ['Ada di sini, tidak ada di mitra', 'Bawa ke hari berikutnya'],
  ]);
  await manager.getByText(/^Tidak ada yang dibukukan saat hari mitra ditutup/).waitFor();
  await booksAreSound();
});

it('days and files are listed', async () => {
  await page.goto('/admin/reconciliation/days');
  await page.getByRole('link', { name: /\d{4}/ }).first().waitFor();
  await page.goto('/admin/reconciliation/files');
  await page.getByText('kedua.csv').first().waitFor();
  expect([...problems, ...managerProblems]).toEqual([]);
});
