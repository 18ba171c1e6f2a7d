import { isOfOneRelease } from './page-parts';

/** Shared with walk-worker.js. */
const CACHE = 'tirtapay-walk';
const PAGE = '/admin/readings/walk';

/** Everything this page was made of, so that it can be drawn again without a signal. */
const partsOfThisPage = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map((entry) => new URL(entry.name))
    .filter((url) => url.origin === location.origin && /^\/(assets\/|first-paint|favicon)/.test(url.pathname))
    .map((url) => url.pathname);

const canKeepPage = (): boolean => 'serviceWorker' in navigator && 'caches' in globalThis;

/**
 * From here on the page opens without a signal. Document and parts are put as one, and the document last; parts of an earlier
 * release go, because nothing asks for them any more.
 * @throws when the browser refuses storage, the line is lost half-way, or the server has another release than the one that runs
 * here: then the page that was kept before stays
 */
export async function keepPage(): Promise<void> {
  await navigator.serviceWorker.register('/walk-worker.js', { scope: PAGE });
  const answer = await fetch(PAGE);
  const html = await answer.clone().text();
  const parts = [...new Set([...partsOfThisPage(), '/walk.webmanifest', '/icon-512.png'])];
  if (!answer.ok || !isOfOneRelease(html, parts)) throw new Error('the server has another release');
  const cache = await caches.open(CACHE);
  const before = await cache.match(PAGE);
  await cache.addAll(parts);
  await cache.put(PAGE, answer);
  // Within one release nothing is too much, and a page that has been open for long may not know of all it was made of.
  if (before === undefined || (await before.text()) !== html) await forgetAllBut([...parts, PAGE]);
  await navigator.storage.persist();
}

async function forgetAllBut(kept: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  const stale = (await cache.keys()).filter(({ url }) => !kept.includes(new URL(url).pathname));
  await Promise.all(stale.map((request) => cache.delete(request)));
}

/** Also where it cannot be kept anew, because there is no signal now. */
export async function isPageKept(): Promise<boolean> {
  if (!canKeepPage()) return false;
  const cache = await caches.open(CACHE);
  const page = await cache.match(PAGE);
  if (page === undefined) return false;
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  return isOfOneRelease(await page.text(), kept);
}
