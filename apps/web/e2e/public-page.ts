import type axe from 'axe-core';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { DESKTOP, PHONE } from './support/browser';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** axe, and what it keeps of its rules: the weight of a finding is that of its rule. */
type Axe = typeof axe & {
  readonly _audit: { readonly rules: readonly { readonly id: string; readonly impact?: string }[] };
};

/**
 * Serious and critical findings of axe, readable in a failure. It is read once a document, however often it is asked; rules
 * whose findings are never more than moderate are not asked, and the places of all that is well are not worked out.
 */
export async function seriousFindings(page: Page): Promise<string[]> {
  for (const frame of page.frames())
    if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { readonly axe: Axe };
    // What fades in is pale until it stands: whoever looks, looks then.
    const ending = document
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState === 'running' && Number.isFinite(Number(effect?.getComputedTiming().endTime ?? Infinity)),
      );
    await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
    const light = ['minor', 'moderate'];
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      rules: Object.fromEntries(
        axe._audit.rules
          .filter(({ impact = '' }) => light.includes(impact))
          .map(({ id }) => [id, { enabled: false }]),
      ),
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${String(node.target[0])}`));
  });
}

/** Pixels by which the page is wider than the screen. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** On both widths and in both colours, one after the other on the page as it stands; it was opened on a phone in the dark. */
export async function inEveryLook(page: Page, work: (look: string) => Promise<void>): Promise<void> {
  for (const [viewport, colorScheme] of [
    [PHONE, 'dark'],
    [PHONE, 'light'],
    [DESKTOP, 'light'],
    [DESKTOP, 'dark'],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' });
    await work(`${String(viewport.width)} ${colorScheme}`);
  }
  await page.setViewportSize(PHONE);
}

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
