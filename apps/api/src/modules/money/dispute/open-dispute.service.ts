import { Injectable } from '@nestjs/common';
import {
  answerBy,
  disputeRefusal,
  holdLapsesOn,
  periodName,
  type BillState,
  type BusinessDate,
  type DisputeReason,
  type DisputeSource,
  type Period,
} from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentStaff } from '../../../platform/context';
import { Database, type Tx } from '../../../platform/database';
import { OutboxDispatcher } from '../../../platform/events';
import { Problem } from '../../../platform/problem';
import { HoldPenalty } from '../../water/billing';
import { AccruePenalties } from '../../water/penalty';
import { CASES } from './dispute-cases';
import { newTicketNumber } from './ticket-number';

export interface Doubt {
  readonly billId: number;
  readonly source: DisputeSource;
  readonly reason: DisputeReason;
  readonly statement: string;
}

export interface OpenedDispute {
  readonly id: number;
  readonly ticketNumber: string;
  readonly answerBy: BusinessDate;
}

interface DoubtedBill {
  readonly customer_id: number;
  readonly bill_number: string;
  readonly period: Period;
  readonly state: BillState;
  readonly open: boolean;
  readonly answered: number;
}

const BILL = `
  SELECT b.customer_id, b.bill_number, b.period, b.state,
    EXISTS (SELECT FROM keberatan k WHERE k.bill_id = b.id AND k.state = 'OPEN') AS open,
    (SELECT count(*)::int FROM keberatan k JOIN tagihan o ON o.id = k.bill_id
      WHERE o.bill_number = b.bill_number AND o.customer_id = b.customer_id AND k.state <> 'OPEN') AS answered
  FROM tagihan b WHERE b.id = $1`;

/** From today the penalty of the doubted bill stands still, and somebody has to answer. The bill stays payable. */
@Injectable()
export class OpenDispute {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accruals: AccruePenalties,
    private readonly holds: HoldPenalty,
    private readonly outbox: OutboxDispatcher,
  ) {}

  /** @throws Problem bill.not_found, bill.state_conflict, dispute.open_already, dispute.heard */
  async open(doubt: Doubt): Promise<OpenedDispute> {
    const opened = await this.database.transaction((tx) => this.write(tx, doubt));
    this.outbox.nudge();
    return opened;
  }

  private async write(tx: Tx, { billId, source, reason, statement }: Doubt): Promise<OpenedDispute> {
    await tx.query(
      'SELECT FROM pelanggan WHERE id = (SELECT customer_id FROM tagihan WHERE id = $1) FOR NO KEY UPDATE',
      [billId],
    );
    await tx.query('SELECT FROM tagihan WHERE id = $1 FOR NO KEY UPDATE', [billId]);
    const [bill] = await tx.query<DoubtedBill & object>(BILL, [billId]);
    if (bill === undefined) throw new Problem('bill.not_found');
    assertDoubtable(bill, source);
    const today = this.clock.businessDate();
    // What today asks for already is booked first, so that nothing that was shown disappears.
    await this.accruals.accrueMissing(
      tx,
      [{ customerId: bill.customer_id, billIds: [billId], context: undefined }],
      today,
    );
    await this.holds.begin(tx, billId, today);
    const ticketNumber = newTicketNumber();
    const promised = answerBy(today);
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO keberatan (ticket_number, customer_id, bill_id, source, reason, statement, opened_at, opened_by, answer_by,
         hold_lapses_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
      [
        ticketNumber,
        bill.customer_id,
        billId,
        source,
        reason,
        statement,
        this.clock.date(),
        source === 'OFFICE' ? currentStaff().id : null,
        promised,
        holdLapsesOn(source, promised),
      ],
    );
    await CASES.open(tx, {
      kind: 'DISPUTE',
      subjectId: id,
      customerId: bill.customer_id,
      detail: {
        ticket_number: ticketNumber,
        bill_number: bill.bill_number,
        period: periodName(bill.period, 'id'),
        reason: statement,
        answer_by: promised,
      },
      openedAt: this.clock.date(),
    });
    await writeAudit(tx, {
      action: 'dispute.opened',
      entityType: 'keberatan',
      entityId: id,
      after: { ticket_number: ticketNumber, bill_id: billId, source, reason, statement },
    });
    return { id, ticketNumber, answerBy: promised };
  }
}

function assertDoubtable(bill: DoubtedBill, source: DisputeSource): void {
  const refusal = disputeRefusal({ state: bill.state, source, open: bill.open, answered: bill.answered });
  if (refusal === 'NOT_ISSUED') throw new Problem('bill.state_conflict');
  if (refusal === 'OPEN_ALREADY') throw new Problem('dispute.open_already');
  if (refusal === 'HEARD') throw new Problem('dispute.heard');
}
