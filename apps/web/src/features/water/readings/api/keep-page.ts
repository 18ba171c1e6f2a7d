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
 * From here on the page opens without a signal. Parts of an earlier release go: nothing asks for them any more.
 * @throws when the browser refuses storage, or the line is lost half-way: then the page that was kept before stays
 */
export async function keepPage(): Promise<void> {
  await navigator.serviceWorker.register('/walk-worker.js', { scope: PAGE });
  const cache = await caches.open(CACHE);
  const parts = [...new Set([...partsOfThisPage(), PAGE, '/walk.webmanifest', '/icon-512.png'])];
  await cache.addAll(parts);
  const stale = (await cache.keys()).filter(({ url }) => !parts.includes(new URL(url).pathname));
  await Promise.all(stale.map((request) => cache.delete(request)));
  await navigator.storage.persist();
}

/** Also where it cannot be kept anew, because there is no signal now. */
export const isPageKept = async (): Promise<boolean> =>
  canKeepPage() && (await caches.match(PAGE, { cacheName: CACHE })) !== undefined;
