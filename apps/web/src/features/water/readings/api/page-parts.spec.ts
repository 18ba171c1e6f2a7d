import { isOfOneRelease, namedIn } from './page-parts';

const html = `<!doctype html><link rel="stylesheet" crossorigin href="/assets/admin-a1_B.css">
  <link rel="modulepreload" crossorigin href="/assets/list-C-2.js"><script src="/first-paint.js"></script>
  <script type="module" crossorigin src="/assets/admin-a1_B.js"></script><link href="/assets/list-C-2.js">`;
const parts = ['/assets/admin-a1_B.css', '/assets/list-C-2.js', '/assets/admin-a1_B.js', '/assets/walk-9.js'];

test('a document names its parts, each once', () => {
  expect(namedIn(html)).toEqual(['/assets/admin-a1_B.css', '/assets/list-C-2.js', '/assets/admin-a1_B.js']);
});

test('a document is of the release of a page that is made of all it names', () => {
  expect(isOfOneRelease(html, parts)).toBe(true);
  expect(isOfOneRelease(html.replaceAll('admin-a1_B', 'admin-next'), parts)).toBe(false);
  expect(isOfOneRelease('<html>a proxy asks for a log-in</html>', parts)).toBe(false);
});
