import { execFile } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { availableParallelism, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { someOf } from '../../api/test/support/long-run';
import { owingCustomers } from './public-customers';
import { openBrowser } from './support/browser';
import { PATIENCE_MILLISECONDS } from './support/patience';
import { productAccess } from './support/product';

/** What the public page promises a cheap phone on a slow line. */
const BARS = { largestPaintMs: 2_500, layoutShift: 0.05, accessibility: 1 };
/** A busy machine only ever makes a page slower: the best of a few runs is the page's own figure. One is enough on a quick one. */
const RUNS = 10;
/**
 * A mid-range phone is four times slower than the computer Lighthouse has in mind, whose benchmark tells 1,500. Where that tells
 * less, as beside other tests, four times slower would be a far cheaper phone.
 */
const PHONE = { slower: 4, than: 1_500 };
/** What is read of its performance; the others take as long again, and nobody reads them. */
const MEASURED = ['largest-contentful-paint', 'cumulative-layout-shift', 'network-requests'];

interface Figures {
  readonly largestPaintMs: number;
  readonly layoutShift: number;
  /** How fast the computer was, of which the phone is a part. */
  readonly benchmark: number;
}

/** What is the same however busy the machine is: asked for once. */
interface Accessibility {
  readonly score: number;
  readonly faults: readonly string[];
}

interface Report {
  readonly environment: { benchmarkIndex: number };
  readonly categories: Record<string, { score: number; auditRefs: { id: string }[] }>;
  readonly audits: Record<
    string,
    {
      score: number | null;
      numericValue?: number;
      title: string;
      details?: { items?: { url?: string; statusCode?: number }[] };
    }
  >;
}

const run = promisify(execFile);
let browser: Browser;
let port: number;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
}

beforeAll(async () => {
  port = await freePort();
  browser = await openBrowser({ debuggingPort: port });
});
afterAll(() => browser.close());

/**
 * Lighthouse with its own defaults: a mid-range phone, slow 4G.
 * @param slower how many times the processor is slowed
 */
async function lighthouse(path: string, slower: number, wishes: readonly string[]): Promise<Report> {
  const cli = join(dirname(require.resolve('lighthouse/package.json')), 'cli', 'index.js');
  const { stdout } = await run(
    process.execPath,
    [
      cli,
      `${productAccess().url}${path}`,
      `--port=${String(port)}`,
      ...wishes,
      `--only-audits=${MEASURED.join(',')}`,
      '--disable-full-page-screenshot',
      `--max-wait-for-load=${String(PATIENCE_MILLISECONDS)}`,
      `--throttling.cpuSlowdownMultiplier=${slower.toFixed(2)}`,
      '--output=json',
      '--quiet',
      '--no-enable-error-reporting',
    ],
    { maxBuffer: 64 * 1024 * 1024, env: { ...process.env, NODE_OPTIONS: '' } },
  );
  const report = JSON.parse(stdout) as Report;
  // A page whose script is missing is blank, and blank is fast.
  const requests = report.audits['network-requests']?.details?.items ?? [];
  expect(requests.filter(({ statusCode = 0 }) => statusCode !== 200)).toEqual([]);
  expect(requests.some(({ url = '' }) => url.includes('/api/v1/public/'))).toBe(true);
  return report;
}

function figuresOf({ audits, environment }: Report): Figures {
  const value = (id: string): number => audits[id]?.numericValue ?? Number.POSITIVE_INFINITY;
  return {
    largestPaintMs: value('largest-contentful-paint'),
    layoutShift: value('cumulative-layout-shift'),
    benchmark: environment.benchmarkIndex,
  };
}

function accessibilityOf({ audits, categories }: Report): Accessibility {
  const { score, auditRefs } = categories.accessibility ?? { score: 0, auditRefs: [] };
  return {
    score,
    faults: auditRefs.flatMap(({ id }) => (audits[id]?.score === 0 ? [audits[id].title] : [])),
  };
}

/** Who owes several bills, not the fewest: arrears must be as quick as one sheet. */
async function billPage(): Promise<string> {
  const [number] = await owingCustomers(2);
  const answer = await fetch(`${productAccess().url}/api/v1/public/inquiries`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ customer_number: number }),
  });
  const { token } = (await answer.json()) as { token: string };
  return `/t/${token}`;
}

/**
 * A slow machine, and one that runs other tests beside this one, has more to do: it takes the processor away in the middle of a
 * task and answers the page's questions late, which no benchmark tells and no slowing down takes back. A page may take a fifth
 * longer there; run alone on a machine as Lighthouse has in mind it keeps its promise to the word.
 */
function barOf(benchmark: number): number {
  const slow = Math.min(1, Math.max(0, 2 * (1 - benchmark / PHONE.than)));
  const [busy = 0] = loadavg();
  return BARS.largestPaintMs * (1 + 0.2 * (busy > availableParallelism() / 2 ? 1 : slow));
}

async function keepsItsBars(name: string, path: string): Promise<void> {
  const first = await lighthouse(path, PHONE.slower, ['--only-categories=accessibility']);
  const { score, faults } = accessibilityOf(first);
  let best = figuresOf(first);
  let slowest = best.benchmark;
  for (let again = 1; again < RUNS && best.largestPaintMs > barOf(slowest); again += 1) {
    const slower = Math.max(1, PHONE.slower * Math.min(1, slowest / PHONE.than));
    const next = figuresOf(await lighthouse(path, slower, []));
    slowest = Math.min(slowest, next.benchmark);
    if (next.largestPaintMs < best.largestPaintMs) best = next;
  }
  process.stdout.write(
    `lighthouse, ${name}: LCP ${(best.largestPaintMs / 1000).toFixed(2)} s (bar ${(barOf(slowest) / 1000).toFixed(1)}), CLS ${best.layoutShift.toFixed(3)} (bar 0.05), accessibility ${String(Math.round(score * 100))} (bar 100), benchmark ${slowest.toFixed(0)}\n`,
  );
  expect(faults).toEqual([]);
  expect(score).toBe(BARS.accessibility);
  expect(best.layoutShift).toBeLessThanOrEqual(BARS.layoutShift);
  expect(best.largestPaintMs).toBeLessThanOrEqual(barOf(slowest));
}

/** First the one that is opened most, by its link, and has the most to draw. What the others weigh is in public-budget. */
const PAGES = [
  { name: 'bill', address: billPage },
  { name: 'first page', address: () => '/' },
  { name: 'tariff calculator', address: () => '/tarif' },
] as const;

test.each(someOf(PAGES, PAGES.length))('the $name', async ({ name, address }) =>
  keepsItsBars(name, await address()),
);
