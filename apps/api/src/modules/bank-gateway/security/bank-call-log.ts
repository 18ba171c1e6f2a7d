import { Injectable, Logger } from '@nestjs/common';
import { networkOf } from '@tirtapay/bank-protocol';
import { maskAddress, maskName } from '@tirtapay/domain';
import { auditAside } from '../../../platform/audit';
import { Database, storableText, WriteBehind } from '../../../platform/database';
import { markCredentialsUsed } from '../registry';
import { OWN_TEST_PREFIX } from './own-test';

export interface BankCallEntry {
  readonly bankId: number;
  /** The native key that signed, or null for a SNAP partner. */
  readonly keyId: number | null;
  readonly snapPartnerId: number | null;
  /** What we hold the caller's signature against; access tokens are shortened in it. */
  readonly stringToSign: string | null;
  readonly receivedAt: number;
  readonly method: string;
  readonly requestTarget: string;
  readonly requestId: string;
  readonly requestTimestamp: string;
  readonly ip: string;
  readonly httpStatus: number;
  readonly code: string | null;
  readonly replayed: boolean;
  readonly bankReference: string | null;
  readonly latencyUs: number;
  readonly requestBody: string | null;
  readonly responseBody: string | null;
}

const FLUSH_MILLISECONDS = 50;
const FLUSH_ROWS = 500;
const MAX_BODY = 4_000;
const MAX_HELD = 20_000;
const MAX_INT = 2_147_483_647;
/** `last_used_at` is for people who ask whether a key is still in use: to ten seconds is near enough for them. */
const MARK_USED_MILLISECONDS = 10_000;

const INSERT = `
  INSERT INTO payment_transaction (bank_id, key_id, received_at, method, request_target, request_id, request_timestamp, ip,
    http_status, code, replayed, bank_reference, latency_us, request_body, response_body, snap_partner_id, string_to_sign)
  SELECT bank_id, key_id, to_timestamp(received_at / 1000.0), method, request_target, request_id, request_timestamp, nullif(ip, '')::inet,
    http_status, code, replayed, bank_reference, latency_us, request_body, response_body, snap_partner_id, string_to_sign
  FROM unnest($1::bigint[], $2::bigint[], $3::float8[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[],
    $10::text[], $11::bool[], $12::text[], $13::int[], $14::text[], $15::text[], $16::bigint[], $17::text[])
    AS e(bank_id, key_id, received_at, method, request_target, request_id, request_timestamp, ip, http_status, code, replayed,
      bank_reference, latency_us, request_body, response_body, snap_partner_id, string_to_sign)`;

/** When the answer to an earlier try was lost: what that try stored is left out. */
const INSERT_MISSING = `${INSERT}
  WHERE NOT EXISTS (SELECT FROM payment_transaction t WHERE t.bank_id = e.bank_id
    AND t.received_at = to_timestamp(e.received_at / 1000.0) AND t.request_id = e.request_id AND t.latency_us = e.latency_us)`;

