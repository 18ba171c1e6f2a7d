import type { ServerResponse } from 'node:http';
import {
  formatRfc3339,
  NO_SNAP_SERVICE,
  SNAP_SERVICES,
  snapAnswer,
  type SnapService,
} from '@tirtapay/bank-protocol';
import type { BankCall, CallLog } from '../books/call-log';
import type { OrderBook } from '../books/orders';
import type { FaultBoard, HostFaultKind } from '../drills/fault-board';
import type { AccountServices, ServiceBody } from './account-services';
import { expectedText, headerOf, type Admission, type HostCall } from './admission';
import type { CodeServices } from './code-services';
import { Fields } from './fields';
import type { FileService } from './file-service';
import { answerBadly, type HostAnswer } from './host-faults';
import { Refusal } from './refusal';

/** Paths below the base path, each with its one method (payment-standards §1.1). */
const SERVICES: Readonly<
  Record<string, { readonly service: SnapService; readonly methods: readonly string[] }>
> = {
  '/v1.0/access-token/b2b': { service: SNAP_SERVICES.accessTokenB2b, methods: ['POST'] },
  '/v1.0/transfer-va/create-va': { service: SNAP_SERVICES.createVa, methods: ['POST'] },
  '/v1.0/transfer-va/update-va': { service: SNAP_SERVICES.updateVa, methods: ['PUT'] },
  '/v1.0/transfer-va/update-status': { service: SNAP_SERVICES.updateVaStatus, methods: ['PUT'] },
  '/v1.0/transfer-va/inquiry-va': { service: SNAP_SERVICES.inquiryVa, methods: ['POST'] },
  '/v1.0/transfer-va/delete-va': { service: SNAP_SERVICES.deleteVa, methods: ['DELETE'] },
  // ASPI prints GET in the table and POST, with a body, in the sample.
  '/v1.0/transfer-va/report': { service: SNAP_SERVICES.vaReport, methods: ['POST', 'GET'] },
  '/v1.0/settlement/file': { service: SNAP_SERVICES.settlementFile, methods: ['POST'] },
  '/v1.0/qr/qr-mpm-generate': { service: SNAP_SERVICES.qrGenerate, methods: ['POST'] },
  '/v1.0/qr/qr-mpm-query': { service: SNAP_SERVICES.qrQuery, methods: ['POST'] },
  '/v1.0/qr/qr-mpm-cancel': { service: SNAP_SERVICES.qrCancel, methods: ['POST'] },
  '/v1.0/qr/qr-mpm-refund': { service: SNAP_SERVICES.qrRefund, methods: ['POST'] },
};

/** `/snap/…` is the first demo bank, `/kedua/snap/…` any other. */
const BASE = /^(?:\/([a-z0-9-]{1,32}))?\/snap(\/.*)$/;

const UNANSWERED = {
  status: null,
  response_code: null,
  response_body: null,
  failure: 'bank sengaja tidak menjawab',
};

export interface SnapHostOptions {
  readonly admission: Admission;
  readonly accounts: AccountServices;
  readonly codes: CodeServices;
  readonly files: FileService;
  readonly orders: OrderBook;
  readonly faults: FaultBoard;
  readonly calls: CallLog;
  readonly now: () => number;
}

/** The bank's SNAP BI host: what the biller calls to open accounts and codes and to ask what became of them. */
export class SnapHost {
  constructor(private readonly options: SnapHostOptions) {}

  /** The bank and the path below its base, or null when the URL is none of the host's. */
  static route(target: string): { readonly bank: string | null; readonly path: string } | null {
    const match = BASE.exec(target.split('?', 1)[0] ?? '');
    return match === null ? null : { bank: match[1] ?? null, path: match[2] ?? '' };
  }

