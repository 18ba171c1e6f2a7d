import { Injectable, Logger } from '@nestjs/common';
import { bearerToken } from '@tirtapay/bank-protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { FreshCopy } from '../../../bank-gateway/registry';
import { isSnapUrl } from '../../../bank-gateway/security';
import { DiagnoseCall, type DiagnosedCall } from '../signature/diagnose-call.service';
import type { RefusalProblem } from './scenario';

interface RunningRun {
  readonly id: number;
  readonly bank_id: number;
  readonly key_id: number | null;
}

const EMPTY = Buffer.alloc(0);
/** Whoever knows a key id could make us look at calls: a few at a time, and so many per run, is enough. */
const MAX_AT_ONCE = 8;
const MAX_PER_RUN = 200;

/**
 * While a bank is being certified, its calls that are refused at the door are looked at and written down with what was
 * wrong, because the log of calls knows only authenticated ones. It looks after the answer has left: the caller's
 * clock learns nothing from it.
 */
@Injectable()
export class RefusalWitness {
  private readonly logger = new Logger('certification');
  private readonly running = new FreshCopy(() => this.load());
  private looking = 0;

  constructor(
    private readonly calls: DiagnoseCall,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Installed before the routes. */
  install(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      done();
      const { statusCode } = reply;
      const refused = statusCode === 401 || statusCode === 403;
      const known = request.bankCall !== undefined || request.snapCall !== undefined;
      if (!refused || known || this.looking >= MAX_AT_ONCE) return;
      this.looking += 1;
      this.look(request, statusCode)
        .catch((error: unknown) => {
          this.logger.warn(`a refused call was not looked at: ${String(error)}`);
        })
        .finally(() => {
          this.looking -= 1;
        });
    });
  }

  /** After a run was started in this process, so that its first call is seen already. */
  forget(): void {
    this.running.forget();
  }

  private async look(request: FastifyRequest, httpStatus: number): Promise<void> {
    const snap = isSnapUrl(request.url);
    const named = header(request, snap ? 'x-partner-id' : 'x-api-key') || header(request, 'x-client-key');
    if (named === '') return;
    const runs = await this.running.get();
    if (runs.length === 0) return;
    const { owner, diagnosis } = await this.diagnose(request, snap, named);
    const run = runs.find(
      (candidate) =>
        candidate.bank_id === owner?.bankId &&
        (snap || candidate.key_id === null || candidate.key_id === owner.nativeKeyId),
    );
    if (run === undefined) return;
    const problems = httpStatus === 403 ? [unlisted(request.clientAddress)] : diagnosis.problems;
    if (problems.length > 0) await this.write(run.id, request, { snap, httpStatus, problems });
  }

  private diagnose(request: FastifyRequest, snap: boolean, named: string): Promise<DiagnosedCall> {
    const claim = {
      method: request.method,
      requestTarget: request.raw.url ?? '',
      timestamp: header(request, 'x-timestamp'),
      signature: header(request, 'x-signature'),
      rawBody: request.rawBody ?? EMPTY,
    };
    return snap
      ? this.calls.snap(named, { ...claim, accessToken: bearerToken(request.headers.authorization) ?? '' })
      : this.calls.native(named, { ...claim, requestId: header(request, 'x-request-id') });
  }

  private async write(
    runId: number,
    request: FastifyRequest,
    seen: { snap: boolean; httpStatus: number; problems: readonly RefusalProblem[] },
  ): Promise<void> {
    const requestId = header(request, seen.snap ? 'x-external-id' : 'x-request-id');
    await this.database.log(
      `INSERT INTO certification_refusal (run_id, seen_at, protocol, method, path, request_id, http_status, problems)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8
       WHERE (SELECT count(*) FROM certification_refusal WHERE run_id = $1) < ${String(MAX_PER_RUN)}`,
      [
        runId,
        this.clock.date(),
        seen.snap ? 'SNAP' : 'NATIVE',
        request.method,
        (request.url.split('?', 1)[0] ?? '').slice(0, 200),
        requestId === '' ? request.id : requestId.slice(0, 64),
        seen.httpStatus,
        JSON.stringify(seen.problems),
      ],
    );
  }

  private load(): Promise<RunningRun[]> {
    return this.database.screen<RunningRun>(
      "SELECT id, bank_id, key_id FROM certification_run WHERE status = 'RUNNING'",
    );
  }
}

function header(request: FastifyRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

function unlisted(address: string): RefusalProblem {
  return {
    code: 'ADDRESS',
    message: {
      id: `Alamat ${address} tidak ada di daftar IP bank mana pun. Daftarkan alamat keluar bank ini.`,
      en: `The address ${address} is on no bank’s allow-list. Register this bank’s outgoing address.`,
    },
  };
}
