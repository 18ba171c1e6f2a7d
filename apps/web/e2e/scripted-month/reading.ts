import type { Page } from 'playwright-core';
import type { TestCustomer } from '../../../api/test/support/factory';
import { barsOf } from '../support/bars';
import { MONTH } from './figures';
import type { Stage } from './stage';

interface Entry {
  readonly customer: TestCustomer;
  readonly stand: number;
  readonly photo?: Buffer;
}

/** Scan, stand, photo, save: what a reader does at a house. */
export async function enter(
  page: Page,
  { customer, stand, photo }: Entry,
  byCamera = false,
): Promise<Buffer> {
  const main = page.locator('main');
  await main.getByRole('button', { name: 'Pindai' }).click();
  if (!byCamera)
    await page
      .getByRole('dialog')
      .getByLabel('Foto barcode')
      .setInputFiles({
        name: 'kode.png',
        mimeType: 'image/png',
        buffer: await barsOf(customer.customer_number),
      });
  await main.getByText(customer.name, { exact: true }).first().waitFor();
  await main.getByLabel(/stan kini/i).fill(String(stand));
  await main.getByText('Pemakaian terakhir').waitFor();
  const taken = photo ?? (await page.screenshot());
  await main
    .getByLabel('Pilih foto meter')
    .setInputFiles({ name: 'meter.png', mimeType: 'image/png', buffer: taken });
  await main.getByRole('button', { name: 'Foto siap, ganti' }).waitFor();
  await main.getByRole('button', { name: /simpan & berikutnya/i }).click();
  await page
    .getByText(new RegExp(`^${customer.name}: .* dan fotonya tersimpan`))
    .first()
    .waitFor();
  return taken;
}

export async function readingOf(
  { app }: Stage,
  customer: TestCustomer,
): Promise<{ readonly id: number; readonly reasons: string[] }> {
  const { body } = await (
    await app.as('admin')
  ).get<{ data: { id: number; reasons: string[] }[] }>(
    `/meter-readings?customer_id=${String(customer.id)}&period=${MONTH}`,
  );
  const [reading] = body.data;
  if (reading === undefined) throw new Error(`${customer.name} was not read`);
  return reading;
}

/** Opens what is not normal, alone. */
export async function review(
  stage: Stage,
  customer: TestCustomer,
  severity: 'ERROR' | 'WARNING',
): Promise<Page> {
  const { id } = await readingOf(stage, customer);
  const admin = await stage.at('admin');
  await admin.goto(
    `/admin/verification?severity=${severity}&region_id=${String(stage.region.id)}&detail=${String(id)}`,
  );
  await admin.getByRole('link', { name: customer.name, exact: true }).first().waitFor();
  return admin;
}

export async function sendBack(stage: Stage, customer: TestCustomer, note: string): Promise<void> {
  const admin = await review(stage, customer, 'ERROR');
  await admin.getByRole('button', { name: /^Baca ulang/ }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox').fill(note);
  await dialog.getByRole('button', { name: 'Baca ulang' }).click();
  await dialog.waitFor({ state: 'hidden' });
}
