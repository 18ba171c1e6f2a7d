import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { owingCustomers } from './public-customers';
import { overflow, seriousFindings } from './public-page';
import { DESKTOP, openBrowser, PHONE } from './support/browser';
import { alone } from './support/alone';
import { agree, cursorStandsIn, signIn } from './support/console';
import { clicksThrough } from './support/pages';
import { sellAsPartner, supplierFault, type PartnerSale } from './support/ppob-partner';
import { LONG_PATIENCE_MILLISECONDS } from './support/patience';

clicksThrough(
  '/admin/ppob/transactions',
  '/admin/ppob/transactions/:id',
  '/admin/ppob/check',
  '/admin/ppob/prices',
  '/admin/ppob/supplier-movements',
);

/*
 * PPOB in the office: what partners sold is found, read out, printed and shared; what a customer asks for is priced from
 * the keyboard alone, also wrongly.
 */

let browser: Browser;
let page: Page;
let problems: string[];
/** Who agrees. */
let second: Awaited<ReturnType<typeof signIn>>;
let token: PartnerSale;
let refused: PartnerSale;
const reference = `E2E/${randomUUID().slice(0, 8)}`;

const METER = '45700112233';
const body = (name: string, ref: string) => ({
  customer_name: name,
  meter_number: METER,
  nominal: 50_000,
  service_code: 'PLN',
  ref_id: `${reference}/${ref}`,
});

/** At both widths nothing is wider than the screen, and axe has no serious finding. */
async function looksRight(): Promise<void> {
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    expect({ at: viewport.width, wider: await overflow(page) }).toMatchObject({ wider: 0 });
  }
  expect(await seriousFindings(page)).toEqual([]);
}

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, problems } = await signIn(browser, 'admin', { viewport: DESKTOP }));
  second = await signIn(browser, 'manajer', { viewport: DESKTOP });
  token = await sellAsPartner(body('Andi Wijaya', '1'));
  refused = await alone('supplier', async () => {
    await supplierFault('failure', 1, METER);
    return sellAsPartner(body('Budi Gagal', '2'));
  });
});

/** A second person agrees to what was asked for last. */
async function approve(summary: RegExp): Promise<void> {
  await second.page.goto('/admin/approvals');
  await second.page.getByText(summary).first().click();
  await agree(second.page);
}

afterAll(async () => {
  await browser.close();
  expect([...problems, ...second.problems]).toEqual([]);
});

