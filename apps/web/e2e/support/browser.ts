import chromium from '@sparticuz/chromium';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { brotliDecompressSync } from 'node:zlib';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import { productAccess } from './product';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 800 };

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The packaged Chromium needs libnss3 and friends; where the system has none, the package's own copies are used. An
 * installed browser is the last resort.
 */
async function launchOptions(): Promise<{ executablePath: string; env?: Record<string, string> }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    const found = INSTALLED.find((path) => existsSync(path));
    if (found === undefined)
      throw new Error(`no browser for ${process.platform}/${process.arch}: install Chromium or Chrome`);
    return { executablePath: found };
  }
  const executablePath = await chromium.executablePath();
  return runs(executablePath)
    ? { executablePath }
    : { executablePath, env: { ...plain(process.env), LD_LIBRARY_PATH: packagedLibraries() } };
}

function plain(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function runs(executablePath: string): boolean {
  try {
    execFileSync(executablePath, ['--version', '--no-sandbox'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function packagedLibraries(): string {
  const folder = join(tmpdir(), 'tirtapay-chromium-libraries');
  if (!existsSync(join(folder, 'al2023', 'lib'))) {
    mkdirSync(folder, { recursive: true });
    const archive = join(
      dirname(require.resolve('@sparticuz/chromium/package.json')),
      'bin',
      'al2023.tar.br',
    );
    execFileSync('tar', ['-x', '-C', folder], { input: brotliDecompressSync(readFileSync(archive)) });
  }
  return join(folder, 'al2023', 'lib');
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param debuggingPort where another program (Lighthouse) may drive the same browser */
export async function openBrowser(debuggingPort?: number): Promise<Browser> {
  const args =
    debuggingPort === undefined ? FLAGS : [...FLAGS, `--remote-debugging-port=${String(debuggingPort)}`];
  return playwright.launch({ ...(await launchOptions()), headless: true, args });
}

export interface Look {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly scheme?: 'light' | 'dark';
  readonly locale?: string;
}

/** A page of a fresh visitor; a request to another origin or an error of the page fails the test that opened it. */
export async function openPage(
  browser: Browser,
  look: Look = {},
): Promise<{ page: Page; problems: string[] }> {
  const { url } = productAccess();
  const context = await browser.newContext({
    viewport: look.viewport ?? DESKTOP,
    colorScheme: look.scheme ?? 'light',
    locale: look.locale ?? 'id-ID',
    timezoneId: 'Asia/Makassar',
    baseURL: url,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== url)
      problems.push(`off-origin request: ${request.url()}`);
  });
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      problems.push(`console: ${message.text()}`);
  });
  return { page, problems };
}
