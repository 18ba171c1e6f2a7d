import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { PpobOrder } from '@tirtapay/domain';
import { Problem } from '../../../../platform/problem';
import { supplierOrder } from '../deliver/deliver-sale.service';
import { Suppliers, type KnownSupplier } from '../supplier/suppliers';
import { PriceList, type OfferedProduct, type SoldService } from '../prices/price-list.service';

/** What an order costs now, and by whom it would be delivered under which reference. */
export interface PricedOrder {
  readonly service: SoldService;
  readonly product: OfferedProduct;
  readonly supplier: KnownSupplier;
  readonly supplierRef: string;
  readonly principal: number;
  /** Whose account the supplier says it is; null when it does not say, or was not asked. */
  readonly accountName: string | null;
}

const SUPPLIER_RETRY_SECONDS = 10;

/** The one place where an order of a supplier's product gets its price: the list, or the supplier's inquiry. */
@Injectable()
export class PriceOrder {
  constructor(
    private readonly prices: PriceList,
    private readonly suppliers: Suppliers,
  ) {}

  /** @throws Problem ppob.service_inactive, ppob.not_offered, ppob.nothing_to_pay, ppob.supplier_unavailable */
  async price(order: PpobOrder): Promise<PricedOrder> {
    const service = await this.prices.service(order.service.code);
    const product = await this.prices.product(service, order);
    const supplier = await this.suppliers.current();
    if (supplier === null) throw unavailable();
    const supplierRef = `TP${randomUUID().replaceAll('-', '')}`;
    const found = { service, product, supplier, supplierRef };
    if (product.price !== null) return { ...found, principal: product.price, accountName: null };
    const { sku, cost } = product;
    const bill = await supplier.adapter.inquire(
      supplierOrder({ ref: supplierRef, sku, maxCost: cost, order }),
    );
    if (bill.kind === 'BILL') return { ...found, principal: bill.amount, accountName: bill.accountName };
    if (bill.kind === 'UNAVAILABLE') throw unavailable();
    throw new Problem('ppob.nothing_to_pay');
  }
}

function unavailable(): Problem {
  return new Problem('ppob.supplier_unavailable', { retryAfter: SUPPLIER_RETRY_SECONDS });
}
