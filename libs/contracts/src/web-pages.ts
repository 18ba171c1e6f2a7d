import { STAFF_PAGES } from './staff-pages';

/**
 * Every public address of the web application; `:name` stands for one part of a path. The routers draw these pages and
 * those of the staff, the server and nginx answer any other address with 404.
 */
export const PUBLIC_PAGES = [
  '/',
  '/t/:token',
  '/t/:token/bayar',
  '/t/:token/loket/:bank',
  '/t/:token/riwayat',
  '/t/:token/keberatan/:bill',
  '/keberatan',
  '/keberatan/:ticket',
  '/s/:token',
  '/bukti',
  '/bukti/:token',
  '/v/:code',
  '/tarif',
  '/tanya',
  '/privasi',
] as const;

export type WebPage = (typeof PUBLIC_PAGES)[number] | (typeof STAFF_PAGES)[number];

const PATTERNS = [...PUBLIC_PAGES, ...STAFF_PAGES].map(
  (page) =>
    [page, new RegExp(`^${page === '/' ? page : `${page.replaceAll(/:[a-z]+/g, '[^/]+')}/?`}$`)] as const,
);

/** Which page a path leads to; a page named in full wins over one with a placeholder. @returns null for none */
export function webPageOf(path: string): WebPage | null {
  const found = PATTERNS.filter(([, pattern]) => pattern.test(path)).map(([page]) => page);
  return found.find((page) => !page.includes(':')) ?? found[0] ?? null;
}
