import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import {
  formatRfc3339,
  parseRfc3339,
  parseStrictJson,
  readNativeHeaders,
  signNativeResponse,
  verifyNative,
  withinWindow,
} from '@tirtapay/bank-protocol';
import { DEMO_BANKS } from '../src/bank-profile';

/** What the biller does to the next answer of a path: a network that cuts, a proxy that alters, a server in trouble. */
export type Fault = 'cut-after-commit' | 'alter-body' | 'unsigned' | 'outcome-unknown';

interface Posting {
  readonly fingerprint: string;
  readonly body: string;
  reversed: boolean;
}

interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const BILLS = [
  { number: '010203000046202510', period: '2025-10', principal: 70_000, penalty: 10_000 },
  { number: '010203000046202511', period: '2025-11', principal: 62_000, penalty: 0 },
];
const ADMIN_FEE = 2_500;

/**
 * A biller that knows one customer (010203000046, two open bills) and speaks just enough of bank-api.md to test the
 * bank against: it checks key, signature, time and nonce, signs its answers, and posts a reference once.
 */
export class FakeBiller {
  readonly calls: { readonly method: string; readonly target: string; readonly body: string }[] = [];
  /** One-shot faults by path. */
  readonly faults = new Map<string, Fault>();
  private readonly postings = new Map<string, Posting>();
  private readonly tombstones = new Set<string>();
  private readonly nonces = new Set<string>();
  private url = '';

  private readonly server = createServer((request, response) => {
    void this.answer(request).then((reply) => {
      if (reply === null) response.destroy();
      else response.writeHead(reply.status, reply.headers).end(reply.body);
    });
  });

  constructor(private readonly now: () => number) {}

  get baseUrl(): string {
    return this.url;
  }

  /** References posted and not reversed. */
  get postedReferences(): string[] {
    return [...this.postings].filter(([, { reversed }]) => !reversed).map(([reference]) => reference);
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage): Promise<Reply | null> {
    const rawBody = await buffer(request);
    const [method, target] = [request.method ?? '', request.url ?? ''];
    const headers = readNativeHeaders(request.headers);
    const bank = DEMO_BANKS.find(({ keyId }) => keyId === headers?.keyId);
    const sentAt = parseRfc3339(headers?.timestamp ?? '');
    const timely = sentAt !== null && withinWindow(sentAt, this.now());
    const verified =
      headers &&
      verifyNative(
        bank ? [bank.secret] : [],
        { ...headers, method, requestTarget: target, rawBody },
        headers.signature,
      );
    if (!headers || !bank || verified !== 0 || !timely)
      return problem(401, 'auth.signature_invalid', 'Tanda tangan salah');

    this.calls.push({ method, target, body: rawBody.toString() });
    const path = target.split('?')[0] ?? '';
    const fault = this.faults.get(path);
    this.faults.delete(path);
    const replayed = this.nonces.has(headers.requestId);
    this.nonces.add(headers.requestId);
    const reply = replayed
      ? problem(409, 'auth.replayed', 'Permintaan diputar ulang')
      : this.decide(method, target, rawBody);
    if (fault === 'cut-after-commit') return null;
    const said =
      fault === 'outcome-unknown' ? problem(503, 'payment.outcome_unknown', 'Hasil belum pasti') : reply;
    const timestamp = formatRfc3339(this.now());
    const parts = {
      status: said.status,
      requestId: headers.requestId,
      timestamp,
      rawBody: Buffer.from(said.body),
    };
    const signature = { 'x-timestamp': timestamp, 'x-signature': signNativeResponse(bank.secret, parts) };
    return {
      status: said.status,
      headers: {
        'content-type': 'application/json',
        ...said.headers,
        ...(fault === 'unsigned' ? {} : signature),
      },
      body: fault === 'alter-body' ? said.body.replace('POSTED', 'P0STED') : said.body,
    };
  }

  private decide(method: string, target: string, rawBody: Buffer): Reply {
    const [path = '', query = ''] = target.split('?');
    const parsed = parseStrictJson(rawBody, { maxBytes: 65_536, plainIntegersOnly: true });
    const body = (parsed.ok ? parsed.value : {}) as Record<string, unknown>;
    const reference = new URLSearchParams(query).get('bank_reference') ?? text(body.bank_reference);
    switch (`${method} ${path}`) {
      case 'POST /api/v1/payment/verify':
        return this.verify(text(body.customer_number), Number(body.bill_count ?? BILLS.length));
      case 'POST /api/v1/payment/process':
        return this.process(reference, body);
      case 'GET /api/v1/payment/status':
        return this.status(reference);
      case 'POST /api/v1/payment/reversal':
        return this.reverse(reference);
      default:
        return problem(404, 'request.not_found', 'Alamat tidak ada');
    }
  }

