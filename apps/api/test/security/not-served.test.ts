import { join } from 'node:path';
import { testApp } from '../support';

/* What lies beside the pages on a server, and what watches it, is nobody's to read from outside. */

const app = testApp({ jobs: false, webRoot: join(__dirname, '../../../../dist/web') });

const asked = (path: string, accept: string, method = 'GET') =>
  fetch(app.url + path, { method, headers: { accept } });

it.each([
  '/.env',
  '/.git/config',
  '/.git/HEAD',
  '/package.json',
  '/main.js',
  '/assets/..%2f..%2fpackage.json',
  '/index.html.map',
  '/metrics',
  '/health/detail',
  '/server-status',
  '/actuator/env',
  '/api/metrics',
  '/api/v1/.env',
])('%s', async (path) => {
  for (const accept of ['*/*', 'text/html']) expect([400, 404]).toContain((await asked(path, accept)).status);
});

it('a page may be looked for without being fetched, and says nothing else than with it', async () => {
  const [looked, fetched] = [await asked('/', 'text/html', 'HEAD'), await asked('/', 'text/html')];
  expect([looked.status, looked.headers.get('content-type'), await looked.text()]).toEqual([
    200,
    fetched.headers.get('content-type'),
    '',
  ]);
  expect((await asked('/admin/nowhere', 'text/html', 'HEAD')).status).toBe(404);
});
