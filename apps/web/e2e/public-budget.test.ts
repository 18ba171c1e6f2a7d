import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './support/product';

const WEB = join(ROOT, 'dist', 'web');
const KILOBYTE = 1000;

/** What a phone must load before the first public page works: the files of index.html and all they import. */
function initialFiles(): string[] {
  const html = readFileSync(join(WEB, 'index.html'), 'utf8');
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    if (!file.endsWith('.js')) return;
    const code = readFileSync(join(WEB, file), 'utf8');
    for (const [, name = ''] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      visit(`assets/${name}`);
  };
  for (const [, file = ''] of html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)) visit(file);
  return [...found];
}

const weight = (ending: string) =>
  initialFiles()
    .filter((file) => file.endsWith(ending))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(WEB, file)), { level: 9 }).length, 0) / KILOBYTE;

function keeps(ending: string, what: string, bar: number): void {
  const kilobytes = weight(ending);
  process.stdout.write(`public page, ${what}: ${kilobytes.toFixed(1)} KB gzip (bar ${String(bar)})\n`);
  expect(kilobytes).toBeGreaterThan(0);
  expect(kilobytes).toBeLessThanOrEqual(bar);
}

test('the public page loads at most 150 KB of script', () => {
  keeps('.js', 'script', 150);
});

test('and at most 14 KB of style', () => {
  keeps('.css', 'style', 14);
});
