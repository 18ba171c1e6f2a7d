import { join } from 'node:path';
import { z } from 'zod';
import { JsonLines } from '../books/json-lines';
import type { PurchaseBook } from './purchases';

export const depositOrder = z.strictObject({ amount: z.int().min(-1e12).max(1e12) });

/** What the biller paid in here, on disk; what it bought is taken from it. */
export class SupplierDeposit {
  private paidIn = 0;
  private readonly lines: JsonLines<z.infer<typeof depositOrder>>;

  constructor(
    home: string,
    private readonly purchases: PurchaseBook,
  ) {
    this.lines = new JsonLines(
      join(home, 'bank-simulator', 'supplier-deposit.jsonl'),
      depositOrder,
      ({ amount }) => {
        this.paidIn += amount;
      },
    );
  }

  /** Also less: a correction of the supplier's. */
  add(amount: number): void {
    this.lines.append({ amount });
  }

  /** What was ordered is taken at once and given back when it fails; a supplier of trust, it goes below nothing. */
  balance(): number {
    this.lines.catchUp();
    const taken = this.purchases
      .all()
      .reduce((sum, purchase) => sum + (purchase.status === 'Gagal' ? 0 : purchase.price), 0);
    return this.paidIn - taken;
  }
}
