import { PUBLIC_PAGES, STAFF_PAGES, webPageOf } from '@tirtapay/contracts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const conf = readFileSync(join(__dirname, '../../../../docker/nginx/default.conf'), 'utf8');

/** The entry a pattern of nginx leads a path to, as its `location ~` blocks stand. */
function entryOf(path: string): string | undefined {
  return [...conf.matchAll(/location ~ (\^\S+) \{[^}]*?try_files (\/\w+\.html) =404;/g)].find(
    ([, pattern = '']) => new RegExp(pattern).test(path),
  )?.[2];
}

test.each([...PUBLIC_PAGES, ...STAFF_PAGES])('nginx knows %s', (page) => {
  const entry = page.startsWith('/admin') ? '/admin.html' : '/index.html';
  expect(entryOf(page.replaceAll(/:[a-z]+/g, 'x-1_.y'))).toBe(entry);
});

test.each(['/metrics', '/admin/nothing', '/t', '/t/a/b', '/adminx', '/admin/customers/1/nothing'])(
  'neither nginx nor the server knows %s',
  (path) => {
    expect(entryOf(path)).toBeUndefined();
    expect(webPageOf(path)).toBeNull();
  },
);

test('nginx takes a photo of 2 MiB and sends the addresses of problem types and of the page without scripts to the server', () => {
  expect(conf).toMatch(/client_max_body_size 3m;/);
  for (const address of ['docs/errors', 'tagihan'])
    expect(conf).toMatch(new RegExp(`location = /${address} \\{\\s+proxy_pass http://api;`));
});
