import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DeliverSale } from '../deliver/deliver-sale.service';
import { SettleSale } from '../deliver/settle-sale.service';
import { PriceList } from '../prices/price-list.service';
import type { SupplierAnswer } from '../supplier/supplier-port';
import { HoldSale } from './hold-sale.service';
import { readSaleRequest } from './read-sale-request';
import type { Seller } from './seller';

/** A sale of days gone by, and what its supplier said then. */
export interface SaleOfThePast {
  readonly seller: Seller;
  /** As it was ordered, with its reference: repeated under it, nothing is written twice. */
  readonly body: unknown;
  readonly supplierId: number;
  /** Of what is billed; else the price list says. */
  readonly billed: number | null;
  readonly said: SupplierAnswer;
}

/**
 * Writes a sale of days gone by at the time the clock says, by the very steps of a sale of today, except that nobody is
 * called: for loading books. What it leaves is what a real day of work would have left.
 */
@Injectable()
export class ReplaySale {
  constructor(
    private readonly prices: PriceList,
    private readonly holding: HoldSale,
    private readonly deliver: DeliverSale,
    private readonly settling: SettleSale,
  ) {}

  /** @returns its id @throws Problem as a sale */
  async replay({ seller, body, supplierId, billed, said }: SaleOfThePast): Promise<number> {
    const request = readSaleRequest(body);
    const service = await this.prices.service(request.order.service.code);
    const product = await this.prices.product(service, request.order);
    const held = await this.holding.hold({
      request,
      seller,
      serviceId: service.id,
      productId: product.id,
      feeId: service.fee_id,
      supplierId,
      supplierRef: `TP${randomUUID().replaceAll('-', '')}`,
      principal: product.price ?? billed ?? 0,
      adminFee: service.admin_fee,
    });
    const id = 'id' in held ? held.id : held.standing.id;
    if (await this.deliver.markSent(id)) await this.settling.settle(id, said);
    return id;
  }
}
