import { PUBLIC_PAGES, STAFF_PAGES } from '@tirtapay/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature } from '../components/layouts/feature';
import { FEATURES } from './features';

/* The list of pages that server and nginx go by is what the routers draw, and every page has a test that uses it. */

const ROOT = join(__dirname, '..', '..', '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const staffPaths = () => [
  '/admin',
  ...FEATURES.flatMap(({ pages }: Feature) => pages.map(({ path }) => `/admin/${path}`)),
];

const publicPaths = () => [
  '/',
  ...[...read('apps/web/src/public/lazy-pages.ts').matchAll(/\bpage\(\s*'(\/[^']*)'/g)].map(
    (match) => match[1] ?? '',
  ),
];

test('the staff pages are those of the features: run "npm run pages"', () => {
  expect([...STAFF_PAGES].sort()).toEqual(staffPaths().sort());
});

test('the public pages are those of the router', () => {
  expect([...PUBLIC_PAGES].sort()).toEqual(publicPaths().sort());
});

/** What `clicksThrough('…', '…')` of the browser tests names; that it is true, each of these files checks itself. */
const claimed = new Set(
  readdirSync(join(ROOT, 'apps/web/e2e'))
    .filter((name) => name.endsWith('.test.ts'))
    .flatMap((name) => [...read(`apps/web/e2e/${name}`).matchAll(/clicksThrough\(([^)]*)\)/g)])
    .flatMap((match) => [...(match[1] ?? '').matchAll(/'([^']+)'/g)].map((inner) => inner[1] ?? '')),
);

test.each([...PUBLIC_PAGES, ...STAFF_PAGES])('%s is clicked through by a browser test', (page) => {
  expect([...claimed]).toContain(page);
});