it('a sale is found by its reference, and the list leaves as a file', async () => {
  await page.goto('/admin');
  await page.getByRole('link', { name: 'Transaksi PPOB' }).click();
  await page.getByPlaceholder('Referensi penjual atau pemasok, atau nama pelanggan').fill(reference);
  await page.locator('[data-list="listPpobSales"][data-rows="2"]').waitFor();
  const table = page.getByRole('table');
  expect(await table.innerText()).toContain('Token Listrik PLN');
  // What was given back is no money any more: one of the two sales counts.
  await page.getByText('Rp51.500').first().waitFor();
  await looksRight();
  for (const [format, name] of [
    ['CSV', /penjualan-ppob.*\.csv$/],
    ['XLSX', /penjualan-ppob.*\.xlsx$/],
  ] as const) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Unduh ${format}` }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(name);
  }
  await page
    .getByPlaceholder('Referensi penjual atau pemasok, atau nama pelanggan')
    .fill(`${reference}/tidak-ada`);
  await page.getByText('Tidak ada yang cocok').waitFor();
  await page.getByPlaceholder('Referensi penjual atau pemasok, atau nama pelanggan').fill(`${reference}/1`);
  await page.getByRole('table').getByRole('link').first().click();
  await page.waitForURL(new RegExp(`/ppob/transactions/${String(token.id)}$`));
});

it('its token is large, in groups of four, and copied as it stands', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const code = page.getByTestId('code');
  await code.waitFor();
  expect((await code.innerText()).replaceAll(/\s/g, '')).toBe(token.code);
  expect(token.code).toMatch(/^(\d{4}-){4}\d{4}$/);
  await page.getByRole('button', { name: 'Salin Token listrik' }).click();
  await page.getByText('Tersalin').first().waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token.code);
  expect(await page.getByTestId('invoice').textContent()).toBe(token.invoice?.text);
  const way = page.getByRole('region', { name: 'Perjalanan transaksi' });
  for (const step of ['Dicatat', 'Dana ditahan', 'Dikirim ke pemasok', 'Berhasil'])
    expect(await way.getByText(step, { exact: true }).count()).toBe(1);
  await looksRight();
});

it('its invoice is printed, saved for a roll and shared', async () => {
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = document.querySelector('[data-print-sheet]')?.textContent ?? '';
      dispatchEvent(new Event('afterprint'));
    };
  });
  await page.getByRole('button', { name: 'Cetak' }).click();
  await page.locator('body[data-printed*="INVOICE PEMBELIAN TOKEN LISTRIK"]').waitFor();
  await page.locator('[data-print-sheet]').waitFor({ state: 'detached' });
  for (const [choice, name] of [
    ['Kertas roll 58 mm', /58mm\.pdf$/],
    ['Kertas roll 80 mm', /80mm\.pdf$/],
    ['Lembar A5', /\d\.pdf$/],
  ] as const) {
    await page.getByRole('button', { name: 'PDF' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: choice }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(name);
  }
  const share = await page.getByRole('link', { name: 'Kirim lewat WhatsApp' }).getAttribute('href');
  expect(new URL(share ?? '').searchParams.get('text')).toBe(token.invoice?.text);
});

it('a refused sale says that the money went back and what the supplier said', async () => {
  await page.goto(`/admin/ppob/transactions/${String(refused.id)}`);
  await page.getByRole('alert').getByText('Dana dikembalikan').waitFor();
  await page.getByText('Kata pemasok: Transaksi Gagal').waitFor();
  expect(await page.getByTestId('invoice').count()).toBe(0);
  await looksRight();
});

it('a pending sale ends on the screen by itself', async () => {
  const pending = await alone('supplier', async () => {
    await supplierFault('late-success', 1, METER);
    return sellAsPartner(body('Citra Menunggu', '3'));
  });
  expect(pending.status).toBe('PENDING');
  await page.goto(`/admin/ppob/transactions/${String(pending.id)}`);
  await page
    .locator(`[data-sale="${String(pending.id)}"][data-status="SUCCESS"]`)
    .waitFor({ timeout: LONG_PATIENCE_MILLISECONDS });
  await page.getByTestId('code').waitFor();
  await page.getByText('Berhasil', { exact: true }).first().waitFor();
});

it('a sale whose supplier stays silent is ended by two people, by what its letter says', async () => {
  const silent = await alone('supplier', async () => {
    await supplierFault('pending', 1, METER);
    return sellAsPartner(body('Dodi Menanti', '4'));
  });
  await page.goto(`/admin/ppob/transactions/${String(silent.id)}`);
  await page.getByRole('button', { name: 'Catat hasil dari pemasok' }).click();
  const dialog = page.getByRole('dialog', { name: `Catat hasil transaksi ${String(silent.id)}` });
  await dialog.getByLabel('Berhasil: produknya sudah diserahkan').check();
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await dialog.getByText('Wajib diisi').first().waitFor();
  await dialog.getByRole('textbox', { name: 'Kata pemasok dan buktinya' }).fill('Surat 12/IX, Pak Rahman');
  await dialog.getByLabel('Kode yang diserahkan').fill('1234');
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await dialog.getByText('token 16 atau 20 angka').first().waitFor();
  await dialog.getByLabel('Kode yang diserahkan').fill('1234 5678 9012 3456 7890');
  await looksRight();
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await page.getByText('Hasil diajukan dan menunggu persetujuan').waitFor();
  await page.getByRole('alert').getByText('Menunggu persetujuan orang kedua').waitFor();
  await looksRight();
  await approve(new RegExp(`Penjualan ${String(silent.id)} berhasil menurut pemasok`));
  await page
    .locator(`[data-sale="${String(silent.id)}"][data-status="SUCCESS"]`)
    .waitFor({ timeout: LONG_PATIENCE_MILLISECONDS });
  expect((await page.getByTestId('code').innerText()).replaceAll(/\s/g, '')).toBe('1234-5678-9012-3456-7890');
  const way = page.getByRole('region', { name: 'Perjalanan transaksi' });
  await way.getByText('Surat 12/IX, Pak Rahman').waitFor();
  expect(await page.getByRole('button', { name: 'Catat hasil dari pemasok' }).count()).toBe(0);
});

it('a sale that is not there is said to be none', async () => {
  await page.goto('/admin/ppob/transactions/999999999');
  await page.getByText('Halaman tidak ditemukan').waitFor();
});

it('a price is asked for with the keyboard alone', async () => {
  await page.goto('/admin/ppob/check');
  const { keyboard } = page;
  await cursorStandsIn(page, 'Layanan');
  await keyboard.type('kopi');
  await page.getByText('Layanan tidak ditemukan').waitFor();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('pulsa');
  await keyboard.press('Enter');
  await cursorStandsIn(page, 'Nomor HP');
  await keyboard.type('0899');
  await keyboard.press('Enter');
  await page.getByText('Tulis nomor HP, misalnya 081234567890.').waitFor();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('0812 3456 7890');
  await page.getByText('Operator: TELKOMSEL').waitFor();
  await keyboard.press('Tab');
  await keyboard.type('40');
  // As a person does: what is marked is seen before it is taken.
  await page.locator('[role="option"][data-combobox-selected]').waitFor();
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.type('Dewi Lestari');
  await keyboard.press('Enter');
  await page.getByTestId('quote-total').waitFor();
  expect(await page.getByTestId('quote-total').innerText()).toBe('Rp41.000');
  await looksRight();
  await keyboard.press('Enter');
  await page.getByTestId('together').waitFor();
  expect(await page.getByTestId('together').innerText()).toBe('Rp41.000');
});

it('a bill of ours is asked for by its month, which must be the oldest', async () => {
  const [number = ''] = await owingCustomers(1);
  await page.getByLabel('Layanan').fill('PDAM');
  await page.getByLabel('Layanan').press('Enter');
  await page
    .getByLabel(/pelanggan/i)
    .first()
    .fill(number);
  await page.getByLabel('Periode tagihan').fill('13-2025');
  await page.getByLabel('Nama pelanggan').fill('Rina Kurnia');
  await page.getByRole('button', { name: 'Cek tagihan' }).click();
  await page.getByText('Tulis bulan sebagai BB-TTTT').waitFor();
  await page.getByLabel('Periode tagihan').fill('01-2020');
  await page.getByRole('button', { name: 'Cek tagihan' }).click();
  await page.getByRole('alert').getByText('bill.not_oldest_first').waitFor();
  await looksRight();
  await page.getByRole('button', { name: 'Layanan lain' }).click();
  await page.getByRole('button', { name: 'Hapus Pulsa' }).click();
  await page.getByText('Belum ada yang dihitung').waitFor();
});

it('a fee is asked for, refused beyond its limit, agreed to by a second person, and holds', async () => {
  await page.goto('/admin/ppob/prices');
  await page.getByRole('table').first().waitFor();
  await page.getByRole('button', { name: 'Biaya admin' }).click();
  await page.getByRole('button', { name: 'Ubah biaya admin Zakat' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ajukan biaya admin' });
  await dialog.getByLabel('Biaya admin').fill('200000');
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await dialog.getByText('Minimal 5 karakter').waitFor();
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Kesepakatan baru dengan lembaga zakat');
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await dialog
    .getByText(/Biaya admin antara 0 dan 100000/)
    .first()
    .waitFor();
  await looksRight();
  await dialog.getByLabel('Biaya admin').fill('5500');
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await page.getByText('Perubahan harga menunggu persetujuan').waitFor();
  await approve(/Harga Zakat/);
  await page.goto('/admin/ppob/prices');
  await page.getByRole('button', { name: 'Biaya admin' }).click();
  await page.getByRole('row', { name: /Zakat.*Rp5\.500/ }).waitFor();
  await page.setViewportSize(PHONE);
  // What can be done with a fee hides none of its figures.
  const fee = page.getByText('Rp5.500', { exact: true }).first();
  await fee.scrollIntoViewIfNeeded();
  const seen = await fee.evaluate((money) => {
    const { right, top, height } = money.getBoundingClientRect();
    return money.contains(document.elementFromPoint(right - 2, top + height / 2));
  });
  expect(seen).toBe(true);
  await looksRight();
});

it('the price of a package changes by two, and its history stays', async () => {
  await page.goto('/admin/ppob/prices?service_code=MUSIK');
  await page.getByRole('link', { name: 'Musik Berlangganan' }).first().click();
  await page.getByRole('button', { name: 'Ubah harga' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ajukan harga' });
  await dialog.getByLabel('Harga jual').fill('57000');
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Harga pemasok naik');
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await page.getByText('Perubahan harga menunggu persetujuan').waitFor();
  await approve(/Harga Musik/);
  await page.goto('/admin/ppob/prices?service_code=MUSIK&state=ENDED');
  await page.locator('[data-list="listPpobPriceLines"][data-rows="1"]').waitFor();
  await page.goto('/admin/ppob/prices?service_code=MUSIK&state=IN_FORCE');
  await page.getByText('Rp57.000').first().waitFor();
  await looksRight();
});

it('a service is stopped at once with a reason, and sold again', async () => {
  await page.goto('/admin/ppob/prices');
  await page.getByRole('button', { name: 'Biaya admin' }).click();
  await page.getByRole('button', { name: 'Hentikan Qurban' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hentikan Qurban?' });
  await dialog.getByRole('button', { name: 'Hentikan' }).click();
  await dialog.getByText('Wajib diisi').waitFor();
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Pemasok sedang bermasalah');
  await dialog.getByRole('button', { name: 'Hentikan' }).click();
  await page.getByRole('row', { name: /Qurban.*Tidak dijual/ }).waitFor();
  await looksRight();
  await page.getByRole('button', { name: 'Jual lagi Qurban' }).click();
  const again = page.getByRole('dialog', { name: 'Jual Qurban lagi?' });
  await again.getByRole('textbox', { name: 'Alasan' }).fill('Sudah pulih');
  await again.getByRole('button', { name: 'Jual lagi' }).click();
  await page.getByRole('button', { name: 'Hentikan Qurban' }).waitFor();
});

it('many prices are pasted, read line by line, and agreed to at once', async () => {
  await page.goto('/admin/ppob/prices');
  await page.getByRole('button', { name: 'Tempel daftar' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ajukan banyak harga' });
  const rows = dialog.getByLabel('Daftar produk');
  await rows.fill('TELKOMSEL;75.000;74.500');
  await dialog.getByText('Baris 1: perlu 4 kolom').waitFor();
  await rows.fill('TELKOMSEL\t75.000\t74.500\tTSEL75\nXL; Rp75000; 74500; XL75');
  await dialog.getByText('2 produk akan diajukan').waitFor();
  await looksRight();
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Nominal baru dari pemasok');
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await page.getByText('Perubahan harga menunggu persetujuan').waitFor();
  await approve(/Harga Pulsa/);
  await page.goto('/admin/ppob/prices?service_code=PULSA&state=IN_FORCE&q=TSEL75');
  await page.getByText('Rp75.000').first().waitFor();
});

it('a supplier is asked what it holds, paid by two people, and a wrong payment is taken back by two', async () => {
  await page.goto('/admin/ppob/suppliers');
  await page.getByRole('button', { name: 'Tanya saldo' }).click();
  await page.getByText('Pemasok menjawab saldonya').waitFor();
  await looksRight();
  await page.getByRole('button', { name: 'Catat pembayaran' }).click();
  const pay = page.getByRole('dialog', { name: /^Catat pembayaran kepada/ });
  await pay.getByRole('button', { name: 'Ajukan' }).click();
  await pay.getByText('Wajib diisi').first().waitFor();
  await pay.getByLabel('Jumlah').fill('1.250.000');
  await pay.getByLabel('Referensi bank').fill(`TRF-${reference}`);
  await pay.getByRole('textbox', { name: 'Alasan' }).fill('Deposit untuk akhir bulan');
  await looksRight();
  await pay.getByRole('button', { name: 'Ajukan' }).click();
  await page.getByText('Pembayaran diajukan dan menunggu persetujuan').waitFor();
  await approve(/Pengisian deposit Rp1\.250\.000/);
  await page.goto('/admin/ppob/supplier-movements');
  await page.getByPlaceholder('Referensi bank').fill(`TRF-${reference}`);
  await page.locator('[data-list="listSupplierMovements"][data-rows="1"]').waitFor();
  await looksRight();
  await page.getByRole('table').getByRole('link').first().click();
  const movement = page.getByRole('dialog', { name: 'Mutasi' });
  await movement.getByRole('button', { name: 'Batalkan' }).click();
  const back = page.getByRole('dialog', { name: 'Ajukan pembatalan' });
  await back.getByRole('textbox', { name: 'Alasan' }).fill('Transfer ditolak bank');
  await back.getByRole('button', { name: 'Ajukan' }).click();
  await page.getByText('Pembatalan diajukan dan menunggu persetujuan').waitFor();
  await approve(/Pembatalan Pengisian deposit/);
  await page.goto(`/admin/ppob/supplier-movements?q=${encodeURIComponent(`TRF-${reference}`)}`);
  await page.locator('[data-list="listSupplierMovements"][data-rows="2"]').waitFor();
  await page.getByText('Pengisian deposit dibatalkan').first().waitFor();
});
