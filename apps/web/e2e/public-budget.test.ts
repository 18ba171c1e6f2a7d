import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './support/product';

const WEB = join(ROOT, 'dist', 'web');
const KILOBYTE = 1000;

/** What must be loaded before the first page of an entry works: the files of its HTML and all they import. */
function initialFiles(entry = 'index.html'): string[] {
  const html = readFileSync(join(WEB, entry), 'utf8');
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

test('the charts of the office come with their page, not before, and in at most 125 KB', () => {
  const charts = readdirSync(join(WEB, 'assets')).filter((name) => /^column-chart-.*\.js$/.test(name));
  expect(charts).toHaveLength(1);
  const [chart = ''] = charts.map((name) => `assets/${name}`);
  expect(readFileSync(join(WEB, chart), 'utf8')).toContain('recharts');
  for (const entry of ['index.html', 'admin.html']) {
    expect(initialFiles(entry)).not.toContain(chart);
    for (const file of initialFiles(entry))
      expect(readFileSync(join(WEB, file), 'utf8')).not.toContain('recharts');
  }
  const kilobytes = gzipSync(readFileSync(join(WEB, chart)), { level: 9 }).length / KILOBYTE;
  process.stdout.write(`charts of the office: ${kilobytes.toFixed(1)} KB gzip (bar 125)\n`);
  expect(kilobytes).toBeLessThanOrEqual(125);
});
