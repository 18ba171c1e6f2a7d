import { Injectable } from '@nestjs/common';
import { BANK_PROTOCOLS } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database, type RowOf } from '../../../platform/database';
import {
  dayFilters,
  listAll,
  listPage,
  type ListDefinition,
  type ListParameters,
  type PageOf,
} from '../../../platform/list';
import { Problem } from '../../../platform/problem';
import { type BankCallDetailDto, type BankCallDto } from './dto/bank-call.dto';
import type { PaymentTransaction } from '../../bank-gateway/security';

type CallRow = RowOf<
  PaymentTransaction,
  'id' | 'bankId' | 'receivedAt' | 'method' | 'requestTarget' | 'httpStatus'
> &
  RowOf<PaymentTransaction, 'code' | 'replayed' | 'bankReference' | 'latencyUs' | 'snapPartnerId'> & {
    readonly bank_code: string;
    readonly bank_name: string;
  };

type DetailRow = CallRow &
  Pick<
    BankCallDetailDto,
    | 'request_id'
    | 'request_timestamp'
    | 'ip'
    | 'credential'
    | 'string_to_sign'
    | 'request_body'
    | 'response_body'
    | 'payment_id'
  >;

const COLUMNS = `t.id, t.bank_id, b.code AS bank_code, b.name AS bank_name, t.received_at, t.method, t.request_target, t.http_status,
  t.code, t.replayed, t.bank_reference, t.latency_us, t.snap_partner_id`;
const FROM = 'payment_transaction t JOIN bank_integration b ON b.id = t.bank_id';

function callList(zone: string) {
  return {
    from: FROM,
    select: COLUMNS,
    sortable: {
      received_at: 't.received_at',
      latency_ms: 't.latency_us',
      http_status: 't.http_status',
      bank_reference: 't.bank_reference',
    },
    nullable: ['bank_reference'],
    indexed: ['received_at'],
    defaultSort: '-received_at',
    tieBreaker: 't.id',
    filters: {
      bank_id: { type: 'integer', where: 't.bank_id = $$' },
      http_status: { type: 'integer', where: 't.http_status = $$' },
      code: { type: 'text', where: 't.code = $$' },
      path: { type: 'text', where: 'starts_with(t.request_target, $$)' },
      bank_reference: { type: 'text', where: 't.bank_reference = $$' },
      replayed: { type: 'boolean', where: '', cases: { true: 't.replayed', false: 'NOT t.replayed' } },
      protocol: {
        type: 'text',
        where: '',
        cases: { SNAP: 't.snap_partner_id IS NOT NULL', NATIVE: 't.snap_partner_id IS NULL' },
        choices: BANK_PROTOCOLS,
      },
      ...dayFilters('t.received_at', zone),
    },
    search: [
      {
        sources: [
          'SELECT s.id FROM payment_transaction s WHERE s.request_id = $typed',
          'SELECT s.id FROM payment_transaction s WHERE s.bank_reference = $typed',
        ],
      },
    ],
  } as const satisfies Omit<ListDefinition<CallRow, BankCallDto>, 'map'>;
}

/** For the documentation; which zone makes no difference to it. */
export const BANK_CALL_LIST = callList('UTC');

/** The log of authenticated calls, bodies masked when they were written. */
@Injectable()
export class BankCallQueries {
  private readonly list: ListDefinition<CallRow, BankCallDto>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.list = { ...callList(clock.zone), map: (row) => this.summary(row) };
  }

  page(parameters: ListParameters): Promise<PageOf<BankCallDto>> {
    return listPage(this.database, this.list, parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<BankCallDto> {
    return listAll(this.database, this.list, parameters);
  }

  /** @throws Problem request.not_found */
  async one(id: number): Promise<BankCallDetailDto> {
    const [row] = await this.database.screen<DetailRow>(
      `SELECT ${COLUMNS}, t.request_id, t.request_timestamp, host(t.ip) AS ip, coalesce(k.key_id, s.partner_id) AS credential,
         t.string_to_sign, t.request_body, t.response_body,
         (SELECT p.id FROM pembayaran p WHERE p.collector_id = t.bank_id AND p.bank_reference = t.bank_reference) AS payment_id
       FROM ${FROM} LEFT JOIN bank_api_key k ON k.id = t.key_id LEFT JOIN snap_partner s ON s.id = t.snap_partner_id
       WHERE t.id = $1`,
      [id],
    );
    if (row === undefined) throw new Problem('request.not_found');
    const { request_target, request_id, request_timestamp, ip, credential } = row;
    const { string_to_sign, request_body, response_body, payment_id } = row;
    return {
      ...this.summary(row),
      request_target,
      request_id,
      request_timestamp,
      ip,
      credential,
      string_to_sign,
      request_body,
      response_body,
      payment_id,
    };
  }

  private summary(row: CallRow): BankCallDto {
    return {
      id: row.id,
      bank: { id: row.bank_id, code: row.bank_code, name: row.bank_name },
      received_at: this.clock.textOf(row.received_at),
      method: row.method,
      path: row.request_target.split('?', 1)[0] ?? '',
      http_status: row.http_status,
      code: row.code,
      replayed: row.replayed,
      bank_reference: row.bank_reference,
      latency_ms: row.latency_us / 1000,
      protocol: row.snap_partner_id === null ? 'NATIVE' : 'SNAP',
    };
  }
}
