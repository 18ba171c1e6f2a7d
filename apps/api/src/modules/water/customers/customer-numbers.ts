import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';

/** Which present number an earlier one stands for. */
@Injectable()
export class CustomerNumbers {
  constructor(private readonly database: Database) {}

  /**
   * @param legacy in the form of `customerKey`
   * @returns null when nobody had it
   */
  async ofLegacy(legacy: string): Promise<string | null> {
    const [row] = await this.database.readPrepared<{ customer_number: string }>(
      'customer_of_legacy',
      `SELECT p.customer_number FROM pelanggan_alias a JOIN pelanggan p ON p.id = a.customer_id WHERE key_form(a.alias) = $1`,
      [legacy],
    );
    return row?.customer_number ?? null;
  }
}
