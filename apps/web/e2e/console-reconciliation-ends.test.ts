import { join } from 'node:path';
import { chromiumPages, type StaffPages } from './support/staff-pages';
import { hasCluster } from '../../api/test/support/cluster-access';
import startCluster from '../../api/test/support/global-setup';
import stopCluster from '../../api/test/support/global-teardown';
import { eventually } from '../../api/test/support/eventually';
import { PpobSeller } from '../../api/test/support/ppob-seller';
import { SandboxSupplier } from '../../api/test/support/sandbox-supplier';
import { partnerFile, StatementDesk, supplierFile } from '../../api/test/support/statement-desk';
import { TestApp } from '../../api/test/support/test-app';
import { clicksThrough } from './support/pages';
import { ROOT } from './support/product';

clicksThrough('/admin/reconciliation', '/admin/reconciliation/items/:id', '/admin/reconciliation/banks/:id');

/*
 * On the clock of the test: an order whose end nobody knows, a payment that was booked by mistake, and a partner that has gone,
 * each on its pages, by the people who decide it.
 */

/** Far ahead of every day this test may run on, so that no cookie of a browser is ever too old. */
const [FIRST, SECOND, THIRD, FOURTH] = ['2031-03-03', '2031-03-04', '2031-03-05', '2031-03-06'] as const;
const COST = 39_500;
const app = new TestApp({
  start: `${FIRST}T09:00:00+08:00`,
  jobs: false,
  webRoot: join(ROOT, 'dist', 'web'),
});
const ownCluster = !hasCluster();
const desk = new StatementDesk(app);
let pages: StaffPages;
let sandbox: SandboxSupplier;
let seller: PpobSeller;
let collector: number;
let supplier: number;

beforeAll(async () => {
  // In a whole run the integration tests have one, with a migrated database to copy.
  if (ownCluster) await startCluster();
  await app.start();
  pages = await chromiumPages(app);
  sandbox = await SandboxSupplier.start(app);
  seller = new PpobSeller(await app.make.partner(10_000_000, 'MITRAPERGI'));
  ({ collector, supplier } = await app.database.one<{ collector: number; supplier: number }>(
    'SELECT collector_id::int AS collector, id::int AS supplier FROM penyedia',
  ));
  await desk.begin(collector, FIRST);
  await desk.begin(seller.partner.id, FIRST);
});
afterAll(async () => {
  await pages.close();
  await sandbox.stop();
  await app.stop();
  if (ownCluster) await stopCluster();
});

const morning = (date: string) => pages.at(`${date}T07:00:00+08:00`);
const file = (date: string, rows: readonly (readonly [string, number])[]) =>
  supplierFile('SANDBOX', date, rows);
const itemOf = async (day: number, reference: string) => {
  const item = (await desk.items(day)).find((one) => one.reference === reference);
  if (item === undefined) throw new Error(`no ${reference}`);
  return item;
};

let ordered: string;
let firstDay: number;