  async serve(call: HostCall, path: string, response: ServerResponse): Promise<void> {
    const { calls, faults, now } = this.options;
    const at = now();
    const started = performance.now();
    const known = SERVICES[path];
    const service = known?.service ?? NO_SNAP_SERVICE;
    const fault = faults.takeForService(service, call.body.toString());
    const answer = this.answer(call, known, fault);
    calls.add({
      ...logged(call, service, answer),
      ...(fault?.startsWith('timeout') ? UNANSWERED : {}),
      at: formatRfc3339(at),
      elapsed_ms: Math.round(performance.now() - started),
      fault,
    });
    if (fault === null) send(response, answer);
    else await answerBadly(fault, response, answer);
  }

  private answer(
    call: HostCall,
    known: (typeof SERVICES)[string] | undefined,
    fault: HostFaultKind | null,
  ): HostAnswer {
    const service = known?.service ?? NO_SNAP_SERVICE;
    try {
      if (!known) throw new Refusal('invalidRouting');
      if (!known.methods.includes(call.method)) throw new Refusal('functionNotSupported');
      if (fault === 'invalid-token') this.options.admission.forgetTokens();
      const admitted = this.admit(call, known.service);
      if (fault === 'cutoff') throw new Refusal('featureNotAllowedNow', 'Cut Off In Progress');
      if (fault === 'error-500') throw new Refusal('generalError');
      if (fault === 'timeout') throw new Refusal('timeout');
      const body = this.perform(call, known.service, admitted);
      if (fault === 'accept-then-fail') this.lose(call.bank, body);
      return answerOf(snapAnswer('successful', service), body, this.options.now());
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return answerOf(error.answer(service), {}, this.options.now());
    }
  }

  /** The token for service 73, nothing for the others. */
  private admit(call: HostCall, service: SnapService): string | null {
    const { admission } = this.options;
    if (service === SNAP_SERVICES.accessTokenB2b) return admission.issueToken(call);
    admission.admit(call, service);
    return null;
  }

  private perform(call: HostCall, service: SnapService, token: string | null): ServiceBody {
    if (token !== null) {
      Fields.of(call.body).text('grantType', 32, /^client_credentials$/);
      return { accessToken: token, tokenType: 'Bearer', expiresIn: '900', additionalInfo: {} };
    }
    const { accounts, codes, files } = this.options;
    const perform = accounts.byCode.get(service) ?? codes.byCode.get(service) ?? files.byCode.get(service);
    if (!perform) throw new Refusal('functionNotSupported');
    return perform(call.bank, Fields.of(call.body));
  }

  /** "200 then fail": what was just promised is not there any more. */
  private lose(bank: string, body: ServiceBody): void {
    const { orders } = this.options;
    const account = body.virtualAccountData as { trxId?: string } | undefined;
    const order =
      orders.account(bank, account?.trxId ?? '') ??
      orders.code({ bank, referenceNo: typeof body.referenceNo === 'string' ? body.referenceNo : null });
    if (order) orders.record({ ...order, status: 'LOST' });
  }
}

function answerOf(
  { http, responseCode, responseMessage }: ReturnType<typeof snapAnswer>,
  body: ServiceBody,
  now: number,
): HostAnswer {
  const text = JSON.stringify({ responseCode, responseMessage, ...body });
  return { status: http, code: responseCode, text, timestamp: formatRfc3339(now, 420) };
}

function send(response: ServerResponse, { status, text, timestamp }: HostAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-timestamp': timestamp }).end(text);
}

function logged(
  call: HostCall,
  service: string,
  answer: HostAnswer,
): Omit<BankCall, 'id' | 'at' | 'elapsed_ms' | 'fault'> {
  const token = /"accessToken":"[^"]*"/;
  return {
    direction: 'IN',
    protocol: 'SNAP',
    bank: call.bank,
    operation: `snap-${service}`,
    method: call.method,
    target: call.target,
    request_body: call.body.toString('utf8'),
    string_to_sign: expectedText(call),
    signature: headerOf(call.headers, 'X-SIGNATURE') || null,
    status: answer.status,
    response_code: answer.code,
    response_body: answer.text.replace(token, '"accessToken":"…"'),
    verdict: null,
    string_to_verify: null,
    answer_signature: null,
    failure: null,
  };
}
