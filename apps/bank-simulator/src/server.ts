import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadAssets, type Asset } from './assets';
import { SandboxBank } from './bank';
import { DEMO_BANKS, type BankProfile } from './bank-profile';
import { systemClock } from './clock';
import { ExchangeLog } from './exchange-log';
import { PaymentJournal } from './journal';
import { NativeChannel } from './native-channel';
import { homePage } from './pages/home-page';
import { TellerDesk } from './teller-desk';

export interface BankSimulatorOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Origin of the TirtaPay API. */
  readonly apiUrl: string;
  /** State folder; the journal is kept in its `bank-simulator/`. */
  readonly home: string;
  readonly banks?: readonly BankProfile[];
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

export interface RunningBankSimulator {
  readonly url: string;
  /** Takes no new calls, lets running ones finish (at most 3 s), then resolves. */
  close(): Promise<void>;
}

const FORM_LIMIT = 16_384;
const CLOSE_GRACE_MS = 3_000;

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

/** Starts the sandbox bank. Rejects when the port is taken or the home folder cannot be written. */
export async function startBankSimulator(options: BankSimulatorOptions): Promise<RunningBankSimulator> {
  const { apiUrl, home, host, port, banks = DEMO_BANKS, now = systemClock } = options;
  const log = new ExchangeLog();
  const journal = new PaymentJournal(home);
  const bank = new SandboxBank(new NativeChannel({ apiUrl, banks, log, now }), journal, now);
  const page = new BankPage(new TellerDesk(bank, journal, log, banks, apiUrl), loadAssets());
  const server = createServer((request, response) => {
    page.serve(request, response).catch((error: unknown) => {
      process.stderr.write(
        `bank simulator: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
      if (!response.headersSent)
        send(response, 500, 'text/plain; charset=utf-8', 'Kesalahan di Bank Sandbox.');
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { url: `http://${name}:${String(address.port)}`, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, CLOSE_GRACE_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** The page over HTTP: one GET that shows, forms that act and send the browser back to the GET. */
class BankPage {
  constructor(
    private readonly desk: TellerDesk,
    private readonly assets: ReadonlyMap<string, Asset>,
  ) {}

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://bank.invalid');
    if (request.method === 'POST') {
      await this.act(url, request, response);
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      send(response, 405, 'text/plain; charset=utf-8', 'Metode tidak didukung.');
      return;
    }
    const asset = this.assets.get(url.pathname);
    if (asset) send(response, 200, asset.contentType, asset.content);
    else if (url.pathname === '/health/live') send(response, 200, 'application/json', '{"status":"ok"}');
    else if (url.pathname === '/')
      send(response, 200, 'text/html; charset=utf-8', homePage(this.desk.view(url.searchParams)));
    else send(response, 404, 'text/plain; charset=utf-8', 'Halaman tidak ada.');
  }

  private async act(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOwnForm(request)) {
      send(response, 403, 'text/plain; charset=utf-8', 'Formulir ini bukan dari halaman Bank Sandbox.');
      return;
    }
    const form = await readForm(request);
    const view = form && (await this.desk.act(url.pathname, form));
    if (view) {
      const query = new URLSearchParams(Object.entries(view).filter(([, value]) => value !== ''));
      response.writeHead(303, { ...SECURITY_HEADERS, location: `/?${query.toString()}` }).end();
    } else if (form)
      send(response, 404, 'text/plain; charset=utf-8', 'Tagihan atau pembayaran itu tidak ada lagi.');
    else send(response, 413, 'text/plain; charset=utf-8', 'Formulir terlalu besar.');
  }
}

/** A page elsewhere must not make this bank pay: the browser says where a form comes from. */
function isOwnForm(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    length += bytes.length;
    if (length > FORM_LIMIT) return null;
    chunks.push(bytes);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

function send(response: ServerResponse, status: number, contentType: string, body: string | Buffer): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': contentType }).end(body);
}
