import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { Problem } from '../../../../platform/problem';
import { PublicTokens } from '../../../money/checkout';
import { DisputeQueries, OpenDispute, type PublicDispute } from '../../../money/dispute';
import { InquireBills } from '../../../money/payment';
import { SecondFactor } from '../second-factor/second-factor';
import type { PublicBillDisputeDto, PublicDisputeBody, PublicDisputeDto } from './dispute.dto';

const A_YEAR = 365 * 86_400_000;

/** A customer doubts an open bill he looked up, and follows the answer by the number of his ticket. */
@Injectable()
export class PublicDisputes {
  constructor(
    private readonly tokens: PublicTokens,
    private readonly inquiries: InquireBills,
    private readonly factor: SecondFactor,
    private readonly opening: OpenDispute,
    private readonly queries: DisputeQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem bill.not_found, dispute.open_already, dispute.heard, public.second_factor_wrong,
   * public.second_factor_locked, inquiry.expired, request.not_found
   */
  async open(token: string, body: PublicDisputeBody): Promise<PublicDisputeDto> {
    const { customerNumber } = this.tokens.open(token);
    await this.factor.prove(customerNumber, body.meter_digits, 'BILLS');
    const { bills } = await this.inquiries.open(customerNumber);
    const bill = bills.find(({ billNumber }) => billNumber === body.bill_number);
    if (bill === undefined) throw new Problem('bill.not_found');
    const { ticketNumber } = await this.opening.open({
      billId: bill.id,
      source: 'PUBLIC',
      reason: body.reason,
      statement: body.statement,
    });
    return this.byTicket(ticketNumber);
  }

  /** @throws Problem dispute.not_found */
  async byTicket(ticketNumber: string): Promise<PublicDisputeDto> {
    return this.said(await this.queries.byTicket(ticketNumber.trim().toUpperCase()));
  }

  /** Of the last year, one for each bill. */
  async ofCustomer(customerId: number): Promise<PublicBillDisputeDto[]> {
    const found = await this.queries.ofCustomer(customerId, new Date(this.clock.now() - A_YEAR));
    return found.map((one) => ({ ...this.said(one), bill_number: one.bill_number }));
  }

  private said(row: PublicDispute): PublicDisputeDto {
    return {
      ticket_number: row.ticket_number,
      period: row.period,
      title: row.title,
      state: row.state,
      opened_at: this.clock.textOf(row.opened_at),
      answer_by: row.answer_by,
      checked_at: this.clock.textOf(row.checked_at),
      ended_at: this.clock.textOf(row.ended_at),
      answer: row.answer,
      note_number: row.note_id === null ? null : `NK-${String(row.note_id).padStart(8, '0')}`,
      days_held: row.days_held,
    };
  }
}
