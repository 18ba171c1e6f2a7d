import type { Browser, Page } from 'playwright-core';
import { check, overflow, seriousFindings } from './public-page';
import { checkoutOf, paidOnPage, payAtBank, payer, sound } from './public-checkout';
import { customerAt, ownPlace, StaffCaller, type ReadCustomer } from './readings';
import { DESKTOP, openBrowser, PHONE } from './support/browser';
import { signIn } from './support/console';

/*
 * A plan of three instalments of 100.000: one is paid by an account, one by a code, then the connection is closed and the
 * last one is paid all the same.
 */

interface Plan {
  id: number;
  plan_number: string;
  state: string;
  paid: number;
  paid_instalments: number;
}

const REASON = 'pelanggan sudah bertemu di kantor';

let browser: Browser;
let staff: StaffCaller;
let customer: ReadCustomer;
let plan: Plan;
const problems: string[][] = [];

const planNow = () => staff.get<Plan>(`/instalment-plans/${String(plan.id)}`);

beforeAll(async () => {
  browser = await openBrowser();
  staff = await StaffCaller.logIn('admin');
  const manager = await StaffCaller.logIn('manajer');
  const approve = (id: number) => manager.post(`/approvals/${String(id)}/decision`, { decision: 'APPROVE' });
  customer = await customerAt(staff, await ownPlace(staff, '94'), { name: 'Wa Angsur', stand: 100 });
  const charge = await staff.post<{ id: number; pending_approval_id: number }>('/charges', {
    code: 'PIPA-UJI',
    name: 'Pipa dinas uji',
    price: 300_000,
  });
  await approve(charge.pending_approval_id);
  const bill = await staff.post<{ bill_id: number }>('/charges/bills', {
    request_id: crypto.randomUUID(),
    customer_id: customer.id,
    charge_id: charge.id,
    quantity: 1,
  });
  const { business_date: today } = await staff.get<{ business_date: string }>('/public/info');
  const asked = await staff.post<{ approval_id: number }>('/instalment-plans', {
    customer_id: customer.id,
    bill_ids: [bill.bill_id],
    count: 3,
    first_due: today,
    reason: REASON,
  });
  await approve(asked.approval_id);
  const plans = await staff.get<{ data: Plan[] }>(`/instalment-plans?customer_id=${String(customer.id)}`);
  plan = plans.data[0] ?? ({} as Plan);
});

afterAll(() => browser.close());

/** From the number to a code for the oldest instalment alone. */
async function codeForOne(page: Page, method: 'VA' | 'QRIS', open: readonly string[]): Promise<void> {
  await check(page, customer.customer_number);
  for (const name of open) await page.getByText(name, { exact: true }).first().waitFor();
  if (open.length > 1) await page.getByRole('checkbox', { name: open[1] ?? '' }).uncheck();
  await sound(page);
  await page.getByRole('link', { name: 'Pilih cara bayar' }).click();
  await page.getByRole('heading', { name: 'Pilih cara bayar', level: 1 }).waitFor();
  await page
    .getByRole('region', { name: method === 'VA' ? 'Virtual Account' : 'QRIS' })
    .getByRole('button', { name: /Bank Sultra/ })
    .click();
  await page.getByText('Menunggu pembayaran').waitFor();
}

test('the first instalment is paid by an account, after the bank sent a wrong amount', async () => {
  const { page, problems: seen } = await payer(browser, { viewport: PHONE });
  problems.push(seen);
  await codeForOne(page, 'VA', ['Angsuran 1 dari 3', 'Angsuran 2 dari 3', 'Angsuran 3 dari 3']);
  const { va_number: number, amount } = await checkoutOf(page);
  expect(amount - 100_000).toBeLessThan(10_000);
  expect((await payAtBank({ number: number ?? '', scenario: 'wrong-amount' })).passed).toBe(true);
  expect(await planNow()).toMatchObject({ paid: 0, state: 'RUNNING' });
  await page.getByText('Menunggu pembayaran').waitFor();
  await paidOnPage(page, () => payAtBank({ number: number ?? '' }), 'instalment, VA');
  await page.getByRole('link', { name: 'Lihat kwitansi' }).click();
  await page.getByRole('article').getByText('Angsuran 1 dari 3').first().waitFor();
  await sound(page);
  expect(await planNow()).toMatchObject({ paid: 100_000, paid_instalments: 1, state: 'RUNNING' });
});

