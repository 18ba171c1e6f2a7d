import type { Page } from 'playwright-core';
import { join } from 'node:path';
import { hasCluster } from '../../api/test/support/cluster-access';
import startCluster from '../../api/test/support/global-setup';
import stopCluster from '../../api/test/support/global-teardown';
import { TestApp } from '../../api/test/support/test-app';
import { chromiumPages, type StaffPages } from './support/staff-pages';
import { agree } from './support/console';
import { clicksThrough } from './support/pages';
import { ROOT } from './support/product';

clicksThrough('/admin/stamp-duty');

/*
 * Two receipts above five million: what they bore is looked up, handed over with a mistake in the form, agreed to by another
 * person, and taken back.
 */

/** Far ahead of every day this test may run on, so that no cookie of a browser is ever too old. */
const DAY = '2031-03-03';
const app = new TestApp({
  start: `${DAY}T09:00:00+08:00`,
  jobs: false,
  webRoot: join(ROOT, 'dist', 'web'),
});
const ownCluster = !hasCluster();
let pages: StaffPages;
let admin: Page;

beforeAll(async () => {
  if (ownCluster) await startCluster();
  await app.start();
  pages = await chromiumPages(app);
  const client = (await app.make.bank({ code: 'SULTRA', adminFee: 0 })).client();
  for (const reference of ['METERAI/1', 'METERAI/2']) {
    const customer = await app.make.customer();
    await app.make.issuedBill({ customer, period: '2031-01', usage: 2_000, dueDate: '2031-03-20' });
    const { body } = await client.verify({ customer_number: customer.customer_number });
    const { inquiry_id, total_amount: amount } = body as { inquiry_id: string; total_amount: number };
    const paid_at = app.clock.text(app.clock.now());
    const { status } = await client.process({
      bank_reference: reference,
      inquiry_id,
      amount,
      paid_at,
      channel: 'TELLER',
    });
    expect(status).toBe(200);
  }
  admin = await pages.of('admin');
});
afterAll(async () => {
  await pages.close();
  await app.stop();
  if (ownCluster) await stopCluster();
});

async function agreedTo(summary: RegExp): Promise<void> {
  const manager = await pages.of('manajer');
  await manager.goto('/admin/approvals');
  await manager.getByText(summary).first().click();
  expect(await manager.getByRole('link', { name: 'Buka yang diajukan' }).getAttribute('href')).toBe(
    '/admin/stamp-duty',
  );
  await agree(manager);
}

it('is shown by month, handed over by two people, and taken back', async () => {
  await admin.goto('/admin');
  await admin.getByRole('link', { name: 'Bea meterai', exact: true }).click();
  await admin.getByText('Belum ada setoran').waitFor();
  await admin
    .getByRole('row', { name: /Maret 2031/ })
    .getByText('Rp20.000')
    .waitFor();
  await pages.look(admin, 'bea-meterai');

  await admin.getByRole('button', { name: 'Catat setoran' }).click();
  const dialog = admin.getByRole('dialog', { name: 'Catat setoran bea meterai' });
  await dialog.getByLabel('Jumlah').fill('25.000');
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await dialog.getByText(/Paling besar 20\.000/).waitFor();
  await dialog.getByText('Wajib diisi').first().waitFor();
  await dialog.getByLabel('Jumlah').fill('20.000');
  await dialog.getByLabel('Referensi bank').fill('NTPN-1');
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Setoran masa Maret');
  await pages.look(admin, 'setoran-bea-meterai');
  await dialog.getByRole('button', { name: 'Ajukan' }).click();
  await admin.getByText('Setoran diajukan dan menunggu persetujuan').waitFor();
  await agreedTo(/Setoran bea meterai Rp20\.000/);

  await admin.goto('/admin/stamp-duty');
  await admin.locator('[data-list="listStampDutyPayments"][data-rows="1"]').waitFor();
  await admin.getByText('Tidak ada yang harus disetor.').waitFor();
  expect(await admin.getByRole('button', { name: 'Catat setoran' }).isDisabled()).toBe(true);
  await admin.getByRole('table').getByRole('link').first().click();
  const payment = admin.getByRole('dialog', { name: 'Setoran bea meterai' });
  await payment.getByRole('button', { name: 'Batalkan' }).click();
  const back = admin.getByRole('dialog', { name: 'Ajukan pembatalan' });
  await back.getByRole('textbox', { name: 'Alasan' }).fill('Ditolak kas negara');
  await back.getByRole('button', { name: 'Ajukan' }).click();
  await admin.getByText('Pembatalan diajukan dan menunggu persetujuan').waitFor();
  await agreedTo(/Pembatalan setoran bea meterai/);
  await admin.goto('/admin/stamp-duty');
  await admin.locator('[data-list="listStampDutyPayments"][data-rows="2"]').waitFor();
  await admin.getByText('Sudah dibatalkan').first().waitFor();
  expect(await admin.getByRole('button', { name: 'Catat setoran' }).isDisabled()).toBe(false);
  expect([pages.faults, await app.violations()]).toEqual([[], []]);
});