  private verify(customerNumber: string, count: number): Reply {
    if (customerNumber !== '010203000046')
      return problem(404, 'customer.not_found', 'Pelanggan tidak ditemukan');
    if (this.postedReferences.length > 0) return problem(404, 'bill.none_open', 'Tidak ada tagihan');
    const bills = BILLS.slice(0, count);
    return ok({
      inquiry_id: `inq-${String(count)}`,
      customer: {
        customer_number: customerNumber,
        name: 'RINA <KURNIA>',
        address: 'JL. MAWAR 3',
        tariff_category: 'RT1',
      },
      bills: bills.map(({ number, period, principal, penalty }) => ({
        bill_number: number,
        period,
        usage_m3: 25,
        previous_stand: 100,
        current_stand: 125,
        principal,
        penalty,
        total: principal + penalty,
        due_date: '2025-11-20',
      })),
      ...amounts(count),
      valid_until: formatRfc3339(this.now() + 1_800_000),
    });
  }

  private process(reference: string, body: Record<string, unknown>): Reply {
    const fingerprint = `${text(body.inquiry_id)} ${String(body.amount)}`;
    const earlier = this.postings.get(reference);
    if (this.tombstones.has(reference) || earlier?.reversed)
      return problem(409, 'payment.reversed', 'Sudah dibatalkan');
    if (earlier && earlier.fingerprint !== fingerprint) {
      return problem(422, 'payment.reference_reused', 'Referensi dipakai pembayaran lain');
    }
    if (earlier) return { ...ok(earlier.body), headers: { 'idempotent-replayed': 'true' } };
    if (this.postedReferences.length > 0) return problem(409, 'bill.already_paid', 'Tagihan sudah dibayar');
    const count = Number(text(body.inquiry_id).slice(4));
    const due = amounts(count);
    if (body.amount !== due.total_amount) {
      return problem(422, 'payment.amount_mismatch', 'Jumlah berbeda', { current_amount: due.total_amount });
    }
    const posted = JSON.stringify({
      status: 'POSTED',
      payment_id: '1',
      receipt_number: 'SUL-TLR-20260115-000001',
      bank_reference: reference,
      customer_number: '010203000046',
      bills: BILLS.slice(0, count).map(({ number, period, principal, penalty }) => ({
        bill_number: number,
        period,
        principal,
        penalty,
        total: principal + penalty,
      })),
      ...due,
      channel: body.channel,
      paid_at: body.paid_at,
      posted_at: formatRfc3339(this.now()),
      receipt_url: '/kwitansi/abc',
    });
    this.postings.set(reference, { fingerprint, body: posted, reversed: false });
    return ok(posted);
  }

  private status(reference: string): Reply {
    const posting = this.postings.get(reference);
    if (!posting) return problem(404, 'payment.not_found', 'Pembayaran tidak ditemukan');
    return ok(posting.reversed ? posting.body.replace('POSTED', 'REVERSED') : posting.body);
  }

  private reverse(reference: string): Reply {
    const posting = this.postings.get(reference);
    if (!posting) this.tombstones.add(reference);
    else posting.reversed = true;
    return ok({ status: 'REVERSED', was_posted: posting !== undefined });
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function amounts(count: number) {
  const billAmount = BILLS.slice(0, count).reduce(
    (sum, { principal, penalty }) => sum + principal + penalty,
    0,
  );
  return {
    bill_amount: billAmount,
    stamp_duty: 0,
    admin_fee: ADMIN_FEE,
    total_amount: billAmount + ADMIN_FEE,
  };
}

function ok(body: object | string): Reply {
  return { status: 200, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

function problem(status: number, code: string, title: string, more: object = {}): Reply {
  const headers = { 'content-type': 'application/problem+json' };
  return {
    status,
    headers,
    body: JSON.stringify({ type: `/problems/${code}`, title, status, code, request_id: 'x', ...more }),
  };
}
