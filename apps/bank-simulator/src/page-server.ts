import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Asset } from './assets';
import { isMisled } from './control/control-door';
import type { Desk } from './desks/desk';
import { CounterRefusal } from './drills/payment-target';
import { readBody, SECURITY_HEADERS, send, sendText } from './http-messages';
import type { Sandbox } from './sandbox';
import { settlementFile, type SettlementFile } from './settlement/settlement-request';
import { statementFile } from './settlement/statement-request';

const FORM_LIMIT = 16_384;

/** The pages over HTTP: GETs that show, forms that act and send the browser back to a GET. */
export class PageServer {
  constructor(
    private readonly sandbox: Sandbox,
    private readonly desks: readonly Desk[],
    private readonly assets: ReadonlyMap<string, Asset>,
  ) {}

  async serve(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'POST') await this.act(url, request, response);
    else if (request.method === 'GET' || request.method === 'HEAD') this.show(url, response);
    else sendText(response, 405, 'Metode tidak didukung.');
  }

  private show(url: URL, response: ServerResponse): void {
    const asset = this.assets.get(url.pathname);
    if (asset) send(response, 200, asset.contentType, asset.content);
    else if (url.pathname === '/health/live') send(response, 200, 'application/json', '{"status":"ok"}');
    else if (url.pathname === '/settlement/file')
      this.download(settlementFile(this.sandbox, url.searchParams), response);
    else if (url.pathname === '/settlement/statement')
      this.download(statementFile(this.sandbox, url.searchParams), response);
    else {
      const page = this.desks
        .map((desk) => desk.page(url.pathname, url.searchParams))
        .find((text) => text !== null);
      if (page === undefined) sendText(response, 404, 'Halaman tidak ada.');
      else send(response, 200, 'text/html; charset=utf-8', page);
    }
  }

  private download(file: SettlementFile | null, response: ServerResponse): void {
    if (!file) {
      sendText(response, 400, 'Pengirim, tanggal, bentuk, atau kesalahan yang dipilih tidak dikenal.');
      return;
    }
    const disposition = { 'content-disposition': `attachment; filename="${file.name}"` };
    send(response, 200, file.type, file.content, disposition);
  }

  private async act(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOwnForm(request)) {
      sendText(response, 403, 'Formulir ini bukan dari halaman Bank Sandbox.');
      return;
    }
    const body = await readBody(request, FORM_LIMIT);
    if (body === null) {
      sendText(response, 413, 'Formulir terlalu besar.');
      return;
    }
    try {
      const next = await this.next(url.pathname, new URLSearchParams(body.toString('utf8')));
      if (next === null) sendText(response, 404, 'Tagihan atau pembayaran itu tidak ada lagi.');
      else response.writeHead(303, { ...SECURITY_HEADERS, location: next }).end();
    } catch (error) {
      if (!(error instanceof CounterRefusal)) throw error;
      sendText(response, 409, error.message);
    }
  }

  private async next(action: string, form: URLSearchParams): Promise<string | null> {
    for (const desk of this.desks) {
      const next = await desk.act(action, form);
      if (next !== null) return next;
    }
    return null;
  }
}

/** A page elsewhere must not make this bank pay: the browser says where a form comes from, and by which name it came here. */
function isOwnForm(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (isMisled(request)) return false;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
