import { Injectable } from '@nestjs/common';
import { rupiah, type Rupiah } from '@tirtapay/domain';
import { currentStaff } from '../../../../platform/context';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type { ShiftKey } from '../../../ground/collectors';

/** The shift somebody sells in, with its drawer. */
export interface SellingShift {
  readonly key: ShiftKey;
  readonly drawer: { readonly id: number; readonly series: string; readonly adminFee: Rupiah };
  readonly businessDate: string;
}

/** Whoever is signed in sells in their own open shift and in no other. */
@Injectable()
export class OwnShift {
  constructor(private readonly database: Database) {}

  /** @throws Problem counter.shift_not_open */
  async open(): Promise<SellingShift> {
    const shift = await this.find("s.state = 'OPEN' AND $2::bigint IS NULL", null);
    if (shift === null) throw new Problem('counter.shift_not_open');
    return shift;
  }

  /** One that was named, in whatever state; its lock says whether it is open. @throws Problem counter.shift_not_open */
  async named(id: number): Promise<SellingShift> {
    const shift = await this.find('s.id = $2', id);
    if (shift === null) throw new Problem('counter.shift_not_open');
    return shift;
  }

  private async find(condition: string, id: number | null): Promise<SellingShift | null> {
    const cashierId = currentStaff().id;
    const [row] = await this.database.read<{
      id: number;
      drawer_id: number;
      series: string;
      admin_fee: number;
      business_date: string;
    }>(
      `SELECT s.id, s.drawer_id, c.series, c.admin_fee, s.business_date FROM shift_kas s JOIN penerima c ON c.id = s.drawer_id
       WHERE s.cashier_id = $1 AND ${condition}`,
      [cashierId, id],
    );
    if (row === undefined) return null;
    return {
      key: { id: row.id, cashierId },
      drawer: { id: row.drawer_id, series: row.series, adminFee: rupiah(row.admin_fee) },
      businessDate: row.business_date,
    };
  }
}
