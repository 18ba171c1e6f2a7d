import { webPageOf, type WebPage } from '@tirtapay/contracts';
import type { Page } from 'playwright-core';

const visited = new Set<WebPage>();

/** Notes where a page of the browser goes, also without loading anew. */
export function noteVisits(page: Page): void {
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || !frame.url().startsWith('http')) return;
    const found = webPageOf(new URL(frame.url()).pathname);
    if (found !== null) visited.add(found);
  });
}

/**
 * Says which pages the tests of a file use to their end, also wrongly; fails when they did not even go there. That no page
 * of the routers is left without, `every-page.spec.ts` checks.
 */
export function clicksThrough(...pages: readonly WebPage[]): void {
  afterAll(() => {
    expect(pages.filter((page) => !visited.has(page))).toEqual([]);
  });
}
