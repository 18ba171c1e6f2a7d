import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { loadAssets } from './assets';
import { ControlApi } from './control/control-api';
import { mayControl } from './control/control-door';
import { FaultDesk } from './desks/fault-desk';
import { OrderDesk } from './desks/order-desk';
import { SettlementDesk } from './desks/settlement-desk';
import { TellerDesk } from './desks/teller-desk';
import { readBody, sendJson, sendText } from './http-messages';
import { PageServer } from './page-server';
import { openSandbox, type Sandbox, type SandboxOptions } from './sandbox';
import { SnapHost } from './snap-host/snap-host';
import { SupplierHost } from './supplier/supplier-host';

export interface BankSimulatorOptions extends SandboxOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** RSA public key (PEM) of the biller; registered at start. Without one, token requests are not checked. */
  readonly partnerPublicKey?: string;
}

export interface RunningBankSimulator {
  readonly url: string;
  /** SPKI PEM of the bank's key: what the biller registers for the demo SNAP partners. */
  readonly publicKeyPem: string;
  /** Takes no new calls, lets running ones finish (at most 3 s), then resolves. */
  close(): Promise<void>;
}

const CLOSE_GRACE_MS = 3_000;
const CONTROL_LIMIT = 2_097_152;
const SNAP_LIMIT = 65_536;

/** Starts the sandbox bank. Rejects when the port is taken or the home folder cannot be written. */
export async function startBankSimulator(options: BankSimulatorOptions): Promise<RunningBankSimulator> {
  const sandbox = openSandbox(options);
  if (options.partnerPublicKey !== undefined) sandbox.partnerKey.register(options.partnerPublicKey);
  const doors = new Doors(sandbox);
  const answering = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    answering.add(response);
    response.once('close', () => answering.delete(response));
    doors.serve(request, response).catch((error: unknown) => {
      process.stderr.write(
        `bank simulator: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
      if (!response.headersSent) sendText(response, 500, 'Kesalahan di Bank Sandbox.');
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  const url = `http://${name}:${String(address.port)}`;
  return { url, publicKeyPem: sandbox.keys.publicKeyPem, close: () => closed(server, answering) };
}

/** Lets running answers finish; a connection that carries none (a browser keeps some in reserve) is cut at once. */
async function closed(server: Server, answering: ReadonlySet<ServerResponse>): Promise<void> {
  const end = new Promise((resolve) => server.close(resolve));
  const finished = Promise.all(
    [...answering].map((response) => new Promise((resolve) => response.once('close', resolve))),
  );
  await Promise.race([finished, pause(CLOSE_GRACE_MS, undefined, { ref: false })]);
  server.closeAllConnections();
  await end;
}

/** The bank's doors: the SNAP host for the biller, the control API for programs, the pages for people. */
class Doors {
  private readonly control: ControlApi;
  private readonly pages: PageServer;

  constructor(private readonly sandbox: Sandbox) {
    this.control = new ControlApi(sandbox);
    const desks = [TellerDesk, OrderDesk, FaultDesk, SettlementDesk].map((Desk) => new Desk(sandbox));
    this.pages = new PageServer(sandbox, desks, loadAssets());
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = request.url ?? '/';
    if (SupplierHost.route(target)) {
      await this.serveSupplier(request, response);
      return;
    }
    const snap = SnapHost.route(target);
    if (snap) {
      await this.serveSnap(snap, target, request, response);
      return;
    }
    const url = new URL(target, 'http://bank.invalid');
    if (url.pathname.startsWith('/control/')) await this.serveControl(url, request, response);
    else await this.pages.serve(url, request, response);
  }

  private async serveSupplier(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, SNAP_LIMIT);
    if (body === null) sendText(response, 413, 'Terlalu besar.');
    else await this.sandbox.supplier.host.serve(request.url ?? '', body, response);
  }

  private async serveSnap(
    route: NonNullable<ReturnType<typeof SnapHost.route>>,
    target: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { banks, host } = this.sandbox;
    const bank = route.bank === null ? banks.first() : banks.get(route.bank);
    const body = await readBody(request, SNAP_LIMIT);
    if (!bank || body === null) {
      sendText(response, bank ? 413 : 404, bank ? 'Terlalu besar.' : 'Bank tidak dikenal.');
      return;
    }
    const { method = '', headers } = request;
    await host.serve({ bank: bank.id, method, target, headers, body }, route.path, response);
  }

  private async serveControl(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!mayControl(request)) {
      sendJson(response, 403, { code: 'forbidden', message: 'for programs on this machine, in JSON' });
      return;
    }
    const raw = await readBody(request, CONTROL_LIMIT);
    const body = raw === null ? undefined : parsedJson(raw);
    if (body === undefined) {
      sendJson(response, raw === null ? 413 : 400, { code: 'invalid', message: 'not a JSON body' });
      return;
    }
    const answer = await this.control.answer(request.method ?? '', url, body);
    sendJson(response, answer.status, answer.body);
  }
}

/** Null for no body, undefined for one that is not JSON. */
function parsedJson(raw: Buffer): unknown {
  if (raw.length === 0) return null;
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
}
