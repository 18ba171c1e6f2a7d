import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium, unpackedChromium } from './support/chromium';
import { LAUNCH_MILLISECONDS, PATIENCE_MILLISECONDS } from './support/patience';
import { productAccess } from './support/product';

/* A fresh machine has nothing unpacked, several workers that ask at once, and perhaps no libnss3. */

const where = process.platform === 'linux' && process.arch === 'x64' ? it : it.skip;
let cache: string;

beforeAll(() => {
  cache = mkdtempSync(join(tmpdir(), 'tirtapay browser '));
});
afterAll(() => {
  rmSync(cache, { recursive: true, force: true });
});

where('is unpacked whole, once, when several workers ask at the same moment', async () => {
  const folders = await Promise.all([1, 2, 3].map(() => unpackedChromium(cache)));
  expect(new Set(folders).size).toBe(1);
  expect(readdirSync(cache)).toHaveLength(1);
  expect(existsSync(join(folders[0] ?? '', 'chromium'))).toBe(true);
});

where('runs with the libraries it brings, as on a machine without libnss3', async () => {
  const found = await findChromium('packaged');
  const server = await chromium.launchServer({
    ...found,
    headless: true,
    args: ['--no-sandbox'],
    timeout: LAUNCH_MILLISECONDS,
  });
  try {
    const loaded = readFileSync(`/proc/${String(server.process().pid)}/maps`, 'utf8');
    expect(loaded).toMatch(/\.cache\/tirtapay\/chromium-[^/]+\/al2023\/lib\/libnss3\.so/);
    const browser = await chromium.connect(server.wsEndpoint());
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MILLISECONDS);
    await page.goto(productAccess().url);
    await page.getByRole('textbox', { name: 'Nomor pelanggan' }).waitFor();
  } finally {
    await server.close();
  }
});