test('the second one is paid by a code, whose bank says so twice', async () => {
  const { page, problems: seen } = await payer(browser, { viewport: PHONE, scheme: 'dark' });
  problems.push(seen);
  await codeForOne(page, 'QRIS', ['Angsuran 2 dari 3', 'Angsuran 3 dari 3']);
  const { qr_payload: qr } = await checkoutOf(page);
  await paidOnPage(page, () => payAtBank({ qr: qr ?? '', scenario: 'notify-twice' }), 'instalment, QRIS');
  await page.getByRole('link', { name: 'Lihat kwitansi' }).click();
  await page.getByRole('article').getByText('Angsuran 2 dari 3').first().waitFor();
  expect(await planNow()).toMatchObject({ paid: 200_000, paid_instalments: 2, state: 'RUNNING' });
});

test('who closes the connection is told of the plan, which goes on', async () => {
  const { page, problems: seen } = await signIn(browser, 'admin', { viewport: DESKTOP });
  problems.push(seen);
  await page.goto(`/admin/customers/${String(customer.id)}`);
  await page.getByRole('button', { name: 'Tutup sambungan' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByText(`Rencana angsuran ${plan.plan_number} tetap berjalan: 1 dari 3 angsuran belum dibayar`)
    .waitFor();
  await dialog.getByRole('button', { name: 'Tutup sambungan' }).click();
  await dialog.getByRole('textbox', { name: /Alasan/ }).waitFor();
  expect(await dialog.getByRole('textbox', { name: /Alasan/ }).getAttribute('aria-invalid')).toBe('true');
  await page.setViewportSize(PHONE);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize(DESKTOP);
  await dialog.getByRole('textbox', { name: /Alasan/ }).fill('Pindah ke kota lain');
  await dialog.getByRole('button', { name: 'Tutup sambungan' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('Nonaktif', { exact: true }).first().waitFor();
  // From the bills of the customer to the plans: the filter says whose they are, and nobody types a key.
  await page.getByRole('tab', { name: 'Rekening' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Rencana angsuran', exact: true }).click();
  await page.getByText('Pelanggan: Wa Angsur').waitFor();
  expect(await page.getByPlaceholder(/^Pelanggan/).count()).toBe(0);
  await page.getByRole('link', { name: plan.plan_number }).click();
  await page.waitForURL(/\/instalments\/\d+$/);
  await page.getByText('Berjalan', { exact: true }).first().waitFor();
  await page.getByText('Angsuran 3 dari 3').first().waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

test('the last one is paid though the connection is closed, and the plan is settled', async () => {
  const { page, problems: seen } = await payer(browser, { viewport: PHONE });
  problems.push(seen);
  await codeForOne(page, 'VA', ['Angsuran 3 dari 3']);
  const { va_number: number } = await checkoutOf(page);
  // The bank takes the money, and the same money once more: that is refused.
  await paidOnPage(
    page,
    () => payAtBank({ number: number ?? '', scenario: 'double' }),
    'last instalment, VA, twice',
  );
  expect(await planNow()).toMatchObject({ paid: 300_000, paid_instalments: 3, state: 'SETTLED' });
  await check(page, customer.customer_number);
  await page.getByText('Tidak ada tagihan yang harus dibayar').waitFor();
  await sound(page);
});

test('nothing went wrong in the console of anybody', () => {
  expect(problems.flat()).toEqual([]);
});
