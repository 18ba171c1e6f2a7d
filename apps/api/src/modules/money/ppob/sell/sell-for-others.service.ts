import { Injectable } from '@nestjs/common';
import type { ShiftKey } from '../../../ground/collectors';
import { SettleSale } from '../deliver/settle-sale.service';
import type { Seller } from './seller';
import { SellProduct, type SoldAnswer } from './sell-product.service';

/** What a counter needs of the services: their price, a sale, and the money back of one that failed. */
@Injectable()
export class SellForOthers {
  constructor(
    private readonly products: SellProduct,
    private readonly settling: SettleSale,
  ) {}

  /** What it would cost now; moves nothing. @throws Problem as a sale */
  price(body: unknown): Promise<{ readonly total: number }> {
    return this.products.price(body);
  }

  /** @param atMost what the customer has put down for it; above it nothing is sold @throws Problem counter.cash_short, … */
  sell(seller: Seller, body: unknown, atMost: number): Promise<SoldAnswer> {
    return this.products.sell(seller, body, atMost);
  }

  /** @returns what is to be handed over @throws Problem as SettleSale.handBack */
  handBack(saleId: number, drawerId: number, shift: ShiftKey): Promise<number> {
    return this.settling.handBack(saleId, drawerId, shift);
  }
}
