import { approve, billOf } from './office';
import { FIGURES, HOUSES, rupiah } from './figures';
import type { Stage } from './stage';

const PENALTIES = '/admin/reports/penalties?from=2030-10&to=2031-01';
const PROGRAMME = 'Pemutihan Hari Air';

/**
 * Bills of January are due on 20 February, those of the quarter nobody read on the 6th, ten days after they were issued.
 * The day after, each bears Rp10.000, and from 21 (7) March on Rp15.000: the nights book Rp10.000 and then Rp5.000.
 */
export async function penalised(stage: Stage): Promise<void> {
  const manager = async (date: string) => {
    await stage.day(date);
    return stage.at('manajer');
  };
  const first = await manager('2031-02-21');
  await first.goto(PENALTIES);
  await first.getByRole('table').locator('tfoot').getByText(rupiah(FIGURES.firstPenalties)).first().waitFor();

  const second = await manager('2031-03-21');
  await second.goto(PENALTIES);
  await second.getByRole('table').locator('tfoot').getByText(rupiah(FIGURES.penalties)).first().waitFor();
  await stage.look(second, '6-denda-per-periode');
  const { id } = await billOf(stage, stage.thirsty);
  await second.goto(`/admin/bills/${String(id)}`);
  const booked = second.getByRole('table', { name: 'Denda' });
  expect((await booked.locator('tbody').innerText()).replaceAll(/\s+/g, ' ')).toMatch(
    /21\/02\/2031 Denda bertingkat Terlambat 1 bulan .* Rp10\.000 Rp10\.000 21\/03\/2031 Denda bertingkat Terlambat 2 bulan .* Rp5\.000 Rp15\.000$/,
  );
  await second.getByText('Rp280.000').first().waitFor();
  await stage.look(second, '6-rekening-terlambat');
}

/** Half of every penalty from tomorrow on: asked for by one, agreed to by another, who sees the same figures. */
export async function programmeDecided(stage: Stage): Promise<void> {
  const effect = [
    `${String(FIGURES.lateCustomers)} pelanggan, ${String(FIGURES.lateBills)} rekening`,
    rupiah(FIGURES.open),
    rupiah(FIGURES.penalties),
    rupiah(FIGURES.forgivenMost),
    rupiah(FIGURES.collectedMost),
  ];
  const admin = await stage.at('admin');
  await admin.goto('/admin/waivers');
  await admin.getByRole('link', { name: 'Usulkan program' }).first().click();
  await admin.getByLabel('Nama').fill(PROGRAMME);
  await admin.getByLabel('Dasar hukum').fill('Perbup 7/2031');
  await admin.getByLabel('Masa program').click();
  const days = admin.locator('.mantine-Popover-dropdown').last();
  await days.locator('button[aria-label^="22 "]').click();
  await days.locator('button[aria-label^="31 "]').last().click();
  await admin.getByLabel('Persen denda yang dihapus').fill('50');
  await admin.getByRole('button', { name: 'Simulasikan' }).click();
  const simulated = admin.getByRole('region', { name: 'Simulasi program' }).first();
  for (const figure of effect) await simulated.getByText(figure, { exact: true }).waitFor();
  await stage.look(admin, '7-simulasi-program');
  await admin.getByRole('button', { name: 'Ajukan' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Ajukan' }).click();
  await admin.getByRole('row', { name: new RegExp(`${PROGRAMME}.*Menunggu persetujuan`) }).waitFor();
  await admin.goto('/admin/approvals?view=mine');
  await admin.getByText(PROGRAMME).first().click();
  await admin.getByText('Anda yang mengajukan, jadi orang lain yang memutuskan.').waitFor();
  expect(await admin.getByRole('button', { name: 'Setujui' }).count()).toBe(0);
  await approve(stage, 'waiver_programme', new RegExp(PROGRAMME), async (manager) => {
    const same = manager.getByRole('region', { name: 'Simulasi program' });
    for (const figure of effect) await same.getByText(figure, { exact: true }).first().waitFor();
    await stage.look(manager, '7-persetujuan-program');
  });
}

/** The tap that leaked: Rp265.000 and half of Rp15.000. */
export async function paidUnderProgramme(stage: Stage): Promise<void> {
  await stage.day('2031-03-22');
  const { asked, taken } = FIGURES.leaking;
  const page = await stage.customerAt(stage.thirsty);
  const sheet = page.getByRole('table', { name: /^Perhitungan/ });
  await sheet.getByText(PROGRAMME).waitFor();
  const lines = (await sheet.innerText()).replaceAll(/\s+/g, ' ');
  expect(lines).toMatch(/Denda .*Rp15\.000 Pemutihan denda Pemutihan Hari Air -Rp7\.500/);
  expect(lines).toContain(rupiah(asked));
  await stage.look(page, '7-tagihan-diringankan');
  const paid = await stage.pay(stage.thirsty);
  expect(paid.taken).toBe(taken);
  await page.goto(paid.receipt);
  await page.getByText(PROGRAMME).first().waitFor();
  await page.getByText(rupiah(taken)).first().waitFor();
  await stage.look(page, '7-kwitansi');
  await page.context().close();
}

/** One of the bills paid: what came in, and what it cost. */
export async function programmeReported(stage: Stage): Promise<void> {
  const admin = await stage.at('admin');
  await admin.goto('/admin/waivers');
  await admin.getByRole('link', { name: PROGRAMME }).click();
  const result = admin.getByRole('table', { name: 'Hasil' });
  const covered = result.getByRole('row', { name: /^Dalam program/ });
  // The share of the principal: 265.000 of 998.000 with twelve houses.
  const share = (FIGURES.leaking.principal / FIGURES.open).toLocaleString('id-ID', {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  expect((await covered.innerText()).replaceAll(/\s+/g, ' ')).toBe(
    `Dalam program ${String(HOUSES + 2)} 1 ${share} Rp265.000 Rp7.500 Rp7.500 0`,
  );
  await stage.look(admin, '8-hasil-program');
}
