/** A receipt kept on this phone, at the owner's wish, to be shown without a connection. */
export interface KeptReceipt {
  token: string;
  receipt_number: string;
  total_amount: number;
  posted_at: string;
}

const KEY = 'tirtapay.receipts';
/** Shared with receipts-worker.js. */
const CACHE = 'tirtapay-receipts';

const addressOf = (token: string) => `/api/v1/public/receipts/${encodeURIComponent(token)}`;

export function readKept(): KeptReceipt[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? (stored as KeptReceipt[]) : [];
  } catch {
    return [];
  }
}

export const canKeep = (): boolean => 'serviceWorker' in navigator && 'caches' in globalThis;

/** Everything this page was made of, so that it can be drawn again without a connection. */
function partsOfThisPage(): string[] {
  return performance
    .getEntriesByType('resource')
    .map((entry) => new URL(entry.name))
    .filter((url) => url.origin === location.origin && /^\/(assets\/|first-paint|favicon)/.test(url.pathname))
    .map((url) => url.pathname);
}

/**
 * `loadLaterParts` fetches what the offline page needs beyond the present one.
 * @throws when the browser refuses storage or the connection is lost half-way: nothing is listed then.
 */
export async function keepReceipt(entry: KeptReceipt, loadLaterParts: () => Promise<unknown>): Promise<void> {
  await navigator.serviceWorker.register('/receipts-worker.js', { scope: '/bukti' });
  const cache = await caches.open(CACHE);
  await loadLaterParts();
  await cache.addAll([
    ...new Set([...partsOfThisPage(), '/bukti', addressOf(entry.token), `${addressOf(entry.token)}/pdf`]),
  ]);
  const others = readKept().filter((other) => other.token !== entry.token);
  localStorage.setItem(KEY, JSON.stringify([entry, ...others]));
}

export async function forgetReceipt(token: string): Promise<KeptReceipt[]> {
  const rest = readKept().filter((entry) => entry.token !== token);
  localStorage.setItem(KEY, JSON.stringify(rest));
  const cache = await caches.open(CACHE);
  await Promise.all([cache.delete(addressOf(token)), cache.delete(`${addressOf(token)}/pdf`)]);
  return rest;
}