it('an order under way is only carried, and its page says why, until it has ended', async () => {
  await sandbox.fault('pending');
  await seller.sell({
    customer_name: 'Dewi Lestari',
    nomor_hp: '081234567890',
    nominal: 40_000,
    service_code: 'PULSA',
    ref_id: 'TUNGGU',
  });
  ({ ref: ordered } = await app.database.one<{ ref: string }>(
    'SELECT supplier_ref AS ref FROM transactions',
  ));
  await desk.pay(supplier, 500_000, 'TRF-1');
  await morning(SECOND);
  firstDay = await desk.stored(collector, FIRST, file(FIRST, [[ordered, -COST]]));
  const { id } = await itemOf(firstDay, ordered);
  const admin = await pages.of('admin');
  await admin.goto(`/admin/reconciliation/items/${String(id)}`);
  await admin.getByText('Pesanan ini masih diproses pemasok').waitFor();
  await pages.look(admin, 'pesanan-berjalan');
  await admin.getByRole('button', { name: 'Selesaikan', exact: true }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Tindakan' }).click();
  await admin.getByRole('option').first().waitFor();
  expect(await admin.getByRole('option').allInnerTexts()).toEqual(['Bawa ke hari berikutnya']);
  await admin.getByRole('option', { name: 'Bawa ke hari berikutnya' }).click();
  await dialog.getByLabel('Alasan').fill('Salah');
  await dialog.getByRole('button', { name: 'Minta persetujuan' }).click();
  await dialog.getByText(/Minimal 10/).waitFor();
  await desk.hear('SANDBOX', ordered, 'Gagal');
  await admin.reload();
  await admin.getByRole('button', { name: 'Selesaikan', exact: true }).click();
  expect(await admin.getByText('Pesanan ini masih diproses pemasok').count()).toBe(0);
  await eventually(
    () => dialog.getByRole('combobox', { name: 'Tindakan' }).inputValue(),
    (action) => action === 'Klaim ke pemasok',
  );
  await dialog.getByLabel('Alasan').fill('Pesanannya gagal menurut pemasok');
  await dialog.getByRole('button', { name: 'Minta persetujuan' }).click();
  const request = admin.getByRole('link', { name: 'Lihat permohonan' });
  await request.waitFor();
  await desk.approve(Number((await request.getAttribute('href'))?.split('=').at(-1)));
});

it('a payment that was taken back shows what became of it, on whichever of its days', async () => {
  const paid = await itemOf(firstDay, 'TRF-1');
  await desk.settle(paid.id, 'CARRY');
  await desk.closed(firstDay);
  const { id } = await app.database.one<{ id: number }>(
    "SELECT id::int FROM mutasi_pemasok WHERE bank_reference = 'TRF-1'",
  );
  await desk.takeBack(id);
  const apart = await desk.pay(supplier, 200_000, 'TRF-2');
  await morning(THIRD);
  const day = await desk.stored(collector, SECOND, file(SECOND, []));
  const admin = await pages.of('admin');
  await admin.goto(`/admin/reconciliation/items/${String((await itemOf(day, 'TRF-1')).id)}`);
  await admin.getByRole('heading', { name: 'Cocok' }).waitFor();
  await admin.getByText('Dibatalkan', { exact: true }).waitFor();
  await admin.getByText(/sama-sama tidak ada di berkas pemasok/).waitFor();
  await pages.look(admin, 'pembayaran-dibatalkan');
  await desk.settle((await itemOf(day, 'TRF-2')).id, 'ACCEPT_FEE');
  await desk.closed(day);
  await desk.takeBack(apart);
  await morning(FOURTH);
  const next = await desk.stored(collector, THIRD, file(THIRD, []));
  const second = await pages.of('admin');
  await second.goto(`/admin/reconciliation/items/${String((await itemOf(next, 'TRF-2')).id)}`);
  await second.getByText('Membatalkan pembayaran ini').waitFor();
  await second.getByText('Diselesaikan di sana: Terima sebagai margin PPOB').waitFor();
  await pages.look(second, 'pasangan-di-hari-lain');
  await second.getByRole('link', { name: /^Baris pada hari/ }).click();
  await second.getByText('Dibatalkan oleh mutasi ini').waitFor();
  expect(await app.violations()).toEqual([]);
});

it('a partner that has gone is ended by two people, with what is left in sight', async () => {
  const { partner } = seller;
  await desk.closed(
    await desk.stored(partner.id, FIRST, partnerFile(partner.code, FIRST, [['TUNGGU', 41_000]])),
  );
  const admin = await pages.of('admin');
  await admin.goto('/admin/reconciliation');
  await admin.getByRole('link', { name: `Perjanjian dengan Mitra ${partner.code}` }).click();
  const panel = admin.getByRole('region', { name: 'Akhir rekonsiliasi' });
  await panel.getByText('2 hari, sejak 4 Maret 2031').waitFor();
  await panel.getByRole('button', { name: 'Akhiri rekonsiliasi' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Minta persetujuan' }).click();
  await dialog.getByText('Isi tanggalnya.').waitFor();
  await dialog.getByText(/Minimal 10/).waitFor();
  await dialog.getByLabel('Hari terakhir').fill('2031-03-01');
  await dialog.getByLabel('Alasan').fill('Kerja sama berakhir menurut surat');
  await dialog.getByRole('button', { name: 'Minta persetujuan' }).click();
  await dialog.getByText(/tidak boleh lebih awal dari hari pertama/).waitFor();
  await dialog.getByLabel('Hari terakhir').fill(FIRST);
  await pages.look(admin, 'akhiri-rekonsiliasi');
  await dialog.getByRole('button', { name: 'Minta persetujuan' }).click();
  await panel.getByText('Permohonan menunggu orang kedua.').waitFor();
  const href = await panel.getByRole('link', { name: 'Lihat permohonan' }).getAttribute('href');

  const manager = await pages.of('manajer');
  await manager.goto(href ?? '');
  await manager.getByText('Hari terakhir', { exact: true }).waitFor();
  await pages.look(manager, 'setujui-akhir');
  await manager.getByRole('button', { name: 'Setujui' }).first().click();
  await manager
    .getByRole('dialog', { name: /^Setujui/ })
    .getByRole('button', { name: 'Setujui' })
    .click();
  await manager.getByText('Permohonan disetujui').waitFor();

  await admin.reload();
  await panel.getByText('Hari terakhir: 3 Maret 2031').first().waitFor();
  await panel.getByText('Kerja sama berakhir menurut surat').waitFor();
  await pages.look(admin, 'sudah-berakhir');
  await admin.goto('/admin/reconciliation');
  await admin.getByText('Berakhir', { exact: true }).first().waitFor();
  await pages.look(admin, 'kalender-berakhir');
  expect(await app.violations()).toEqual([]);
});

it('of which nothing is shown any more it is a line below, and begun again it is waited for again', async () => {
  await morning('2031-03-25');
  const { partner } = seller;
  const admin = await pages.of('admin');
  await admin.goto('/admin/reconciliation');
  const ended = admin.getByRole('region', { name: 'Sudah berakhir' });
  await ended.getByText('Hari terakhir: 3 Maret 2031').waitFor();
  await pages.look(admin, 'daftar-berakhir');
  await ended.getByRole('link', { name: `Perjanjian dengan Mitra ${partner.code}` }).click();
  const panel = admin.getByRole('region', { name: 'Akhir rekonsiliasi' });
  await panel.getByRole('button', { name: 'Lanjutkan rekonsiliasi' }).click();
  const dialog = admin.getByRole('dialog');
  await eventually(
    () => dialog.getByLabel('Dilanjutkan mulai').inputValue(),
    (day) => day === '2031-03-04',
  );
  await dialog.getByLabel('Dilanjutkan mulai').fill('2031-03-02');
  await dialog.getByLabel('Alasan').fill('Kerja sama disambung lagi');
  await dialog.getByRole('button', { name: 'Minta persetujuan' }).click();
  await dialog.getByText(/paling cepat sehari setelah hari terakhirnya/).waitFor();
  await dialog.getByLabel('Dilanjutkan mulai').fill('2031-03-24');
  await dialog.getByRole('button', { name: 'Minta persetujuan' }).click();
  const request = panel.getByRole('link', { name: 'Lihat permohonan' });
  await request.waitFor();
  await desk.approve(Number((await request.getAttribute('href'))?.split('=').at(-1)));
  await admin.reload();
  await panel.getByText('Belum ada hari terakhir: laporannya ditunggu setiap hari.').waitFor();
  await panel.getByText('Dilanjutkan mulai 24 Maret 2031').waitFor();
  await pages.look(admin, 'dilanjutkan');
  await admin.goto('/admin/reconciliation');
  await admin.getByText('Berkas belum ada').first().waitFor();
  await admin.getByRole('link', { name: new RegExp(`${partner.code}.*24`) }).waitFor();
  expect(await admin.getByRole('region', { name: 'Sudah berakhir' }).count()).toBe(0);
  expect([...pages.faults, ...(await app.violations())]).toEqual([]);
});
