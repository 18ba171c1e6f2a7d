import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from './chromium';
import { noteQuestions } from './answered';
import { noteVisits } from './pages';
import { LAUNCH_MILLISECONDS, PATIENCE_MILLISECONDS } from './patience';
import { productAccess } from './product';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 800 };

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/**
 * A page is open for a few seconds: what compiles its script again, in the background, so that it is quicker the minute after,
 * took a quarter of what the browser took. Interpreter and first compiler run the same script to the same end. What such a
 * page throws away need not be swept up in between.
 * A browser that is measured, or that looks at picture after picture, compiles as it comes.
 */
const BRIEF = '--js-flags=--no-maglev --no-turbofan --min-semi-space-size=16 --max-semi-space-size=32';

interface BrowserWishes {
  /** Where another program (Lighthouse) may drive the same browser. */
  readonly debuggingPort?: number;
  /** A film (`.mjpeg`) that stands in for the camera, which every page may use. */
  readonly camera?: string;
}

export async function openBrowser({ debuggingPort, camera }: BrowserWishes = {}): Promise<Browser> {
  const args = [
    ...FLAGS,
    ...(debuggingPort === undefined && camera === undefined ? [BRIEF] : []),
    ...(debuggingPort === undefined ? [] : [`--remote-debugging-port=${String(debuggingPort)}`]),
    ...(camera === undefined
      ? []
      : [
          '--use-fake-device-for-media-stream',
          '--use-fake-ui-for-media-stream',
          `--use-file-for-fake-video-capture=${camera}`,
        ]),
  ];
  const browser = await launched(args);
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(PATIENCE_MILLISECONDS);
    return context;
  };
  return browser;
}

/** A browser may also be ended for want of memory. @throws with what it said both times */
async function launched(args: readonly string[]): Promise<Browser> {
  const found = await findChromium();
  const launch = () =>
    chromium.launch({ ...found, headless: true, args: [...args], timeout: LAUNCH_MILLISECONDS });
  return launch().catch((first: unknown) =>
    launch().catch((second: unknown) => {
      throw new Error(`the browser did not start, twice:\n${String(first)}\nand then:\n${String(second)}`);
    }),
  );
}

export interface Look {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly scheme?: 'light' | 'dark';
  readonly locale?: string;
  /** A browser that runs no scripts. */
  readonly javaScriptEnabled?: boolean;
}

/**
 * Whoever asked the device for less motion gets dialogs and menus at once: every wait for a fade is spared. With motion the
 * same dialogs are used in the scripted month and in production-from-zero, whose visitors have browsers as they come.
 */
const STILL = { reducedMotion: 'reduce' } as const;

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
    javaScriptEnabled: look.javaScriptEnabled ?? true,
    timezoneId: 'Asia/Makassar',
    baseURL: url,
    ...STILL,
  });
  const page = await context.newPage();
  noteVisits(page);
  noteQuestions(page);
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
