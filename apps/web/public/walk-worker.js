// Opens the walk of a reader without a signal. Registered for /admin/readings/walk only, and only once somebody has taken a
// route along: no other page is ever answered from here. The page itself keeps its document, see keep-page.ts.
const CACHE = 'tirtapay-walk';
const PAGE = '/admin/readings/walk';
// A weak signal is worse than none: it is asked, but nobody waits for it before a house.
const PATIENCE = 4000;

const later = (milliseconds) =>
  new Promise((_resolve, reject) => setTimeout(() => reject(new Error('no signal')), milliseconds));

/** As page-parts.ts reads it. */
const namedIn = (html) => [...new Set(html.match(/\/assets\/[\w./-]+/g))];

async function freshElseKept(fresh, keptUnder) {
  const kept = await (await caches.open(CACHE)).match(keptUnder);
  // Nothing is put from here: the page puts document and parts as one.
  if (!kept) return fresh;
  try {
    const response = await Promise.race([fresh, later(PATIENCE)]);
    return response.status < 500 ? response : kept;
  } catch {
    fresh.catch(() => undefined);
    return kept;
  }
}

/**
 * A document of the next release opens nothing without its parts: it is answered with when they are here as well. Those that
 * came are kept, so that over a weak signal the next opening has less to wait for; a name with a hash is never in the way.
 */
async function wholePage(request) {
  const response = await fetch(request);
  if (!response.ok) return response;
  const cache = await caches.open(CACHE);
  const named = namedIn(await response.clone().text());
  await Promise.all(named.map(async (part) => (await cache.match(part)) ?? (await cache.add(part))));
  return response;
}

/**
 * Whether something of the release that was answered with did not come: then the next opening is what was kept whole. Kept
 * beside it, because a browser ends a worker that is idle for half a minute, and with it what it remembers.
 */
const MARK = '/walk-lacking';
const LACKING = 'lacking';
/** What was kept was opened instead; the opening after it asks the network again, also where the kept one lacks a part. */
const OPENED = 'opened';

async function markLacking(cache) {
  if (!(await cache.match(MARK))) await cache.put(MARK, new Response(LACKING));
}

async function openPage(event) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(PAGE);
  // Until everything is kept for the first time the browser itself asks for the parts.
  if (!kept) return fetch(event.request);
  const mark = await (await cache.match(MARK))?.text();
  if (mark === LACKING) {
    await cache.put(MARK, new Response(OPENED));
    return kept;
  }
  if (mark !== undefined) await cache.delete(MARK);
  const whole = wholePage(event.request);
  // What is not waited for comes all the same.
  event.waitUntil(whole.catch(() => undefined));
  return freshElseKept(whole, PAGE);
}

/** Built files carry a hash in their name: once fetched they never change. */
async function keptElseFresh(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  try {
    const response = await fetch(request);
    // A server of another release does not have it.
    if (!response.ok) await markLacking(cache).catch(() => undefined);
    return response;
  } catch (error) {
    await markLacking(cache).catch(() => undefined);
    throw error;
  }
}

// One of an earlier release puts documents without their parts: it is not waited for until its last page is closed.
self.addEventListener('install', () => void self.skipWaiting());

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(openPage(event));
  else if (pathname.startsWith('/assets/')) event.respondWith(keptElseFresh(request));
  else if (/^\/(first-paint\.js|favicon\.svg|walk\.webmanifest|icon-512\.png)$/.test(pathname))
    event.respondWith(freshElseKept(fetch(request), pathname));
});
