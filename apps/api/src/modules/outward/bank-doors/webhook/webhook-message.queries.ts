import { Injectable } from '@nestjs/common';
import { WEBHOOK_STATES } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import {
  listAll,
  listPage,
  type ListDefinition,
  type ListParameters,
  type PageOf,
} from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';
import { type WebhookMessageDto } from './webhook-message.dto';

interface Row {
  id: number;
  bank_id: number;
  bank_code: string;
  bank_name: string;
  event_id: string;
  source: string;
  state: string;
  deliveries: number;
  attempts: number;
  outcome: string | null;
  last_error: string | null;
  payment_id: number | null;
  received_at: Date;
  processed_at: Date | null;
  next_attempt_at: Date | null;
  payload: object;
}

const SELECT = `w.id, w.bank_id, b.code AS bank_code, b.name AS bank_name, w.event_id, w.source, w.state, w.deliveries, w.attempts,
  w.outcome, w.last_error, w.payment_id, w.received_at, w.processed_at, w.next_attempt_at, w.payload`;
const FROM = 'webhook_inbox w JOIN bank_integration b ON b.id = w.bank_id';

export const WEBHOOK_LIST: Omit<ListDefinition<Row, WebhookMessageDto>, 'map'> = {
  select: SELECT,
  from: FROM,
  sortable: { received_at: 'w.received_at', state: 'w.state', attempts: 'w.attempts' },
  indexed: ['received_at'],
  defaultSort: '-received_at',
  tieBreaker: 'w.id',
  filters: {
    state: { type: 'text', where: 'w.state = ANY($$)', many: true, choices: WEBHOOK_STATES },
    bank_id: { type: 'integer', where: 'w.bank_id = $$' },
    payment_id: { type: 'integer', where: 'w.payment_id = $$' },
  },
  // Each through its own index.
  search: [
    {
      sources: [
        'SELECT s.id FROM webhook_inbox s WHERE s.event_id = $typed',
        `SELECT s.id FROM webhook_inbox s WHERE s.payload ->> 'bank_reference' = $typed`,
        `SELECT s.id FROM webhook_inbox s WHERE s.payload ->> 'virtual_account_number' = $typed`,
      ],
    },
  ],
};

@Injectable()
export class WebhookMessages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(parameters: ListParameters): Promise<PageOf<WebhookMessageDto>> {
    return listPage(this.database, { ...WEBHOOK_LIST, map: (row: Row) => this.dto(row) }, parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<WebhookMessageDto> {
    return listAll(this.database, { ...WEBHOOK_LIST, map: (row: Row) => this.dto(row) }, parameters);
  }

  /** @throws Problem webhook.not_found */
  async one(id: number): Promise<WebhookMessageDto> {
    const [row] = await this.database.screen<Row>(`SELECT ${SELECT} FROM ${FROM} WHERE w.id = $1`, [id]);
    if (row === undefined) throw new Problem('webhook.not_found');
    return this.dto(row);
  }

  /** As this bank sent it under this id, or null. */
  async byEvent(bankId: number, eventId: string): Promise<WebhookMessageDto | null> {
    const [row] = await this.database.screen<Row>(
      `SELECT ${SELECT} FROM ${FROM} WHERE w.bank_id = $1 AND w.event_id = $2`,
      [bankId, eventId],
    );
    return row === undefined ? null : this.dto(row);
  }

  private dto(row: Row): WebhookMessageDto {
    const { bank_id: bankId, bank_code: code, bank_name: name, ...message } = row;
    return {
      ...message,
      bank: { id: bankId, code, name },
      received_at: this.clock.textOf(row.received_at),
      processed_at: this.clock.textOf(row.processed_at),
      next_attempt_at: this.clock.textOf(row.next_attempt_at),
    };
  }
}
