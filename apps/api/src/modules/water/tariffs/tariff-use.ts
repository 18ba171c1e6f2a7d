import type { Period } from '@tirtapay/domain';
import type { Database, Tx } from '../../../platform/database';

/** Meters of one size in a category, and one of the customers who have one. */
export interface SizeInUse {
  readonly meterSizeMm: number;
  readonly connections: number;
  readonly example: string;
}

/** Who lives by a category: asked before its prices change or it is closed, answered by whoever keeps customers. */
export abstract class TariffCustomers {
  /** Of connections that are not closed. */
  abstract sizes(source: Tx | Database, tariffId: number): Promise<readonly SizeInUse[]>;
  /** How many are in it and not closed. */
  abstract count(source: Tx | Database, tariffId: number): Promise<number>;
}

/** What is billed by a category: asked before a version begins, answered by whoever keeps bills. */
export abstract class TariffBills {
  /**
   * The newest month from this one on of which a bill of the category was ever issued; null when none was. Only of months that
   * have begun: what was charged ahead keeps its price and holds no version up.
   * @param running the month of today
   */
  abstract newestIssued(
    source: Tx | Database,
    tariffId: number,
    from: Period,
    running: Period,
  ): Promise<Period | null>;
  /**
   * Keeps drafting and issuing out until the transaction ends, so that what was found about billed months stays true; holds
   * whoever has a draft of these months.
   */
  abstract hold(tx: Tx, tariffId: number, from: Period): Promise<void>;
  /** Under `hold`: drafts of these months are calculated anew, by the version in force now. @returns how many */
  abstract redraft(tx: Tx, tariffId: number, from: Period): Promise<number>;
}
