import type { Page, Request } from 'playwright-core';
import { PATIENCE_MILLISECONDS } from './patience';

/** What each page has asked for and not got yet. */
const asked = new WeakMap<Page, Set<Request>>();

export function noteQuestions(page: Page): void {
  const open = new Set<Request>();
  asked.set(page, open);
  page.on('request', (request) => {
    // Another document wants nothing of what the one before asked for.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) open.clear();
    // A stream of news has no end.
    if (request.resourceType() !== 'eventsource') open.add(request);
  });
  const over = (request: Request) => open.delete(request);
  page.on('requestfinished', over).on('requestfailed', over);
  // Nobody reads the body of a refusal, and what is not read does not finish.
  page.on('response', (response) => {
    if (!response.ok()) over(response.request());
  });
}

/**
 * Until everything the page asked for has come and is drawn. Playwright's `networkidle` sits half a second beside a silent
 * page to see the same.
 */
export async function answered(page: Page): Promise<void> {
  const open = asked.get(page);
  if (open === undefined) throw new Error('nobody noted what this page asks for');
  const until = Date.now() + PATIENCE_MILLISECONDS;
  do {
    while (open.size > 0) {
      if (Date.now() > until)
        throw new Error(`never answered: ${[...open].map((request) => request.url()).join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    // What came is drawn in the next frame, and may have more to ask for.
    await page.evaluate(
      () =>
        new Promise((drawn) => {
          requestAnimationFrame(() => requestAnimationFrame(drawn));
        }),
    );
  } while (open.size > 0);
}
