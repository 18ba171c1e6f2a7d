import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database';
import type { RegionUse } from '../../ground/regions';

/** A region is used as long as somebody in it is a customer. */
@Injectable()
export class CustomersOfRegion implements RegionUse {
  async isUsed(tx: Tx, regionId: number): Promise<boolean> {
    const customers = await tx.query(
      "SELECT FROM pelanggan WHERE region_id = $1 AND state <> 'NONAKTIF' LIMIT 1",
      [regionId],
    );
    return customers.length > 0;
  }
}
