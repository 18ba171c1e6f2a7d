import type { TestCustomer } from '../../../api/test/support/factory';
import { approve, askCorrection, billOf } from './office';
import type { Stage } from './stage';

/** On the customer's telephone, from the bill. @returns the ticket */
async function doubt(stage: Stage, customer: TestCustomer): Promise<string> {
  const page = await stage.customerAt(customer);
  await page.getByRole('link', { name: 'Merasa ada yang keliru? Ajukan keberatan' }).click();
  await page.getByLabel('Yang menurut Anda keliru').selectOption('STAND');
  await page.getByLabel('Ceritakan').fill('Angka di meter saya 77, bukan 79.');
  await page.getByLabel('4 angka terakhir nomor meter').fill(customer.customer_number.slice(-4));
  await page.getByRole('button', { name: 'Kirim keberatan' }).click();
  const ticket = (await page.getByText(/^KB-\w{5}-\w{5}$/).innerText()).trim();
  await stage.look(page, '5-keberatan-diterima');
  await page.context().close();
  return ticket;
}

/** The case, an order for the reader, and a picture of the meter that shows another stand. */
async function readAgain(stage: Stage, customer: TestCustomer, ticket: string): Promise<void> {
  const admin = await stage.at('admin');
  await admin.goto('/admin/cases?kind=DISPUTE&status=OPEN');
  await admin.getByRole('link', { name: 'Keberatan pelanggan' }).click();
  await admin.getByRole('dialog').getByText('Angka di meter saya 77, bukan 79.').first().waitFor();
  await admin.getByRole('link', { name: 'Buka keberatan' }).click();
  await admin.getByRole('heading', { name: new RegExp(ticket) }).waitFor();
  await admin.getByRole('button', { name: 'Minta periksa meter' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Foto stan dengan jelas');
  await dialog.getByRole('button', { name: 'Minta periksa meter' }).click();
  await admin.getByText(/Diminta oleh/).waitFor();

  const reader = await stage.at('petugas');
  await reader.goto('/admin/meter-checks');
  await reader.getByText('Foto stan dengan jelas').waitFor();
  await stage.look(reader, '5-periksa-meter');
  await reader.getByLabel(`Foto meter ${customer.name}`).setInputFiles({
    name: 'meter.png',
    mimeType: 'image/png',
    buffer: await reader.screenshot(),
  });
  await reader.getByLabel('Stan yang terlihat').fill('77');
  await reader.getByRole('button', { name: 'Kirim hasil' }).click();
  await reader.getByText('Tidak ada meter yang perlu diperiksa.').waitFor();

  await admin.reload();
  await admin.getByText('Meter menunjukkan 2 m³ di bawah stan yang ditagih', { exact: false }).waitFor();
  await admin.getByRole('img', { name: 'Foto meter dari pemeriksaan' }).waitFor();
  await stage.look(admin, '5-hasil-pemeriksaan');
}

/**
 * A customer doubts a bill of 19 m³ (Rp52.500). The meter says 17: 10 × 2.000 + 7 × 2.500 + 10.000 = Rp47.500, which is
 * Rp5.000 less, on the bill that takes its place.
 */
export async function disputed(stage: Stage): Promise<void> {
  const customer = stage.houseOf(2);
  const ticket = await doubt(stage, customer);
  await readAgain(stage, customer, ticket);
  const admin = await stage.at('admin');
  await askCorrection(admin, {
    stand: 77,
    reason: 'Stan di foto 77, tercatat 79',
    effect: ['19 → 17 m³', 'Rp52.500', 'Rp47.500', '-Rp5.000'],
  });
  await approve(stage, 'bill_correction', /Koreksi tagihan .*stan 79 → 77/, async (manager) => {
    await manager.getByRole('region', { name: 'Akibat koreksi' }).getByText('Rp47.500').waitFor();
    await stage.look(manager, '5-persetujuan-koreksi');
  });
  expect(await billOf(stage, customer, 'ISSUED')).toMatchObject({ principal: 47_500, usage_m3: 17 });

  const page = await stage.customerAt(customer);
  await page.getByText('Rp47.500').first().waitFor();
  await stage.look(page, '5-tagihan-terkoreksi');
  await page.goto('/keberatan');
  await page.getByLabel('Nomor tiket').fill(ticket);
  await page.keyboard.press('Enter');
  await page.getByText(/Tagihan dikoreksi .* dengan nota NK-\d+/).waitFor();
  await stage.look(page, '5-jawaban-tiket');
  await page.context().close();
}