// Each ends with its quote, or with the body that is cut in the middle of it.
const NAMES =
  /("(?:name|customer_name|virtualAccountName|destinationAccountName)"\s*:\s*)"((?:[^"\\]|\\.)*)(?:"|\\?$)/g;
const ADDRESSES = /("address"\s*:\s*)"((?:[^"\\]|\\.)*)(?:"|\\?$)/g;
const HIDDEN =
  /("(?:virtualAccountEmail|virtualAccountPhone|destinationNumber|email|phone|nik|nomor_hp|[\w-]*(?:secret|password|passwd|token|authorization|api_?key)[\w-]*)"\s*:\s*)"(?:[^"\\]|\\.)*(?:"|\\?$)/gi;
/** Of a sale to somebody else's customer: what is printed for them, with their number in it, and the code they were given. */
const OF_A_SALE = /("(?:text|value)"\s*:\s*|"code"\s*:\s*(?!"[a-z_]+\.[a-z_.]+"))"(?:[^"\\]|\\.)*(?:"|\\?$)/g;
const SALES = '/api/v1/ppob/';

/** What the log keeps of a body: personal data as the public page shows it, what opens something not at all. */
function masked(body: string | null, target: string): string | null {
  if (body === null) return null;
  const shown = storableText(body.slice(0, MAX_BODY))
    .replaceAll(NAMES, (_, key: string, name: string) => `${key}"${maskName(name)}"`)
    .replaceAll(ADDRESSES, (_, key: string, address: string) => `${key}"${maskAddress(address)}"`)
    .replaceAll(HIDDEN, (_, key: string) => `${key}"***"`);
  return target.startsWith(SALES) ? shown.replaceAll(OF_A_SALE, (_, key: string) => `${key}"***"`) : shown;
}

/**
 * Every authenticated call becomes a row of payment_transaction. Rows are written behind the answer in batches of at
 * most 50 ms: a log line per inquiry must not cost a disk flush per inquiry. Refusals before authentication are counted
 * per address (of IPv6 per network) and sampled, so that a flood cannot fill the disk.
 */
@Injectable()
export class BankCallLog {
  private readonly logger = new Logger('bank');
  private readonly rows: WriteBehind<BankCallEntry>;
  private readonly refusals = new Map<string, number>();
  private readonly marked = new Map<string, number>();

  constructor(private readonly database: Database) {
    this.rows = new WriteBehind({
      name: 'bank calls',
      afterMilliseconds: FLUSH_MILLISECONDS,
      batchRows: FLUSH_ROWS,
      heldRows: MAX_HELD,
      store: (rows, again) => this.store(rows, again),
      reportLoss: (rows) =>
        auditAside((sql, values) => database.log(sql, values), {
          actorKind: 'SYSTEM',
          action: 'security.bank_calls_lost',
          entityType: 'payment_transaction',
          after: { rows },
        }),
    });
    database.beforeClosing(() => this.rows.close());
  }

  record(entry: BankCallEntry): void {
    this.rows.add(entry);
  }

  refused(ip: string, code: string): void {
    const key = `${ip.includes(':') ? networkOf(ip) : ip} ${code}`;
    const count = (this.refusals.get(key) ?? 0) + 1;
    this.refusals.set(key, count);
    if (this.refusals.size > 10_000) this.refusals.clear();
    // the 1st, 10th, 100th, … of each address; whoever has one of IPv6 has all of its network
    if (Number.isInteger(Math.log10(count))) {
      auditAside((sql, values) => this.database.writeAside(sql, values), {
        actorKind: 'PUBLIC',
        action: 'security.bank_refused',
        entityType: 'bank_integration',
        ip,
        after: { code, count },
      }).catch((error: unknown) => {
        this.logger.warn(`security event not stored: ${String(error)}`);
      });
    }
  }

  private async store(batch: readonly BankCallEntry[], again: boolean): Promise<void> {
    const column = <K extends keyof BankCallEntry>(name: K) => batch.map((entry) => entry[name]);
    const text = (name: 'method' | 'requestTarget' | 'requestId' | 'requestTimestamp' | 'stringToSign') =>
      column(name).map((value) => (value === null ? null : storableText(value)));
    const [name, statement] = again ? ['missing_bank_calls', INSERT_MISSING] : ['bank_calls', INSERT];
    await this.database.logPrepared(name, statement, [
      column('bankId'),
      column('keyId'),
      column('receivedAt'),
      text('method'),
      text('requestTarget').map((target) => target?.slice(0, 1_000)),
      text('requestId'),
      text('requestTimestamp'),
      column('ip'),
      column('httpStatus'),
      column('code'),
      column('replayed'),
      column('bankReference'),
      column('latencyUs').map((latency) => Math.min(latency, MAX_INT)),
      batch.map(({ requestBody, requestTarget }) => masked(requestBody, requestTarget)),
      batch.map(({ responseBody, requestTarget }) => masked(responseBody, requestTarget)),
      column('snapPartnerId'),
      text('stringToSign'),
    ]);
    const ofBanks = batch.filter(({ requestId }) => !requestId.startsWith(OWN_TEST_PREFIX));
    // The rows stand; a mark that is missed is made by the next call.
    await this.markUsed(
      ofBanks.map(({ keyId }) => keyId),
      column('snapPartnerId'),
    ).catch((error: unknown) => {
      this.logger.warn(`last use of credentials not marked: ${String(error)}`);
    });
  }

  /** Marks the credentials that were used; one that was marked a moment ago is left as it is. */
  private async markUsed(
    keyIds: readonly (number | null)[],
    snapPartnerIds: readonly (number | null)[],
  ): Promise<void> {
    const now = performance.now();
    const due = (kind: string, ids: readonly (number | null)[]) =>
      [...new Set(ids)]
        .filter((id) => id !== null)
        .filter(
          (id) => now - (this.marked.get(`${kind} ${String(id)}`) ?? -Infinity) >= MARK_USED_MILLISECONDS,
        );
    const [keys, partners] = [due('key', keyIds), due('partner', snapPartnerIds)];
    await markCredentialsUsed(this.database, keys, partners);
    for (const id of keys) this.marked.set(`key ${String(id)}`, now);
    for (const id of partners) this.marked.set(`partner ${String(id)}`, now);
  }

  /** Everything recorded so far is in the database when this resolves. */
  settled(): Promise<void> {
    return this.rows.settled();
  }
}
