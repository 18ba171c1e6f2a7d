import type { Page } from 'playwright-core';
import { FIGURES, MONTH, rupiah } from './figures';
import type { Stage } from './stage';

/** The sums under a report, as they are read. */
async function sums(page: Page, report: string): Promise<string> {
  await page.goto(`/admin/reports/${report}`);
  const foot = page.getByRole('main').getByRole('table').last().locator('tfoot');
  return (await foot.innerText()).replaceAll(/\s+/g, ' ');
}

/** What was issued, what came in, what is owed, and that the three are one. */
export async function reported(stage: Stage): Promise<void> {
  const page = await stage.at('manajer');
  const { summary, received, tie, penaltiesOwed, lateBills, usage } = FIGURES;

  const issued = await sums(page, `drd-summary?by=CATEGORY&from=${MONTH}&to=${MONTH}`);
  expect(issued).toContain(` ${usage.toLocaleString('id-ID')} Rp`);
  expect(issued).toContain(rupiah(summary));
  await stage.look(page, '8-ikhtisar-drd');

  const lpp = await sums(page, 'lpp?from=2031-01-01&to=2031-03-31');
  for (const amount of Object.values(received)) expect(lpp).toContain(rupiah(amount));
  await stage.look(page, '8-lpp');

  expect(await sums(page, 'penalties?from=2030-10&to=2031-01')).toBe(
    `Total ${String(lateBills)} ${rupiah(penaltiesOwed)} Rp7.500 Rp7.500`,
  );

  const tied = await sums(page, 'tie-out?from=2030-10&to=2031-01');
  for (const amount of [tie.issued, received.principal, tie.remaining, tie.corrected])
    expect(tied).toContain(rupiah(amount));
  // The difference stands beside the month.
  expect(tied).toMatch(/^Total Rp0 /);
  await stage.look(page, '8-uji-kecocokan');
}
