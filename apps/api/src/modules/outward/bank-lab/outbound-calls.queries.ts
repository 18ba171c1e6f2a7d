import { Injectable } from '@nestjs/common';
import { OUTBOUND_CALL_STATES } from '@tirtapay/domain';
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
import { type OutboundCallDetailDto, type OutboundCallDto } from './dto/outbound-call.dto';
import type { OutboundCall } from '../../bank-gateway/outbound';

type CallRow = RowOf<OutboundCall, 'id' | 'bankId' | 'startedAt' | 'service' | 'externalId' | 'state'> &
  RowOf<OutboundCall, 'httpStatus' | 'responseCode' | 'latencyUs' | 'intentId' | 'checks' | 'nextCheckAt'> & {
    readonly bank_code: string;
    readonly bank_name: string;
  };

type DetailRow = CallRow & Pick<OutboundCallDetailDto, 'error' | 'request_body' | 'response_body'>;

const COLUMNS = `c.id, c.bank_id, b.code AS bank_code, b.name AS bank_name, c.started_at, c.service, c.external_id, c.state, c.http_status,
  c.response_code, c.latency_us, c.intent_id, c.checks, c.next_check_at`;
const FROM = 'outbound_call c JOIN bank_integration b ON b.id = c.bank_id';

function outboundList(zone: string) {
  return {
    from: FROM,
    select: COLUMNS,
    indexed: ['started_at'],
    sortable: {
      started_at: 'c.started_at',
      latency_ms: 'c.latency_us',
      service: 'c.service',
      state: 'c.state',
    },
    nullable: ['latency_ms'],
    defaultSort: '-started_at',
    tieBreaker: 'c.id',
    filters: {
      bank_id: { type: 'integer', where: 'c.bank_id = $$' },
      state: { type: 'text', where: 'c.state = ANY($$)', many: true, choices: OUTBOUND_CALL_STATES },
      service: { type: 'text', where: 'c.service = $$' },
      intent_id: { type: 'integer', where: 'c.intent_id = $$' },
      ...dayFilters('c.started_at', zone),
    },
    search: [
      {
        sources: [
          'SELECT s.id FROM outbound_call s WHERE s.external_id = $typed',
          {
            find: 'SELECT s.id FROM outbound_call s WHERE s.response_code = $typed',
            row: 'c.response_code = $typed',
          },
        ],
      },
    ],
  } as const satisfies Omit<ListDefinition<CallRow, OutboundCallDto>, 'map'>;
}

/** For the documentation; which zone makes no difference to it. */
export const OUTBOUND_CALL_LIST = outboundList('UTC');

/** The log of our own calls to banks. */
@Injectable()
export class OutboundCallQueries {
  private readonly list: ListDefinition<CallRow, OutboundCallDto>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.list = { ...outboundList(clock.zone), map: (row) => this.summary(row) };
  }

  page(parameters: ListParameters): Promise<PageOf<OutboundCallDto>> {
    return listPage(this.database, this.list, parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<OutboundCallDto> {
    return listAll(this.database, this.list, parameters);
  }

  /** @throws Problem request.not_found */
  async one(id: number): Promise<OutboundCallDetailDto> {
    const [row] = await this.database.screen<DetailRow>(
      `SELECT ${COLUMNS}, c.error, c.request_body, c.response_body FROM ${FROM} WHERE c.id = $1`,
      [id],
    );
    if (row === undefined) throw new Problem('request.not_found');
    const { error, request_body, response_body } = row;
    return { ...this.summary(row), error, request_body, response_body };
  }

  private summary(row: CallRow): OutboundCallDto {
    return {
      id: row.id,
      bank: { id: row.bank_id, code: row.bank_code, name: row.bank_name },
      started_at: this.clock.textOf(row.started_at),
      service: row.service,
      external_id: row.external_id,
      state: row.state,
      http_status: row.http_status,
      response_code: row.response_code,
      latency_ms: row.latency_us === null ? null : row.latency_us / 1000,
      intent_id: row.intent_id,
      checks: row.checks,
      next_check_at: this.clock.textOf(row.next_check_at),
    };
  }
}
