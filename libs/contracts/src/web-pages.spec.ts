import { STAFF_PAGES } from './staff-pages';
import { PUBLIC_PAGES, webPageOf } from './web-pages';

test.each([...PUBLIC_PAGES, ...STAFF_PAGES])('%s leads to itself, with and without a last slash', (page) => {
  const path = page.replaceAll(/:[a-z]+/g, 'aB-1_.x');
  expect(webPageOf(path)).toBe(page);
  expect(webPageOf(path === '/' ? path : `${path}/`)).toBe(page);
});

test.each(['/metrics', '/admin/nothing', '/t', '/t/a/b', '/wp-login.php', '/docs', '/adminx', '//'])(
  '%s leads nowhere',
  (path) => {
    expect(webPageOf(path)).toBeNull();
  },
);
