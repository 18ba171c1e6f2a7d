// Opens the walk of a reader without a signal. Registered for /admin/readings/walk only, and only once somebody has taken a
// route along: no other page is ever answered from here. The page itself fills the cache, see keep-page.ts.
const CACHE = 'tirtapay-walk';
const PAGE = '/admin/readings/walk';
// A weak signal is worse than none: it is asked, but nobody waits for it before a house.
const PATIENCE = 4000;

const later = (milliseconds) =>
  new Promise((_resolve, reject) => setTimeout(() => reject(new Error('no signal')), milliseconds));

async function freshElseKept(request, keptUnder) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(keptUnder);
  // Nothing is put from here: a document of the next release without its parts opens nothing.
  const fresh = fetch(request);
  if (!kept) return fresh;
  try {
    const response = await Promise.race([fresh, later(PATIENCE)]);
    return response.status < 500 ? response : kept;
  } catch {
    fresh.catch(() => undefined);
    return kept;
  }
}

/** Built files carry a hash in their name: once fetched they never change. */
async function keptElseFresh(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) ?? fetch(request);
}

// One of an earlier release puts documents without their parts: it is not waited for until its last page is closed.
self.addEventListener('install', () => void self.skipWaiting());

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(freshElseKept(request, PAGE));
  else if (pathname.startsWith('/assets/')) event.respondWith(keptElseFresh(request));
  else if (/^\/(first-paint\.js|favicon\.svg|walk\.webmanifest|icon-512\.png)$/.test(pathname))
    event.respondWith(freshElseKept(request, pathname));
});
