import { Injectable, Logger } from '@nestjs/common';
import { NATIVE_PATHS } from '@tirtapay/bank-protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../../platform/clock';
import { Database, WriteBehind } from '../../../platform/database';
import { BankDirectory } from '../registry';
import { SnapPartnerDirectory } from './snap/snap-partner-directory';
import { isSnapUrl } from './snap/snap-services';

interface Refusal {
  readonly bankId: number;
  readonly at: number;
}

const FLUSH_MILLISECONDS = 1_000;
const FLUSH_ROWS = 5_000;
const MAX_HELD = 50_000;
/** Lookups are answered from memory; only while credentials are read anew do some wait. */
const MAX_LOOKING = 1_000;
const NATIVE: ReadonlySet<string | undefined> = new Set(Object.values(NATIVE_PATHS));
const NATIVE_REFUSALS: ReadonlySet<number> = new Set([401, 403]);
/** Under SNAP a header that is missing or malformed is a 400, before the signature is looked at. */
const SNAP_REFUSALS: ReadonlySet<number> = new Set([400, 401, 403]);

const ADD = `
  INSERT INTO bank_refusal AS r (bank_id, minute, refusals, last_at)
  SELECT bank_id, date_trunc('minute', at) AS minute, count(*), max(at)
  FROM unnest($1::bigint[], $2::timestamptz[]) AS e(bank_id, at) GROUP BY bank_id, minute ORDER BY bank_id, minute
  ON CONFLICT (bank_id, minute) DO UPDATE
    SET refusals = r.refusals + excluded.refusals, last_at = greatest(r.last_at, excluded.last_at)`;

/**
 * Counts, per bank and minute, the calls that named a live key of the bank and were refused before they were
 * authenticated: a bank whose signer broke shows nowhere else. Looks after the answer has left, so that the time of a
 * refusal does not tell whether the key exists, and writes once a second at most one row per bank and minute. Whoever knows a key
 * id can raise the count: it is a hint, never a proof.
 */
@Injectable()
export class RefusalCount {
  private readonly logger = new Logger('bank');
  private readonly refusals: WriteBehind<Refusal>;
  private looking = 0;

  constructor(
    private readonly directory: BankDirectory,
    private readonly partners: SnapPartnerDirectory,
    database: Database,
    private readonly clock: Clock,
  ) {
    this.refusals = new WriteBehind({
      name: 'refused calls',
      afterMilliseconds: FLUSH_MILLISECONDS,
      batchRows: FLUSH_ROWS,
      heldRows: MAX_HELD,
      // Under a doubt some are counted twice: a hint may be too high, it must not be silent.
      store: (rows) =>
        database.log(ADD, [rows.map(({ bankId }) => bankId), rows.map(({ at }) => new Date(at))]),
      reportLoss: () => Promise.resolve(),
    });
    database.beforeClosing(() => this.refusals.close());
  }

  /** Installed before the routes. */
  install(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      done();
      if (!refusedAtDoor(request, reply) || this.looking >= MAX_LOOKING) return;
      this.looking += 1;
      this.count(request)
        .catch((error: unknown) => {
          this.logger.warn(`a refused call was not counted: ${String(error)}`);
        })
        .finally(() => {
          this.looking -= 1;
        });
    });
  }

  /** What was counted so far is in the database when this resolves. */
  settled(): Promise<void> {
    return this.refusals.settled();
  }

  private async count(request: FastifyRequest): Promise<void> {
    const bankId = await this.claimedBank(request);
    if (bankId !== null) this.refusals.add({ bankId, at: this.clock.now() });
  }

  /** The bank whose live credential the call named, or null: a stranger is nobody's broken signer. */
  private async claimedBank({ headers, url }: FastifyRequest): Promise<number | null> {
    const named = (name: string) => {
      const value = headers[name];
      return typeof value === 'string' ? value : '';
    };
    if (!isSnapUrl(url)) {
      const caller = (await this.directory.credential(named('x-api-key')))?.caller;
      return caller?.kind === 'BANK' ? caller.id : null;
    }
    const partner =
      (await this.partners.byPartnerId(named('x-partner-id'))) ??
      (await this.partners.byClientKey(named('x-client-key')));
    return partner?.bankId ?? null;
  }
}

/** Refused before it was known who calls; what comes later is in the log of calls. */
function refusedAtDoor(request: FastifyRequest, { statusCode }: FastifyReply): boolean {
  if (statusCode < 400 || request.bankCall !== undefined || request.snapCall !== undefined) return false;
  if (isSnapUrl(request.url)) return SNAP_REFUSALS.has(statusCode);
  return NATIVE_REFUSALS.has(statusCode) && NATIVE.has(request.routeOptions.url);
}
