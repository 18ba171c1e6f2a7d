import { Injectable } from '@nestjs/common';
import { chargeLine, rupiah } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { currentUserId } from '../../../../platform/context';
import { Database, violatedConstraint, type Tx } from '../../../../platform/database';
import { OutboxDispatcher } from '../../../../platform/events';
import { Problem } from '../../../../platform/problem';
import type { BillChargeBody, BilledChargeDto } from '../dto/charge.dto';
import { IssueBills } from '../issue-bills.service';
import { openOtherBill } from '../other-bills';
import { BILL_SAYS } from '../sentences';
import { lockCharge } from './charge-catalogue.service';

const BILLED = `
  SELECT b.id AS bill_id, b.bill_number, b.principal, b.due_date FROM tagihan_nonair n JOIN tagihan b ON b.id = n.bill_id
  WHERE n.request_id = $1`;

/** Bills a customer, or an applicant, a charge at its agreed price: issued at once, and paid as any bill on every channel. */
@Injectable()
export class BillCharge {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly issuing: IssueBills,
    private readonly outbox: OutboxDispatcher,
  ) {}

  /**
   * The same request again is answered with the same bill; one that asks for something else under its id is refused.
   * @throws Problem customer.not_found, charge.not_found, charge.not_active, bill.numbers_used_up, request.invalid
   */
  async bill(body: BillChargeBody): Promise<BilledChargeDto> {
    const billed = await this.database
      .transaction((tx) => this.write(tx, body))
      .catch((error: unknown) => {
        // Another customer's, at the same moment.
        throw violatedConstraint(error) === 'tagihan_nonair_request_id_key' ? usedForAnother() : error;
      });
    this.outbox.nudge();
    return billed;
  }

  private async write(tx: Tx, body: BillChargeBody): Promise<BilledChargeDto> {
    const [customer] = await tx.query<{ customer_number: string }>(
      'SELECT customer_number FROM pelanggan WHERE id = $1 FOR NO KEY UPDATE',
      [body.customer_id],
    );
    if (customer === undefined) throw new Problem('customer.not_found');
    const [before] = await tx.query<{ same: boolean }>(
      `SELECT (b.customer_id, n.charge_id, n.quantity) = ($2, $3, $4) AS same
       FROM tagihan_nonair n JOIN tagihan b ON b.id = n.bill_id WHERE n.request_id = $1`,
      [body.request_id, body.customer_id, body.charge_id, body.quantity],
    );
    if (before?.same === false) throw usedForAnother();
    if (before !== undefined) return tx.one<BilledChargeDto & object>(BILLED, [body.request_id]);
    const charge = await lockCharge(tx, body.charge_id);
    if (!charge.active) throw new Problem('charge.not_active');
    const line = chargeLine({ ...charge, price: rupiah(charge.price) }, body.quantity);
    const billId = await openOtherBill(tx, {
      customerId: body.customer_id,
      customerNumber: customer.customer_number,
      kind: 'NONWATER',
      date: this.clock.businessDate(),
    });
    await tx.query(
      `INSERT INTO tagihan_rincian (bill_id, seq, kind, code, label, quantity, unit, rate, amount, formula)
       VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        billId,
        line.kind,
        line.code,
        line.label,
        line.quantity,
        line.unit,
        line.rate,
        line.amount,
        line.formula,
      ],
    );
    await tx.query('UPDATE tagihan SET other_amount = $2, principal = $2 WHERE id = $1', [
      billId,
      line.amount,
    ]);
    await tx.query(
      `INSERT INTO tagihan_nonair (bill_id, charge_id, quantity, note, request_id, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        billId,
        charge.id,
        body.quantity,
        body.note ?? null,
        body.request_id,
        currentUserId(),
        this.clock.date(),
      ],
    );
    await this.issuing.issue(tx, [billId], null);
    await writeAudit(tx, {
      action: 'charge.billed',
      entityType: 'tagihan',
      entityId: billId,
      after: { charge: charge.code, quantity: body.quantity, amount: line.amount },
    });
    return tx.one<BilledChargeDto & object>(BILLED, [body.request_id]);
  }
}

function usedForAnother(): Problem {
  return new Problem('request.invalid', {
    errors: [{ pointer: '/request_id', code: 'repeated', message: BILL_SAYS.billedDifferently }],
  });
}
