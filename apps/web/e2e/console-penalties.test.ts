import type { Browser, Page } from 'playwright-core';
import { overflow, seriousFindings } from './public-page';
import { DESKTOP, openBrowser, PHONE } from './support/browser';
import { agree, signIn as comeIn } from './support/console';
import { clicksThrough } from './support/pages';

clicksThrough(
  '/admin/penalties',
  '/admin/penalties/:id',
  '/admin/penalties/propose',
  '/admin/waivers',
  '/admin/waivers/propose',
  '/admin/waivers/:id',
  '/admin/charges',
  '/admin/charges/bill/:id',
  '/admin/instalments',
  '/admin/instalments/:id',
  '/admin/instalments/customer/:id',
);

/*
 * A penalty policy by two people: a clerk writes the rule, sees what it would do, asks; a manager sees the same figures
 * and approves; only then is it in force.
 */

const NAME = 'Denda uji dua orang';
const PROGRAMME = 'Pemutihan uji dua orang';

let browser: Browser;
const problems: string[][] = [];

/** Each at a browser of their own, from the first test they come into to the last. */
const people = new Map<string, Page>();

async function signIn(username: string): Promise<Page> {
  const known = people.get(username);
  if (known !== undefined) return known;
  const opened = await comeIn(browser, username, { viewport: DESKTOP });
  problems.push(opened.problems);
  people.set(username, opened.page);
  return opened.page;
}

async function looksRight(page: Page): Promise<void> {
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
  expect(await seriousFindings(page)).toEqual([]);
}

/** The month after next, which nobody has issued bills of. */
function monthAhead(): string {
  const now = new Date();
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2, 1));
  return (
    month.toLocaleDateString('id-ID', { month: 'short', timeZone: 'UTC' }) +
    `|${String(month.getUTCFullYear())}`
  );
}

async function approve(page: Page, summary: string): Promise<void> {
  await page.goto('/admin/approvals');
  await page.getByText(summary).first().click();
  await page.getByRole('region', { name: 'Simulasi program' }).waitFor();
  await looksRight(page);
  await agree(page);
}

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

it('a clerk writes the rule and sees what it would do', async () => {
  const page = await signIn('admin');
  await page.goto('/admin/penalties');
  await page.getByRole('heading', { name: 'Kebijakan denda' }).waitFor();
  await looksRight(page);
  await page.getByRole('link', { name: 'Usulkan kebijakan' }).first().click();
  await page.getByText(/^Belum lengkap: Nama, Mulai periode, /).waitFor();
  await page.getByLabel('Nama').fill(NAME);
  await page.getByText(/^Belum lengkap: Mulai periode, /).waitFor();
  await page.getByLabel('Mulai periode').click();
  const [month = '', year = ''] = monthAhead().split('|');
  const picker = page.locator('[data-dates-dropdown], .mantine-Popover-dropdown').last();
  while (!(await picker.innerText()).includes(year)) await picker.getByRole('button').nth(2).click();
  await picker.getByRole('button', { name: new RegExp(`^${month}`, 'i') }).click();
  await page.getByRole('checkbox', { name: 'Angsuran' }).check();
  await page.getByLabel('Denda', { exact: false }).last().fill('40000');
  expect(await page.getByText(/^Belum lengkap/).count()).toBe(0);
  await page.getByRole('button', { name: 'Periksa dampak' }).click();
  const effect = page.getByRole('region', { name: 'Dampak kebijakan' });
  await effect.getByText('Rp40.000').first().waitFor();
  await effect.getByText('Rp500.000').waitFor();
  await looksRight(page);
  await page.getByRole('button', { name: 'Ajukan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ajukan' }).click();
  await page.getByText('Menunggu persetujuan').first().waitFor();
});

it('a manager sees the same figures, approves, and it is in force', async () => {
  const page = await signIn('manajer');
  await page.goto('/admin/approvals');
  await page.getByText(NAME).first().click();
  const effect = page.getByRole('region', { name: 'Dampak kebijakan' });
  await effect.getByText('Rp40.000').first().waitFor();
  await page.getByText('Rekening air dan tunggakan ambil alih, Angsuran').waitFor();
  await looksRight(page);
  await agree(page);
  await page.goto('/admin/penalties');
  await page.getByRole('row', { name: new RegExp(`${NAME}.*Berlaku`) }).waitFor();
});

