import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  rsaPublicKey,
  snapAnswer,
  SNAP_SERVICES,
  verifyAccessToken,
  verifyAsymmetric,
  verifySymmetric,
  type SnapCase,
  type SnapService,
} from '@tirtapay/bank-protocol';
import { buildDynamicQris, rupiah } from '@tirtapay/domain';
import { Vault } from '../../src/platform/security';
import { OutboundDirectory } from '../../src/modules/bank-gateway/outbound';
import type { TestBank } from './factory';
import type { TestApp } from './test-app';

/** What a bank does instead of answering properly. */
export type Misbehaviour =
  /** Does nothing and cuts the line. */
  | 'CUT_BEFORE'
  /** Does it and cuts the line. */
  | 'CUT_AFTER'
  | 'ERROR_500_AFTER'
  | 'GARBAGE'
  | 'REDIRECT'
  | 'REFUSE'
  | 'IN_PROGRESS_202';

interface Account {
  readonly trxId: string;
  readonly virtualAccountNo: string;
  readonly amount: string;
  state: 'OPEN' | 'PAID' | 'GONE';
  payment: Payment | null;
}

interface Code {
  readonly partnerReferenceNo: string;
  readonly referenceNo: string;
  readonly amount: string;
  readonly payload: string;
  state: 'OPEN' | 'PAID' | 'GONE';
  payment: Payment | null;
}

interface Payment {
  readonly reference: string;
  readonly at: string;
}

type Fields = Readonly<Record<string, unknown>>;

export interface SnapBankCall {
  readonly service: SnapService;
  readonly method: string;
  readonly externalId: string;
  readonly body: Fields;
}

const SERVICES: Readonly<Record<string, SnapService>> = {
  'POST /v1.0/access-token/b2b': SNAP_SERVICES.accessTokenB2b,
  'POST /v1.0/transfer-va/create-va': SNAP_SERVICES.createVa,
  'PUT /v1.0/transfer-va/update-va': SNAP_SERVICES.updateVa,
  'PUT /v1.0/transfer-va/update-status': SNAP_SERVICES.updateVaStatus,
  'POST /v1.0/transfer-va/inquiry-va': SNAP_SERVICES.inquiryVa,
  'DELETE /v1.0/transfer-va/delete-va': SNAP_SERVICES.deleteVa,
  'POST /v1.0/transfer-va/report': SNAP_SERVICES.vaReport,
  'POST /v1.0/settlement/file': SNAP_SERVICES.settlementFile,
  'POST /v1.0/qr/qr-mpm-generate': SNAP_SERVICES.qrGenerate,
  'POST /v1.0/qr/qr-mpm-query': SNAP_SERVICES.qrQuery,
  'POST /v1.0/qr/qr-mpm-cancel': SNAP_SERVICES.qrCancel,
  'POST /v1.0/qr/qr-mpm-refund': SNAP_SERVICES.qrRefund,
};

const BASE = '/snap';
export const PARTNER_SERVICE_ID = '   13501';

/** The SNAP host of a bank on a port of its own: verifies every signature, keeps accounts and codes, misbehaves on demand. */
export class SnapBank {
  readonly calls: SnapBankCall[] = [];
  readonly accounts = new Map<string, Account>();
  readonly codes = new Map<string, Code>();
  readonly refused: string[] = [];
  private readonly keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  /** What it gave us to sign with. */
  readonly secret = randomBytes(24).toString('base64url');
  private readonly server: Server;
  /** What it let us in with. */
  readonly tokens = new Set<string>();
  private readonly planned: { service: SnapService; misbehaviour: Misbehaviour }[] = [];
  private readonly externalIds = new Set<string>();
  private mode: 'SYMMETRIC' | 'ASYMMETRIC' = 'SYMMETRIC';
  /** What a code asks for instead of the amount ordered. */
  qrAmount: number | null = null;
  /** What it says of a payment it is asked about; by another name, it tells no `paymentRequestId` of its service 25. */
  says = { name: 'OWN' as 'OWN' | 'ANOTHER', time: true };
  /** What the report says instead of what was paid. */
  report: Fields | null = null;

