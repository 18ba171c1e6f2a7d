import {
  billed,
  CAUGHT_UP,
  FIGURES,
  HOUSES,
  MONTH,
  OF_TWELVE,
  QUARTER,
  rupiah,
} from './scripted-month/figures';
import { paidUnderProgramme, penalised, programmeDecided, programmeReported } from './scripted-month/arrears';
import { disputed } from './scripted-month/dispute';
import { approve, askCorrection, billOf, billsOf } from './scripted-month/office';
import { enter, readingOf, review, sendBack } from './scripted-month/reading';
import { reported } from './scripted-month/reports';
import { Stage } from './scripted-month/stage';
import { overflow } from './public-page';

/*
 * The month of a utility, on the clock of the test, in the browsers of those who work it: readings with photo and scan, three
 * that are not normal, the rest verified at once, a quarter nobody read, a bill corrected after it was paid, one doubted by
 * its customer, penalties, a programme that forgives half of them, and the reports of it. What each figure is made of
 * stands in figures.ts.
 */

jest.setTimeout(Math.max(600_000, HOUSES * 40_000));

const stage = new Stage();

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

beforeAll(() => stage.open());
afterAll(() => stage.close());

it('comes to what was worked by hand', () => {
  expect(HOUSES === 12 ? FIGURES : OF_TWELVE).toEqual(OF_TWELVE);
});

step(`${String(HOUSES)} houses are read with scan and photo`, async () => {
  const first = await stage.withCamera();
  await first.goto('/admin/readings/new');
  const picture = await enter(first, { customer: stage.houseOf(0), stand: 80 }, true);
  await first.close();
  const reader = await stage.at('petugas');
  await reader.goto('/admin/readings/new');
  for (const [index, customer] of stage.normal.slice(1).entries())
    await enter(reader, { customer, stand: 78 + (index % 9) });
  await enter(reader, { customer: stage.mistyped, stand: 90_000 });
  await enter(reader, { customer: stage.copied, stand: 79, photo: picture });
  await enter(reader, { customer: stage.thirsty, stand: 60 + 75 });
  await stage.look(reader, '1-catat-meter');
  await enter(reader, { customer: stage.missed, stand: 20 + 80 });
  expect(await overflow(reader)).toBe(0);
  await reader.goto(`/admin/readings/round?route=${String(stage.region.route.id)}`);
  await reader
    .getByText(`${String(HOUSES)} dari ${String(HOUSES)} selesai`)
    .first()
    .waitFor();
});

step('three that are not normal are looked at one by one, two of them read again', async () => {
  const { mistyped, copied, thirsty, region } = stage;
  expect((await readingOf(stage, copied)).reasons).toContain('SAME_PHOTO');
  await sendBack(stage, mistyped, 'Stan 90.000 tidak mungkin');
  await sendBack(stage, copied, 'Foto ini foto rumah lain');
  const admin = await review(stage, thirsty, 'WARNING');
  await admin.getByText('Pemakaian jauh di atas biasa').first().waitFor();
  // As the meter was photographed, not drawn out to the width of the panel.
  const photo = admin.getByRole('img', { name: /^Foto meter/ });
  await photo.waitFor();
  const [shown, own] = await photo.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return [image.width / image.height, image.naturalWidth / image.naturalHeight];
  });
  expect(shown).toBeCloseTo(own, 1);
  await stage.look(admin, '2-verifikasi');
  await admin.getByRole('button', { name: /^Terima/ }).click();
  await admin.getByText('Kran Bocor diverifikasi').first().waitFor();
  const reader = await stage.at('petugas');
  await reader.goto(`/admin/readings/round?route=${String(region.route.id)}&show=REREAD`);
  await reader.getByText('Diminta baca ulang: Foto ini foto rumah lain').waitFor();
  await stage.look(reader, '2-baca-ulang');
  await reader.goto('/admin/readings/new');
  await enter(reader, { customer: mistyped, stand: 79 });
  await enter(reader, { customer: copied, stand: 79 });
});

