import { Injectable } from '@nestjs/common';
import { basketPaymentReference, isCustomerNumber } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database, violatedConstraint, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { Shifts } from '../../../ground/collectors';
import { PostBasket, type BasketPayment } from '../../payment';
import type { BasketBody } from '../dto/basket.dto';
import type { SellingShift } from '../shifts/own-shift';
import { basketFingerprint } from './read-basket';

/** Longer than the slowest supplier may take for one line; whoever dies meanwhile holds the basket no longer. */
export const BUSY_MILLISECONDS = 60_000;

/** Writes a basket: its water bills with it in one posting, or the basket alone when it has none. */
@Injectable()
export class PostWater {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly baskets: PostBasket,
    private readonly shifts: Shifts,
  ) {}

  /**
   * @returns whether it is written now; else another call has
   * @throws Problem counter.shift_not_open, and what refuses a payment, naming its line
   */
  async write(shift: SellingShift, body: BasketBody): Promise<boolean> {
    try {
      if (body.water.length > 0)
        return !(await this.baskets.post(this.payments(shift, body), (tx) => this.insert(tx, shift, body)))
          .replayed;
      await this.database.transaction(async (tx) => {
        await this.shifts.hold(tx, shift.drawer.id, shift.key);
        await this.insert(tx, shift, body);
      });
      return true;
    } catch (error) {
      if (violatedConstraint(error) === 'keranjang_loket_pkey') return false;
      throw error;
    }
  }

  private payments({ key, drawer }: SellingShift, body: BasketBody): BasketPayment[] {
    const now = this.clock.now();
    const unknown = body.water.findIndex(({ customer_number: number }) => !isCustomerNumber(number));
    if (unknown >= 0) throw new Problem('customer.not_found', { members: { line: unknown } });
    return body.water.map((line, index) => ({
      bank: { id: drawer.id, code: drawer.series, adminFee: drawer.adminFee, kind: 'COUNTER' },
      bankReference: basketPaymentReference(body.id, index + 1),
      customerNumber: line.customer_number,
      billNumbers: line.bill_numbers,
      amount: line.amount,
      channel: 'CASH',
      shift: key,
      paidAt: { text: this.clock.text(now), epoch: now, plausible: true },
      inquiryValidUntil: null,
    }));
  }

  private async insert(tx: Tx, { key }: SellingShift, body: BasketBody): Promise<void> {
    const now = this.clock.now();
    await tx.query(
      `INSERT INTO keranjang_loket (id, shift_id, fingerprint, water_lines, sale_lines, water_amount, cash_given, created_at, busy_until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        body.id,
        key.id,
        basketFingerprint(body),
        body.water.length,
        body.sales.length,
        body.water.reduce((sum, { amount }) => sum + amount, 0),
        body.cash_given,
        new Date(now),
        new Date(now + BUSY_MILLISECONDS),
      ],
    );
  }
}
