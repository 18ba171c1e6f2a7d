import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import type { MeterHistoryResponse } from './dto/meter.dto';

@Injectable()
export class MeterQueries {
  constructor(private readonly database: Database) {}

  /** Every meter the connection ever had, the one in place first. @throws Problem customer.not_found */
  async ofCustomer(customerId: number): Promise<MeterHistoryResponse[]> {
    const meters = await this.database.read<MeterHistoryResponse & Record<string, unknown>>(
      `SELECT id, serial, digits, size_mm, installed_on, installed_stand, removed_on, removed_stand, removed_reason
       FROM meter WHERE customer_id = $1 ORDER BY installed_on DESC, id DESC`,
      [customerId],
    );
    if (meters.length === 0) {
      const [customer] = await this.database.read('SELECT id FROM pelanggan WHERE id = $1', [customerId]);
      if (customer === undefined) throw new Problem('customer.not_found');
    }
    return meters;
  }
}