it('a clerk sets the end of it, after what bills would bear then was seen; a manager agrees', async () => {
  const clerk = await signIn('admin');
  await clerk.goto('/admin/penalties');
  await clerk.getByRole('link', { name: NAME }).first().click();
  await clerk.getByRole('heading', { name: NAME }).waitFor();
  await looksRight(clerk);
  await clerk.getByRole('button', { name: 'Nonaktifkan' }).click();
  const effect = clerk.getByRole('region', { name: 'Dampak kebijakan' });
  await effect.getByText('Rp40.000').first().waitFor();
  await clerk.getByRole('dialog').getByRole('button', { name: 'Batal' }).click();
  await clerk.getByRole('button', { name: 'Atur akhir berlaku' }).click();
  await clerk.getByRole('dialog').getByRole('button', { name: 'Ajukan' }).click();
  await clerk.getByText('Belum ada yang berubah').waitFor();
  await clerk.getByLabel('Periode terakhir').click();
  const picker = clerk.locator('[data-dates-dropdown], .mantine-Popover-dropdown').last();
  await picker.locator('button[data-direction="next"]').click();
  await picker.locator('button[data-direction="next"]').click();
  await picker.getByRole('button', { name: /^Des/i }).click();
  await effect.getByText('Rp40.000').first().waitFor();
  await clerk.getByLabel('Alasan').fill('Perbup baru sedang disusun');
  await clerk.getByRole('dialog').getByRole('button', { name: 'Ajukan' }).click();
  await clerk.getByRole('link', { name: 'Lihat permohonan' }).waitFor();
  expect(await clerk.getByRole('button', { name: 'Atur akhir berlaku' }).count()).toBe(0);
  const manager = await signIn('manajer');
  await manager.goto('/admin/approvals');
  await manager.getByText(`Perubahan kebijakan denda ${NAME}`).first().click();
  await manager.getByRole('region', { name: 'Dampak kebijakan' }).waitFor();
  await agree(manager);
  await clerk.reload();
  await clerk.getByText(/sampai Desember/).waitFor();
  await clerk.goto('/admin/penalties');
  await clerk.getByRole('link', { name: 'Statistik' }).click();
  await clerk.waitForURL(/penalty-statistics/);
});

it('a clerk simulates a waiver programme and proposes it', async () => {
  const page = await signIn('admin');
  await page.goto('/admin/waivers');
  await page.getByRole('heading', { name: 'Pemutihan denda' }).waitFor();
  await looksRight(page);
  await page.getByRole('link', { name: 'Usulkan program' }).first().click();
  await page.getByLabel('Nama').fill(PROGRAMME);
  await page.getByLabel('Masa program').click();
  const picker = page.locator('.mantine-Popover-dropdown').last();
  await picker.locator('button[data-direction="next"]').click();
  await picker.locator('button[aria-label^="10 "]').click();
  await picker.locator('button[aria-label^="20 "]').click();
  const percent = page.getByLabel('Persen denda yang dihapus');
  await percent.fill('150');
  await page.getByRole('button', { name: 'Simulasikan' }).click();
  await page.getByText(/Tulis persen, lebih dari 0 sampai 100/).waitFor();
  // Letter by letter, as a person types it.
  await percent.fill('');
  await percent.pressSequentially('12,5');
  await page.getByRole('button', { name: 'Simulasikan' }).click();
  await page.getByRole('region', { name: 'Simulasi program' }).first().waitFor();
  await page.getByText(/pelanggan, .* rekening/).waitFor();
  await looksRight(page);
  await page.getByRole('button', { name: 'Ajukan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ajukan' }).click();
  await page
    .getByRole('row', { name: new RegExp(`${PROGRAMME}.*12,5% dari denda.*Menunggu persetujuan`) })
    .waitFor();
});

it('a manager sees the same simulation and approves; the programme is ended by two people as well', async () => {
  const page = await signIn('manajer');
  await approve(page, PROGRAMME);
  await page.goto('/admin/waivers');
  await page.getByRole('link', { name: PROGRAMME }).click();
  await page.getByText('Akan datang').waitFor();
  await looksRight(page);
  const clerk = await signIn('admin');
  await clerk.goto('/admin/waivers');
  await clerk.getByRole('link', { name: PROGRAMME }).click();
  await clerk.getByRole('button', { name: 'Cabut program' }).click();
  await clerk.getByLabel('Alasan').fill('anggaran dialihkan oleh kepala daerah');
  await clerk.getByRole('dialog').getByRole('button', { name: 'Cabut program' }).click();
  await clerk.getByText('Pencabutan menunggu').waitFor();
});