  constructor() {
    this.server = createServer((request, response) => {
      this.serve(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}${BASE}`;
  }

  /** Makes this host the one our API calls for a bank. */
  async connect(
    app: TestApp,
    bank: TestBank,
    wishes: { mode?: 'SYMMETRIC' | 'ASYMMETRIC'; vaMinutes?: number; qrisMinutes?: number } = {},
  ): Promise<void> {
    this.mode = wishes.mode ?? 'SYMMETRIC';
    const vault = app.get(Vault);
    const sealed = (column: string, text: string) =>
      vault.seal(text, { table: 'bank_outbound', column, id: bank.id });
    await app.database.query(
      `INSERT INTO bank_outbound (bank_id, base_url, client_key, partner_id, channel_id, partner_service_id, mode, secret_enc,
         private_key_enc, merchant_id, terminal_id, va_minutes, qris_minutes)
       VALUES ($1, $2, 'pdam-key', 'pdam', '95051', $3, $4, $5, $6, 'M001', 'A01', $7, $8)`,
      [
        bank.id,
        this.url,
        PARTNER_SERVICE_ID,
        this.mode,
        sealed('secret_enc', this.secret),
        sealed('private_key_enc', this.keys.privateKey),
        wishes.vaMinutes ?? 120,
        wishes.qrisMinutes ?? 30,
      ],
    );
    app.get(OutboundDirectory).forget();
  }

  /** The next call of this service goes wrong. */
  next(service: SnapService, misbehaviour: Misbehaviour): void {
    this.planned.push({ service, misbehaviour });
  }

  callsOf(service: SnapService): SnapBankCall[] {
    return this.calls.filter((call) => call.service === service);
  }

  forgetTokens(): void {
    this.tokens.clear();
  }

  /** Somebody pays here; who is told of it is another matter. */
  pay(reference: string, account: Account | Code | undefined, at: string): void {
    if (account?.state !== 'OPEN') throw new Error('nothing open to pay');
    account.state = 'PAID';
    account.payment = { reference, at };
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    const path = (request.url ?? '').slice(BASE.length);
    const service = SERVICES[`${request.method ?? ''} ${path}`];
    if (service === undefined) {
      response.writeHead(404).end();
      return;
    }
    const refusal = this.authenticate(request, service, raw);
    if (refusal !== null) {
      this.refused.push(`${service} ${refusal}`);
      send(response, refusal, service);
      return;
    }
    const body = JSON.parse(raw.toString('utf8')) as Fields;
    this.calls.push({
      service,
      method: request.method ?? '',
      externalId: header(request, 'x-external-id'),
      body,
    });
    const plan = this.planned.findIndex((entry) => entry.service === service);
    const misbehaviour = plan < 0 ? null : (this.planned.splice(plan, 1)[0]?.misbehaviour ?? null);
    this.misbehaveOrAnswer(misbehaviour, response, service, body);
  }

  private misbehaveOrAnswer(
    misbehaviour: Misbehaviour | null,
    response: ServerResponse,
    service: SnapService,
    body: Fields,
  ): void {
    switch (misbehaviour) {
      case 'CUT_BEFORE':
        response.destroy();
        return;
      case 'REFUSE':
        send(response, 'doNotHonor', service);
        return;
      case 'GARBAGE':
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html>maintenance</html>');
        return;
      case 'REDIRECT':
        response.writeHead(302, { location: `${this.url}/v1.0/elsewhere` }).end();
        return;
    }
    const [name, fields] = this.answer(service, body);
    if (misbehaviour === 'CUT_AFTER') response.destroy();
    else if (misbehaviour === 'ERROR_500_AFTER') send(response, 'generalError', service);
    else if (misbehaviour === 'IN_PROGRESS_202') send(response, 'inProgress', service);
    else send(response, name, service, fields);
  }

  private authenticate(request: IncomingMessage, service: SnapService, rawBody: Buffer): SnapCase | null {
    const timestamp = header(request, 'x-timestamp');
    const signature = header(request, 'x-signature');
    const publicKey = rsaPublicKey(this.keys.publicKey);
    if (service === SNAP_SERVICES.accessTokenB2b)
      return verifyAccessToken(
        [publicKey],
        { clientKey: header(request, 'x-client-key'), timestamp },
        signature,
      ) < 0
        ? 'unauthorized'
        : null;
    const externalId = header(request, 'x-external-id');
    if (!/^\d{1,36}$/.test(externalId)) return 'invalidFieldFormat';
    if (this.externalIds.has(externalId)) return 'conflict';
    const parts = { method: request.method ?? '', endpointUrl: request.url ?? '', timestamp, rawBody };
    if (this.mode === 'ASYMMETRIC') {
      if (verifyAsymmetric([publicKey], parts, signature) < 0) return 'unauthorized';
    } else {
      const accessToken = /^Bearer (.+)$/.exec(header(request, 'authorization'))?.[1] ?? '';
      if (!this.tokens.has(accessToken)) return 'invalidToken';
      if (verifySymmetric([this.secret], { ...parts, accessToken }, signature) < 0) return 'unauthorized';
    }
    this.externalIds.add(externalId);
    return null;
  }

  private answer(service: SnapService, body: Fields): [SnapCase, Fields?] {
    switch (service) {
      case SNAP_SERVICES.accessTokenB2b: {
        const accessToken = randomBytes(24).toString('base64url');
        this.tokens.add(accessToken);
        return ['successful', { accessToken, tokenType: 'Bearer', expiresIn: '900' }];
      }
      case SNAP_SERVICES.qrGenerate:
      case SNAP_SERVICES.qrQuery:
      case SNAP_SERVICES.qrCancel:
      case SNAP_SERVICES.qrRefund:
        return this.answerCode(service, body);
      default:
        return this.answerAccount(service, body);
    }
  }

  private answerAccount(service: SnapService, body: Fields): [SnapCase, Fields?] {
    if (service === SNAP_SERVICES.settlementFile) return ['successful', this.report ?? {}];
    if (service === SNAP_SERVICES.vaReport) {
      if (this.report !== null) return ['successful', this.report];
      const paid = [...this.accounts.values()].filter((account) => account.payment !== null);
      return [
        'successful',
        {
          virtualAccountdata: paid.map((account) => ({
            virtualAccountNo: account.virtualAccountNo,
            paymentRequestId: account.payment?.reference,
            paidAmount: { value: account.amount, currency: 'IDR' },
            trxDateTime: account.payment?.at,
          })),
        },
      ];
    }
    const trxId = String(body.trxId);
    const account = this.accounts.get(trxId);
    if (service === SNAP_SERVICES.createVa) {
      if (account !== undefined) return ['duplicateReference'];
      const { value } = body.totalAmount as { value: string };
      const virtualAccountNo = String(body.virtualAccountNo);
      this.accounts.set(trxId, { trxId, virtualAccountNo, amount: value, state: 'OPEN', payment: null });
      return ['successful', { virtualAccountData: { ...body } }];
    }
    if (account === undefined || account.state === 'GONE') return ['invalidBill'];
    if (service === SNAP_SERVICES.deleteVa) {
      if (account.state === 'PAID') return ['paidBill'];
      account.state = 'GONE';
      return ['successful'];
    }
    if (service !== SNAP_SERVICES.inquiryVa) return ['successful', { virtualAccountData: { ...body } }];
    const { payment } = account;
    return [
      'successful',
      {
        virtualAccountData: {
          trxId,
          totalAmount: { value: account.amount, currency: 'IDR' },
          additionalInfo: { paidStatus: payment === null ? 'N' : 'Y' },
          ...(payment === null
            ? {}
            : {
                ...(this.says.name === 'OWN'
                  ? { paymentRequestId: payment.reference }
                  : { referenceNo: `NO-${payment.reference}` }),
                paidAmount: { value: account.amount, currency: 'IDR' },
                ...(this.says.time && { trxDateTime: payment.at }),
              }),
        },
      },
    ];
  }

  private answerCode(service: SnapService, body: Fields): [SnapCase, Fields?] {
    if (service === SNAP_SERVICES.qrGenerate) return this.generate(body);
    const code = this.codes.get(String(body.originalPartnerReferenceNo));
    if (code === undefined) return ['transactionNotFound'];
    const originals = {
      originalReferenceNo: code.referenceNo,
      originalPartnerReferenceNo: code.partnerReferenceNo,
    };
    if (service === SNAP_SERVICES.qrQuery) {
      const latest = { OPEN: '01', PAID: '00', GONE: '05' }[code.state];
      const paid = {
        ...(this.says.time && { paidTime: code.payment?.at }),
        ...(this.says.name === 'OWN' && { additionalInfo: { paymentReference: code.payment?.reference } }),
      };
      return [
        'successful',
        {
          ...originals,
          serviceCode: '47',
          latestTransactionStatus: latest,
          amount: { value: code.amount, currency: 'IDR' },
          ...(code.payment === null ? {} : paid),
        },
      ];
    }
    if (service === SNAP_SERVICES.qrRefund)
      return [
        'successful',
        { ...originals, refundNo: `RF-${code.referenceNo}`, refundTime: code.payment?.at },
      ];
    if (code.state === 'PAID') return ['invalidTransactionStatus'];
    code.state = 'GONE';
    return ['successful', originals];
  }

  private generate(body: Fields): [SnapCase, Fields?] {
    const partnerReferenceNo = String(body.partnerReferenceNo);
    if (this.codes.has(partnerReferenceNo)) return ['duplicateReference'];
    const { value } = body.amount as { value: string };
    const referenceNo = `QRREF${String(this.codes.size + 1).padStart(6, '0')}`;
    const payload = buildDynamicQris({
      merchantName: 'PERUMDA TIRTA ANOA',
      city: 'KENDARI',
      postalCode: '93111',
      nmid: 'ID1020000000001',
      mpan: '9360013510000000009',
      criteria: 'UME',
      acquirerDomain: 'ID.CO.BANKSULTRA.WWW',
      amount: rupiah(this.qrAmount ?? Number.parseInt(value, 10)),
      billNumber: partnerReferenceNo,
      referenceLabel: partnerReferenceNo,
      terminalLabel: 'A01',
    });
    this.codes.set(partnerReferenceNo, {
      partnerReferenceNo,
      referenceNo,
      amount: value,
      payload,
      state: 'OPEN',
      payment: null,
    });
    return ['successful', { referenceNo, partnerReferenceNo, qrContent: payload }];
  }
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

function send(response: ServerResponse, name: SnapCase, service: SnapService, fields: Fields = {}): void {
  const { http, responseCode, responseMessage } = snapAnswer(name, service);
  response
    .writeHead(http, { 'content-type': 'application/json' })
    .end(JSON.stringify({ responseCode, responseMessage, ...fields }));
}
