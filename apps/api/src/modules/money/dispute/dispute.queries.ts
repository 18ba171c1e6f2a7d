import { Injectable } from '@nestjs/common';
import type { BillKind, BillState, Period } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database, type RowOf } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { BILL_TITLE } from '../../water/billing';
import { MeterCheckQueries } from '../../water/meter-reading';
import type { DisputeDto } from './dto/dispute.dto';
import type { Dispute } from './entities/dispute.entity';

type Row = RowOf<
  Dispute,
  | 'id'
  | 'ticketNumber'
  | 'customerId'
  | 'billId'
  | 'source'
  | 'reason'
  | 'statement'
  | 'state'
  | 'openedAt'
  | 'answerBy'
  | 'holdLapsesOn'
  | 'holdLapsedOn'
  | 'checkId'
  | 'endedAt'
  | 'answer'
  | 'noteId'
  | 'daysHeld'
> & {
  readonly opened_by_name: string | null;
  readonly bill_number: string;
  readonly period: Period;
  readonly title: string | null;
  readonly kind: BillKind;
  readonly bill_state: BillState;
  readonly principal: number;
  readonly previous_stand: number;
  readonly current_stand: number;
  readonly usage_m3: number;
  readonly customer_number: string;
  readonly customer_name: string;
  readonly pending_approval_id: number | null;
};

const SELECT = `
  SELECT k.id, k.ticket_number, k.customer_id, k.bill_id, k.source, k.reason, k.statement, k.state, k.opened_at, k.answer_by, k.hold_lapses_on, k.hold_lapsed_on, k.check_id,
    k.ended_at, k.answer, k.note_id, k.days_held, o.name AS opened_by_name, b.bill_number, b.kind, b.period, ${BILL_TITLE} AS title, b.state AS bill_state, b.principal,
    b.previous_stand, b.current_stand, b.usage_m3, c.customer_number, c.name AS customer_name,
    (SELECT a.id FROM persetujuan a WHERE a.status = 'PENDING' AND ((a.entity_type = 'keberatan' AND a.entity_id = k.id)
      OR (a.entity_type = 'tagihan' AND a.entity_id = k.bill_id)) ORDER BY a.id LIMIT 1) AS pending_approval_id
  FROM keberatan k JOIN tagihan b ON b.id = k.bill_id JOIN pelanggan c ON c.id = k.customer_id
  LEFT JOIN orang o ON o.id = k.opened_by`;

/** What the customer is told of his doubt, and nothing of who he is. */
export interface PublicDispute {
  readonly ticket_number: string;
  readonly bill_number: string;
  readonly period: Period;
  readonly title: string | null;
  readonly state: Dispute['state'];
  readonly opened_at: Date;
  readonly answer_by: string;
  readonly checked_at: Date | null;
  readonly ended_at: Date | null;
  readonly answer: string | null;
  readonly note_id: number | null;
  readonly days_held: number | null;
}

const PUBLIC = `
  SELECT k.ticket_number, b.bill_number, b.period, ${BILL_TITLE} AS title, k.state, k.opened_at, k.answer_by, p.seen_at AS checked_at, k.ended_at, k.answer,
    k.note_id, k.days_held
  FROM keberatan k JOIN tagihan b ON b.id = k.bill_id LEFT JOIN periksa_meter p ON p.id = k.check_id`;

/** Doubts about bills, as the office and as the customer see them. */
@Injectable()
export class DisputeQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly checks: MeterCheckQueries,
  ) {}

  /** @throws Problem dispute.not_found */
  async byId(id: number): Promise<DisputeDto> {
    const [row] = await this.database.screen<Row & object>(`${SELECT} WHERE k.id = $1`, [id]);
    if (row === undefined) throw new Problem('dispute.not_found');
    return this.dto(row);
  }

  /** Of a bill and of those that had its number before, newest first. */
  async ofBill(billId: number): Promise<DisputeDto[]> {
    const rows = await this.database.screen<Row & object>(
      `${SELECT} WHERE b.bill_number = (SELECT bill_number FROM tagihan WHERE id = $1) ORDER BY k.id DESC`,
      [billId],
    );
    return Promise.all(rows.map((row) => this.dto(row)));
  }

  /** The newest of each bill number. */
  async ofCustomer(customerId: number, since: Date): Promise<PublicDispute[]> {
    return this.database.screen<PublicDispute & object>(
      `SELECT * FROM (SELECT DISTINCT ON (d.bill_number) d.* FROM (${PUBLIC} WHERE k.customer_id = $1 AND k.opened_at >= $2) d
         ORDER BY d.bill_number, d.opened_at DESC) newest ORDER BY opened_at DESC`,
      [customerId, since],
    );
  }

  /** @throws Problem dispute.not_found */
  async byTicket(ticketNumber: string): Promise<PublicDispute> {
    const [row] = await this.database.screen<PublicDispute & object>(`${PUBLIC} WHERE k.ticket_number = $1`, [
      ticketNumber,
    ]);
    if (row === undefined) throw new Problem('dispute.not_found');
    return row;
  }

  private async dto(row: Row): Promise<DisputeDto> {
    return {
      id: row.id,
      ticket_number: row.ticket_number,
      state: row.state,
      source: row.source,
      reason: row.reason,
      statement: row.statement,
      bill: {
        id: row.bill_id,
        bill_number: row.bill_number,
        period: row.period,
        kind: row.kind,
        title: row.title,
        state: row.bill_state,
        principal: row.principal,
        previous_stand: row.previous_stand,
        current_stand: row.current_stand,
        usage_m3: row.usage_m3,
      },
      customer: {
        id: row.customer_id,
        customer_number: row.customer_number,
        name: row.customer_name,
      },
      opened_at: this.clock.textOf(row.opened_at),
      opened_by: row.opened_by_name,
      answer_by: row.answer_by,
      overdue: row.state === 'OPEN' && row.answer_by < this.clock.businessDate(),
      hold_lapses_on: row.hold_lapses_on,
      hold_lapsed_on: row.hold_lapsed_on,
      check: row.check_id === null ? null : await this.checks.byId(row.check_id),
      pending_approval_id: row.pending_approval_id,
      ended_at: this.clock.textOf(row.ended_at),
      answer: row.answer,
      note_number: row.note_id === null ? null : `NK-${String(row.note_id).padStart(8, '0')}`,
      days_held: row.days_held,
    };
  }
}
