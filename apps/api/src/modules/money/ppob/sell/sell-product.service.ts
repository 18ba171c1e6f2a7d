import { Injectable, Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { CommitOutcomeUnknown } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { DeliverSale, supplierOrder } from '../deliver/deliver-sale.service';
import { SaleQueries } from '../sales/sales.queries';
import type { SaleRow } from '../sales/sale-row';
import { Suppliers, type KnownSupplier } from '../supplier/suppliers';
import { HoldSale } from './hold-sale.service';
import { InTurns } from './in-turns';
import { PriceList, type OfferedProduct } from './price-list.service';
import { readSaleRequest, type SaleRequest } from './read-sale-request';
import { assertPayable } from './assert-payable';
import type { Seller } from './seller';
import { SellWaterBill } from './sell-water-bill.service';

export interface SoldAnswer {
  readonly answer: string;
  readonly replayed: boolean;
}

const SUPPLIER_RETRY_SECONDS = 10;
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
    private readonly prices: PriceList,
    private readonly suppliers: Suppliers,
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
    const { service, principal } = await this.priced(request);
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
    const { service, product, supplier, supplierRef, principal } = await this.priced(request);
    assertPayable(principal + service.admin_fee, atMost);
    const held = await this.turns.run(() =>
      this.holding.hold({
        request,
        seller,
        serviceId: service.id,
        productId: product.id,
        supplierId: supplier.id,
        supplierRef,
        principal,
        adminFee: service.admin_fee,
      }),
    );
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

  private async priced(request: SaleRequest) {
    const service = await this.prices.service(request.order.service.code);
    const product = await this.prices.product(service, request.order);
    const supplier = await this.suppliers.current();
    if (supplier === null) throw unavailable();
    const supplierRef = `TP${randomUUID().replaceAll('-', '')}`;
    const principal = product.price ?? (await this.inquired(supplier, product, supplierRef, request));
    return { service, product, supplier, supplierRef, principal };
  }

  private async inquired(
    supplier: KnownSupplier,
    { sku, cost }: OfferedProduct,
    ref: string,
    { order }: SaleRequest,
  ): Promise<number> {
    const bill = await supplier.adapter.inquire(supplierOrder({ ref, sku, maxCost: cost, order }));
    if (bill.kind === 'BILL') return bill.amount;
    if (bill.kind === 'UNAVAILABLE') throw unavailable();
    throw new Problem('ppob.nothing_to_pay');
  }
}

function unavailable(): Problem {
  return new Problem('ppob.supplier_unavailable', { retryAfter: SUPPLIER_RETRY_SECONDS });
}