it('a charge gets its price from two people and is billed to a customer', async () => {
  const clerk = await signIn('admin');
  await clerk.goto('/admin/charges');
  await clerk.getByRole('button', { name: 'Usulkan harga' }).first().click();
  const dialog = clerk.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await dialog.getByText(/Tulis 2 sampai 20 huruf/).waitFor();
  await dialog.getByText('Wajib diisi').waitFor();
  await dialog.getByLabel('Kode').fill('METER-UJI');
  await dialog.getByLabel('Nama').fill('Penggantian meter uji');
  await dialog.getByLabel('Harga').fill('150000');
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await clerk.getByRole('row', { name: /METER-UJI.*Menunggu persetujuan/ }).waitFor();
  await looksRight(clerk);
  const manager = await signIn('manajer');
  await manager.goto('/admin/approvals');
  await manager.getByText('Biaya Penggantian meter uji').first().click();
  await agree(manager);
  await clerk.goto('/admin/customers');
  await clerk.getByRole('row').nth(1).getByRole('link').first().click();
  await clerk.getByRole('tab', { name: 'Rekening' }).click();
  await clerk.getByRole('link', { name: 'Tagih biaya non-air' }).click();
  await clerk.getByLabel('Biaya', { exact: false }).first().click();
  await clerk.getByRole('option', { name: /Penggantian meter uji/ }).click();
  await clerk.getByText('Jumlah tagihan').waitFor();
  await looksRight(clerk);
  await clerk.getByRole('button', { name: 'Terbitkan tagihan' }).click();
  await clerk.getByRole('heading', { name: 'Penggantian meter uji' }).waitFor();
  await clerk.getByRole('button', { name: 'Batalkan tagihan' }).waitFor();
  await looksRight(clerk);
});

it('what a customer owes is paid in instalments by two people, and the plan is taken back by two', async () => {
  const clerk = await signIn('admin');
  await clerk.goto('/admin/bills?state=ISSUED&kind=WATER');
  await clerk.getByRole('row').nth(1).getByRole('link').first().click();
  const customer = clerk.getByRole('link', { name: /\(\d{12}\)/ });
  const [number = ''] = /\d{12}/.exec(await customer.innerText()) ?? [];
  await customer.click();
  await clerk.getByRole('tab', { name: 'Rekening' }).click();
  await clerk.getByRole('link', { name: 'Buat rencana angsuran' }).click();
  await clerk.getByLabel('Berapa kali').fill('1');
  // One click: what the field says as it is left does not move the button away from under the finger.
  await clerk.getByRole('button', { name: 'Simulasikan' }).click();
  await clerk.getByText('Wajib diisi').waitFor();
  // Too many stays too many: said while it is typed, and Enter asks nothing.
  await clerk.getByLabel('Berapa kali').fill('30');
  await clerk.getByText('Paling besar 24.').waitFor();
  await clerk.getByLabel('Berapa kali').press('Enter');
  await clerk.getByLabel('Berapa kali').fill('3');
  await clerk.getByLabel('Jatuh tempo pertama').click();
  await clerk.locator('.mantine-Popover-dropdown table button:enabled').first().click();
  // It fades; a calendar of a desktop does not fit a telephone.
  await clerk.locator('.mantine-Popover-dropdown:visible').first().waitFor({ state: 'hidden' });
  await clerk.getByRole('button', { name: 'Simulasikan' }).click();
  const effect = clerk.getByRole('region', { name: 'Rencana angsuran' });
  await effect.getByText('3 dari 3').waitFor();
  await looksRight(clerk);
  await clerk.getByRole('button', { name: 'Ajukan' }).click();
  await clerk.getByRole('dialog').getByLabel('Alasan').fill('pelanggan sudah bertemu di kantor');
  await clerk.getByRole('dialog').getByRole('button', { name: 'Ajukan' }).click();
  await clerk.getByText('Rencana diajukan; menunggu orang kedua').waitFor();
  const manager = await signIn('manajer');
  await manager.goto('/admin/approvals');
  await manager.getByText(`Rencana angsuran ${number}`).first().click();
  await manager.getByRole('region', { name: 'Rencana angsuran' }).getByText('3 dari 3').waitFor();
  await looksRight(manager);
  await agree(manager);
  await clerk.goto('/admin/instalments');
  const plan = clerk.getByRole('row', { name: /RA-\d{8}.*Berjalan.*0 dari 3/ }).filter({ hasText: number });
  await plan.waitFor();
  await looksRight(clerk);
  await plan.getByRole('link', { name: /^RA-/ }).click();
  await clerk.getByRole('link', { name: 'Angsuran 2 dari 3' }).waitFor();
  await looksRight(clerk);
  await clerk.getByRole('button', { name: 'Tarik rencana' }).click();
  await clerk.getByRole('dialog').getByLabel('Alasan').fill('pelanggan ingin membayar sekaligus');
  await clerk.getByRole('dialog').getByRole('button', { name: 'Ajukan' }).click();
  await clerk.getByText('Pengakhiran rencana ini menunggu keputusan orang kedua.').waitFor();
});

it('nothing went wrong in the console of either', () => {
  expect(problems.flat()).toEqual([]);
});
