import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import {
  bearerToken,
  rsaPublicKey,
  snapAnswer,
  SNAP_SERVICES,
  verifyAccessToken,
  verifyAsymmetric,
  verifySymmetric,
  type SnapCase,
  type SnapService,
} from '@tirtapay/bank-protocol';
import { DEMO_BANKS } from '../src/bank-profile';

type Fields = Readonly<Record<string, unknown>>;

const SERVICES: Readonly<Record<string, SnapService>> = {
  '/api/snap/v1.0/access-token/b2b': SNAP_SERVICES.accessTokenB2b,
  '/api/snap/v1.0/transfer-va/inquiry': SNAP_SERVICES.vaInquiry,
  '/api/snap/v1.0/transfer-va/payment': SNAP_SERVICES.vaPayment,
  '/api/snap/v1.0/transfer-va/status': SNAP_SERVICES.vaStatus,
  '/api/snap/v1.0/qr/qr-mpm-notify': SNAP_SERVICES.qrNotify,
};
const AMOUNT = { value: '70000.00', currency: 'IDR' };

/**
 * A biller that speaks just enough SNAP BI to test the bank against: it checks tokens and both signature modes with
 * the shared library, owes Rp70.000 on every account, and posts a `paymentRequestId` once.
 */
export class SnapBiller {
  readonly calls: { readonly service: SnapService; readonly body: Fields; readonly partner: string }[] = [];
  readonly posted = new Map<string, Fields>();
  private readonly externalIds = new Set<string>();
  private tokens = new Set<string>();
  publicKeyPem = '';

  private readonly server = createServer((request, response) => {
    this.answer(request).then(
      ({ http, ...body }) => {
        response.writeHead(http, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      },
      // The caller hung up in the middle of its request.
      () => response.destroy(),
    );
  });

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** As after a restart without memory. */
  forgetTokens(): void {
    this.tokens = new Set();
  }

  private async answer(request: IncomingMessage): Promise<Fields & { http: number }> {
    const rawBody = await buffer(request);
    const service = SERVICES[request.url ?? ''] ?? SNAP_SERVICES.vaStatus;
    const refusal = this.authenticate(request, service, rawBody);
    if (refusal) return { ...snapAnswer(refusal, service) };
    const body = JSON.parse(rawBody.toString('utf8')) as Fields;
    this.calls.push({ service, body, partner: header(request, 'x-partner-id') });
    const [name, more] = this.decide(service, body);
    return { ...snapAnswer(name, service), ...more };
  }

  private authenticate(request: IncomingMessage, service: SnapService, rawBody: Buffer): SnapCase | null {
    const timestamp = header(request, 'x-timestamp');
    const signature = header(request, 'x-signature');
    const publicKey = rsaPublicKey(this.publicKeyPem);
    if (service === SNAP_SERVICES.accessTokenB2b) {
      const clientKey = header(request, 'x-client-key');
      return verifyAccessToken([publicKey], { clientKey, timestamp }, signature) === 0
        ? null
        : 'unauthorized';
    }
    const externalId = header(request, 'x-external-id');
    const parts = { method: request.method ?? '', endpointUrl: request.url ?? '', timestamp, rawBody };
    const bank = DEMO_BANKS.find(({ snap }) => snap.partnerId === header(request, 'x-partner-id'));
    const accessToken = bearerToken(request.headers.authorization);
    if (bank?.snap.mode === 'SYMMETRIC') {
      if (accessToken === null || !this.tokens.has(accessToken)) return 'invalidToken';
      const secret = bank.snap.secret ?? '';
      if (verifySymmetric([secret], { ...parts, accessToken }, signature) !== 0) return 'unauthorized';
    } else if (verifyAsymmetric([publicKey], parts, signature) !== 0) return 'unauthorized';
    if (!/^\d{1,36}$/.test(externalId) || header(request, 'channel-id') !== '95231')
      return 'invalidFieldFormat';
    if (this.externalIds.has(externalId)) return 'conflict';
    this.externalIds.add(externalId);
    return null;
  }

  private decide(service: SnapService, body: Fields): [SnapCase, Fields?] {
    const { partnerServiceId, customerNo, virtualAccountNo } = body;
    const named = { partnerServiceId, customerNo, virtualAccountNo };
    const id = String(body.paymentRequestId);
    switch (service) {
      case SNAP_SERVICES.accessTokenB2b: {
        const accessToken = `token-${String(this.calls.length)}`;
        this.tokens.add(accessToken);
        return ['successful', { accessToken, tokenType: 'Bearer', expiresIn: '900' }];
      }
      case SNAP_SERVICES.vaInquiry: {
        const bill = { billCode: '01', billNo: `${String(customerNo)}202512`, billAmount: AMOUNT };
        const fees = { totalAmount: AMOUNT, feeAmount: { value: '2500.00', currency: 'IDR' } };
        const due = { ...named, virtualAccountName: 'RINA KURNIA', ...fees, billDetails: [bill] };
        return ['successful', { virtualAccountData: due }];
      }
      case SNAP_SERVICES.vaPayment:
        if (JSON.stringify(body.paidAmount) !== JSON.stringify(AMOUNT)) return ['invalidAmount'];
        if (this.posted.size > 0 && !this.posted.has(id)) return ['paidBill'];
        this.posted.set(id, body);
        return ['successful', { virtualAccountData: { ...named, paymentFlagStatus: '00' } }];
      case SNAP_SERVICES.vaStatus:
        return this.posted.has(id) ? ['successful'] : ['transactionNotFound'];
      default:
        return ['successful'];
    }
  }
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}
