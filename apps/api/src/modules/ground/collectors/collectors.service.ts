import { Injectable } from '@nestjs/common';
import { CLEARING_ACCOUNT, type TakingCollector } from '@tirtapay/domain';
import type { Tx } from '../../../platform/database';

/** Who took money, as the posting code needs it. */
export interface CollectorKey {
  readonly id: number;
  readonly series: string;
}

interface NewCollector {
  readonly series: string;
  readonly name: string;
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
  addBank(tx: Tx, bank: NewCollector): Promise<number> {
    return this.add(tx, 'BANK', bank);
  }

  /** A partner takes money from its customers and pays out of its deposit. @returns its id */
  addPartner(tx: Tx, partner: NewCollector): Promise<number> {
    return this.add(tx, 'PARTNER', partner);
  }

  /** A drawer at a counter takes cash. @returns its id */
  addCounter(tx: Tx, counter: NewCollector): Promise<number> {
    return this.add(tx, 'COUNTER', counter);
  }

  private async add(tx: Tx, kind: TakingCollector, collector: NewCollector): Promise<number> {
    const row = await tx.one<{ id: number }>(
      'INSERT INTO penerima (kind, series, name, account) VALUES ($1, $2, $3, $4) RETURNING id',
      [kind, collector.series, collector.name, CLEARING_ACCOUNT[kind]],
    );
    return row.id;
  }

  /** As receipts and lists name it from now on. */
  async rename(tx: Tx, collectorId: number, name: string): Promise<void> {
    await tx.query('UPDATE penerima SET name = $2 WHERE id = $1', [collectorId, name]);
  }

  /** What the collector asks for itself, of every payment from now on. */
  async changeFee(tx: Tx, collectorId: number, adminFee: number): Promise<void> {
    await tx.query('UPDATE penerima SET admin_fee = $2 WHERE id = $1', [collectorId, adminFee]);
  }
}
