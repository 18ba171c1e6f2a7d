import { Injectable } from '@nestjs/common';
import { orderNominal, orderVariant, type PpobOrder, type PpobServiceCode } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database, type RowOf, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type { PpobProduct, PpobServiceRow } from '../entities/service.entity';
import type { ServiceFee } from '../entities/service-fee.entity';
import { SALE_SAYS } from '../sentences';

/** A service as it is sold now, with the line of the fees that says so. */
export type SoldService = RowOf<PpobServiceRow, 'id'> &
  RowOf<ServiceFee, 'adminFee'> & { readonly fee_id: number };

/** What an order is of: a line of the price list, which never changes. Without a price the supplier is asked. */
export type OfferedProduct = RowOf<PpobProduct, 'id' | 'price' | 'cost' | 'sku'>;

@Injectable()
export class PriceList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem ppob.service_inactive */
  async service(code: PpobServiceCode): Promise<SoldService> {
    const [service] = await this.database.read<SoldService & object>(
      `SELECT s.id, f.admin_fee, f.id AS fee_id FROM services s JOIN ppob_biaya f ON f.service_id = s.id
       WHERE s.code = $1 AND s.active AND f.effective_from <= $2 AND (f.effective_to IS NULL OR f.effective_to > $2)`,
      [code, this.clock.date()],
    );
    if (service === undefined) throw new Problem('ppob.service_inactive');
    return service;
  }

  /** @throws Problem ppob.not_offered naming the field that was not found in the list */
  async product(service: SoldService, order: PpobOrder): Promise<OfferedProduct> {
    const nominal = orderNominal(order);
    const [product] = await this.database.read<OfferedProduct & object>(
      `SELECT id, price, cost, sku FROM ppob_produk
       WHERE service_id = $1 AND variant = $2 AND ($3::bigint IS NULL OR price = $3)
         AND effective_from <= $4 AND (effective_to IS NULL OR effective_to > $4)
       ORDER BY id LIMIT 1`,
      [service.id, orderVariant(order), nominal, this.clock.date()],
    );
    if (product !== undefined) return product;
    const field = nominal === null ? order.service.fields.at(-1)?.name : 'nominal';
    throw new Problem('ppob.not_offered', {
      errors: [{ pointer: `/${field ?? ''}`, code: 'not_offered', message: SALE_SAYS.notOffered }],
    });
  }

  /**
   * The instant at which a sale is written, with its service locked against a change of what it costs until it is: whoever
   * changes it waits, or was here first, and then the sale is priced anew.
   * @throws PriceMoved when a line it was priced by holds no more; Problem ppob.service_inactive when it is sold no more
   */
  async soldAt(
    tx: Tx,
    sold: { readonly serviceId: number; readonly productId: number; readonly feeId: number },
  ): Promise<Date> {
    // One row stands for all that a service costs: who locks several in an order of his own meets another's.
    const { active } = await tx.one<{ active: boolean }>(
      'SELECT active FROM services WHERE id = $1 FOR SHARE',
      [sold.serviceId],
    );
    const { ended } = await tx.one<{ ended: Date | null }>(
      `SELECT least(p.effective_to, f.effective_to) AS ended FROM ppob_produk p, ppob_biaya f
       WHERE p.id = $1 AND f.id = $2`,
      [sold.productId, sold.feeId],
    );
    if (!active) throw new Problem('ppob.service_inactive');
    const at = this.clock.date();
    if (ended !== null && ended <= at) throw new PriceMoved();
    return at;
  }
}

/** Between its price and its sale somebody changed what it costs. */
export class PriceMoved extends Error {
  constructor() {
    super('the price changed while it was being sold');
  }
}
