import { Injectable } from '@nestjs/common';
import { CLEARING_ACCOUNT } from '@tirtapay/domain';
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

  /** A new bank takes money under its own series. @returns its id, which is the id of the bank */
  async addBank(tx: Tx, bank: { readonly series: string; readonly name: string }): Promise<number> {
    const [row] = await tx.query<{ id: number }>(
      "INSERT INTO penerima (kind, series, name, account) VALUES ('BANK', $1, $2, $3) RETURNING id",
      [bank.series, bank.name, CLEARING_ACCOUNT.BANK],
    );
    if (row === undefined) throw new Error('collector not written');
    return row.id;
  }

  /** What the collector asks for itself, of every payment from now on. */
  async changeFee(tx: Tx, collectorId: number, adminFee: number): Promise<void> {
    await tx.query('UPDATE penerima SET admin_fee = $2 WHERE id = $1', [collectorId, adminFee]);
  }
}
