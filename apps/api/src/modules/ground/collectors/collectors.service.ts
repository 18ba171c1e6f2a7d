import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database';

/** Who took money, as the posting code needs it. */
export interface CollectorKey {
  readonly id: number;
  readonly series: string;
}

@Injectable()
export class Collectors {
  /** The one collector that takes no money: the customer's own credit pays bills through it. */
  async credit(tx: Tx): Promise<CollectorKey> {
    const credit = await tx.one<{ id: number; series: string }>(
      "SELECT id, series FROM penerima WHERE kind = 'CREDIT'",
    );
    return credit;
  }

  /** What the collector asks for itself, of every payment from now on. */
  async changeFee(tx: Tx, collectorId: number, adminFee: number): Promise<void> {
    await tx.query('UPDATE penerima SET admin_fee = $2 WHERE id = $1', [collectorId, adminFee]);
  }
}
