import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';

/**
 * Serious and critical findings of axe, readable in a failure. Every rule runs, but the places of all that is well are not
 * worked out, and no second page is opened to put the results of frames of other origins together: we have none.
 */
export async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${String(node.target[0])}`));
}

/** Pixels by which the page is wider than the screen. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Whether a thumb in the middle of the control reaches it, and nothing that lies over it. */
export const uncovered = (control: Locator): Promise<boolean> =>
  control.evaluate((element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });

/** Controls that a thumb would miss: lower than 44 px, labels counted as part of their box. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'main a, main button, main input, main select, main summary, header button',
      ),
    ]
      .filter((element) => {
        const area = element.closest('label') ?? element;
        const { width, height } = area.getBoundingClientRect();
        return width > 0 && height > 0 && height < 43.5;
      })
      .map((element) => `${element.tagName} ${element.textContent}`.slice(0, 60)),
  );

export async function check(page: Page, number: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Nomor pelanggan' }).fill(number);
  await page.getByRole('button', { name: 'Cek tagihan' }).click();
}
