import { Injectable, Logger } from '@nestjs/common';
import { CommitOutcomeUnknown } from '../../../../platform/database';
import { DeliverSale } from '../deliver/deliver-sale.service';
import { SaleQueries } from '../sales/sales.queries';
import type { SaleRow } from '../sales/sale-row';
import { HoldSale } from './hold-sale.service';
import { InTurns } from './in-turns';
import { PriceMoved } from '../prices/price-list.service';
import { PriceOrder } from './price-order.service';
import { readSaleRequest, type SaleRequest } from './read-sale-request';
import { assertPayable } from './assert-payable';
import type { Seller } from './seller';
import { SellWaterBill } from './sell-water-bill.service';

export interface SoldAnswer {
  readonly answer: string;
  readonly replayed: boolean;
}

/** Connections of the money pool that sales may use at once; banks keep the others. */
const AT_ONCE = 4;

/**
 * Sells one of the twelve services: priced, paid, written, bought and answered, in this order, so that nothing is bought
 * that is not paid and nothing is bought twice.
 */
@Injectable()
export class SellProduct {
  private readonly logger = new Logger('sales');
  private readonly turns = new InTurns(AT_ONCE);

  constructor(
    private readonly pricing: PriceOrder,
    private readonly holding: HoldSale,
    private readonly delivery: DeliverSale,
    private readonly water: SellWaterBill,
    private readonly queries: SaleQueries,
  ) {}

  /** What it would cost now, asked and not held. @throws Problem as a sale */
  async price(body: unknown): Promise<{ readonly total: number }> {
    const request = readSaleRequest(body);
    const ofOurs = await this.water.customerOf(request.order);
    if (ofOurs !== null) return { total: (await this.water.due(request.order, ofOurs)).due.totalAmount };
    const { service, principal } = await this.pricing.price(request.order);
    return { total: principal + service.admin_fee };
  }

  /**
   * @param atMost what there is to pay it with, when that is less than anything
   * @throws Problem as docs/adr/0030; counter.cash_short above `atMost`, and nothing is taken
   */
  async sell(seller: Seller, body: unknown, atMost = Infinity): Promise<SoldAnswer> {
    const request = readSaleRequest(body);
    const standing = await this.turns.run(() => this.holding.standing(seller, request));
    if (standing !== null) return this.repeated(standing);
    const ofOurs = await this.water.customerOf(request.order);
    const sold =
      ofOurs === null
        ? await this.sellOfSupplier(seller, request, atMost)
        : await this.turns.run(() => this.water.sell(seller, request, ofOurs, atMost));
    if ('standing' in sold) return this.repeated(sold.standing);
    return { answer: (await this.queries.answer(sold.id, seller.id)).answer, replayed: false };
  }

  private async repeated(sale: SaleRow): Promise<SoldAnswer> {
    return { answer: (await this.queries.answered(sale)).answer, replayed: true };
  }

  private async sellOfSupplier(
    seller: Seller,
    request: SaleRequest,
    atMost: number,
  ): Promise<{ readonly id: number } | { readonly standing: SaleRow }> {
    const { service, product, supplier, supplierRef, principal } = await this.pricing.price(request.order);
    assertPayable(principal + service.admin_fee, atMost);
    const held = await this.turns
      .run(() =>
        this.holding.hold({
          request,
          seller,
          serviceId: service.id,
          productId: product.id,
          feeId: service.fee_id,
          supplierId: supplier.id,
          supplierRef,
          principal,
          adminFee: service.admin_fee,
        }),
      )
      // Nothing was taken: it is asked for again, at what it costs now.
      .catch((error: unknown) => {
        if (error instanceof PriceMoved) return this.sellOfSupplier(seller, request, atMost);
        throw error;
      });
    if ('id' in held) await this.deliver(held.id);
    return held;
  }

  /** The money is held: whatever goes wrong from here on is looked after, and the seller is told the state it is in. */
  private async deliver(id: number): Promise<void> {
    try {
      await this.delivery.advance(id);
    } catch (error) {
      if (!(error instanceof CommitOutcomeUnknown)) this.logger.warn(`sale ${String(id)}: ${String(error)}`);
    }
  }
}
