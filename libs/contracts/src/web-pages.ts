/**
 * Every address of the web application; `:name` stands for one part of a path. The routers draw these pages, the server
 * and nginx answer any other address with 404.
 */
export const PUBLIC_PAGES = [
  '/',
  '/t/:token',
  '/t/:token/bayar',
  '/t/:token/loket/:bank',
  '/t/:token/riwayat',
  '/s/:token',
  '/bukti',
  '/bukti/:token',
  '/v/:code',
  '/tarif',
  '/privasi',
] as const;

export const STAFF_PAGES = [
  '/admin',
  '/admin/login',
  '/admin/activate',
  '/admin/account',
  '/admin/dashboard',
  '/admin/customers',
  '/admin/customers/new',
  '/admin/customers/:id',
  '/admin/customers/:id/edit',
  '/admin/readings',
  '/admin/readings/new',
  '/admin/verification',
  '/admin/bill-runs',
  '/admin/bill-runs/new',
  '/admin/bill-runs/:id',
  '/admin/bills',
  '/admin/bills/:id',
  '/admin/payments',
  '/admin/payments/:id',
  '/admin/banks',
  '/admin/banks/:id',
  '/admin/banks/:id/keys',
  '/admin/banks/:id/settings',
  '/admin/banks/:id/connection',
  '/admin/banks/:id/certification',
  '/admin/sandbox-bank',
  '/admin/developer',
  '/admin/developer/errors',
  '/admin/bank-calls',
  '/admin/webhooks',
  '/admin/outbound-calls',
  '/admin/signature-checker',
  '/admin/cases',
  '/admin/approvals',
  '/admin/tariffs',
  '/admin/tariffs/:id',
  '/admin/tariffs/:id/propose',
  '/admin/penalties',
  '/admin/penalties/propose',
  '/admin/regions',
  '/admin/users',
  '/admin/activity',
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