step('the rest is verified with one click, the quarter nobody read in its own months', async () => {
  const admin = await stage.at('admin');
  await admin.goto(`/admin/verification?region_id=${String(stage.region.id)}`);
  await admin.getByRole('button', { name: 'Verifikasi sekaligus' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Verifikasi [\d.]+ catatan$/ }).click();
  await admin.getByText(/catatan diverifikasi/).waitFor();
  const left = await stage.app.database.query("SELECT FROM meter_reading WHERE status <> 'VERIFIED'");
  expect(left).toHaveLength(0);
  const quarter = await billsOf(stage, stage.missed);
  expect(quarter.map(({ period, usage_m3: usage, principal }) => [period, usage, principal]).sort()).toEqual(
    [...QUARTER, MONTH].map((period, index) => [period, CAUGHT_UP[index], billed(CAUGHT_UP[index] ?? 0)]),
  );
});

step('the month is issued, and the months nobody read with it', async () => {
  const admin = await stage.at('admin');
  await admin.goto('/admin/bill-runs/new');
  await admin.getByRole('button', { name: 'Periksa dahulu' }).click();
  const preview = admin.getByRole('region', { name: 'Periksa dahulu' });
  await preview.getByText(rupiah(FIGURES.issued), { exact: true }).waitFor();
  await stage.look(admin, '3-penetapan');
  await admin
    .getByRole('button', { name: new RegExp(`^Tetapkan ${String(FIGURES.bills)} rekening`) })
    .click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Ya, tetapkan' }).click();
  await admin.getByRole('heading', { name: /^Penetapan/ }).waitFor();
  await admin.getByText('Selesai').first().waitFor();
  const left = await stage.app.database.query("SELECT FROM tagihan WHERE state = 'DRAFT'");
  expect(left).toHaveLength(0);
});

step('a bill is corrected after it was paid, by two people', async () => {
  const customer = stage.houseOf(1);
  // 18 m³ and the fee of the bank.
  expect((await stage.pay(customer)).taken).toBe(50_000 + 2_500);
  const bill = await billOf(stage, customer, 'PAID');
  const admin = await stage.at('admin');
  await admin.goto(`/admin/bills/${String(bill.id)}`);
  // 15 m³: 10 × 2.000 + 5 × 2.500 + 10.000 = Rp42.500.
  await askCorrection(admin, {
    stand: 75,
    reason: 'Angka 78 ternyata 75 di foto',
    effect: ['18 → 15 m³', 'Rp42.500', `${rupiah(FIGURES.credit)} menjadi titipan pelanggan.`],
  });
  await approve(stage, 'bill_correction', /Koreksi tagihan .*stan 78 → 75/);
  await admin.goto(`/admin/bills/${String(bill.id)}`);
  await admin.getByText(/NK-\d+ · Stan salah/).waitFor();
  await stage.look(admin, '4-koreksi-sesudah-bayar');
});

step('a customer doubts a bill, a reader looks again, and the correction ends it', async () => {
  await stage.day('2031-02-03');
  await disputed(stage);
});

step('what is late is penalised at night, seen on the bill and in the report', () => penalised(stage));

step('a programme is simulated and decided by a second person', () => programmeDecided(stage));

step('a customer pays under it', () => paidUnderProgramme(stage));

step('it is reported, and the month with it: nothing differs', async () => {
  await programmeReported(stage);
  await reported(stage);
});

step('whoever comes again to be registered is known', async () => {
  const admin = await stage.at('admin');
  await admin.goto('/admin/customers/new');
  await admin.getByLabel('Nama').fill('KRAN  BOCOR');
  await admin.getByLabel('Alamat').fill('Jl Ahmad Yani no 12');
  await admin.getByRole('link', { name: `Kran Bocor (${stage.thirsty.customer_number})` }).waitFor();
  await stage.look(admin, '9-sudah-terdaftar');
});

step('on the way nothing broke, and the laws of the books hold', async () => {
  expect(stage.faults).toEqual([]);
  expect(await stage.app.violations()).toEqual([]);
});
