// Shows receipts without a connection. Registered for /bukti only, and only after somebody kept a receipt on this
// phone: no other page is ever answered from here. The page itself fills the cache, see kept-receipts.ts.
const CACHE = 'tirtapay-receipts';

async function freshElseKept(request, keptUnder) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok && (await cache.match(keptUnder))) await cache.put(keptUnder, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(keptUnder);
    if (kept) return kept;
    throw error;
  }
}

/** Built files carry a hash in their name: once fetched they never change. */
async function keptElseFresh(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(freshElseKept(request, '/bukti'));
  else if (pathname.startsWith('/api/v1/public/receipts/'))
    event.respondWith(freshElseKept(request, pathname));
  else if (pathname.startsWith('/assets/')) event.respondWith(keptElseFresh(request));
  else if (/^\/(first-paint\.js|favicon\.svg)$/.test(pathname))
    event.respondWith(freshElseKept(request, pathname));
});
