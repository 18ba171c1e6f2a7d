import { Injectable } from '@nestjs/common';
import { orderNominal, orderVariant, type PpobOrder, type PpobServiceCode } from '@tirtapay/domain';
import { Database, type RowOf } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { SALE_SAYS } from '../sentences';
import type { PpobServiceRow, PpobProduct } from '../entities/service.entity';

/** A service as it is sold today. */
export type SoldService = RowOf<PpobServiceRow, 'id' | 'adminFee'>;

/** What an order is of. Without a price the supplier is asked. */
export type OfferedProduct = RowOf<PpobProduct, 'id' | 'price' | 'cost' | 'sku'>;

@Injectable()
export class PriceList {
  constructor(private readonly database: Database) {}

  /** @throws Problem ppob.service_inactive */
  async service(code: PpobServiceCode): Promise<SoldService> {
    const [service] = await this.database.read<SoldService & object>(
      'SELECT id, admin_fee FROM services WHERE code = $1 AND active',
      [code],
    );
    if (service === undefined) throw new Problem('ppob.service_inactive');
    return service;
  }

  /** @throws Problem ppob.not_offered naming the field that was not found in the list */
  async product(service: SoldService, order: PpobOrder): Promise<OfferedProduct> {
    const nominal = orderNominal(order);
    const [product] = await this.database.read<OfferedProduct & object>(
      `SELECT id, price, cost, sku FROM ppob_produk
       WHERE service_id = $1 AND variant = $2 AND ($3::bigint IS NULL OR price = $3) AND active
       ORDER BY id LIMIT 1`,
      [service.id, orderVariant(order), nominal],
    );
    if (product !== undefined) return product;
    const field = nominal === null ? order.service.fields.at(-1)?.name : 'nominal';
    throw new Problem('ppob.not_offered', {
      errors: [
        {
          pointer: `/${field ?? ''}`,
          code: 'not_offered',
          message: SALE_SAYS.notOffered,
        },
      ],
    });
  }
}
