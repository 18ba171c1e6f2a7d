import { Injectable } from '@nestjs/common';
import type { PpobOrder } from '@tirtapay/domain';
import { currentLanguage } from '../../../../platform/context';
import { PriceOrder } from '../sell/price-order.service';
import { readSaleRequest } from '../sell/read-sale-request';
import { SellWaterBill } from '../sell/sell-water-bill.service';
import type { PpobQuoteDto } from './quote.dto';

type Asked = Pick<
  PpobQuoteDto,
  'principal' | 'admin_fee' | 'source' | 'account_name' | 'bill_title' | 'bill'
>;

/** What a body would cost, by the very steps the sale goes, except that nothing is taken. */
@Injectable()
export class QuoteSale {
  constructor(
    private readonly pricing: PriceOrder,
    private readonly water: SellWaterBill,
  ) {}

  /** @param body as it would be sold @throws Problem as the sale, except for the money that may be missing */
  async quote(body: unknown): Promise<PpobQuoteDto> {
    const { order } = readSaleRequest(body);
    const ofOurs = await this.water.customerOf(order);
    const asked = ofOurs === null ? await this.ofSupplier(order) : await this.ofOurs(order, ofOurs);
    const { service, fields } = order;
    return {
      service_code: service.code,
      service_name: service.name,
      customer_name: order.customerName,
      fields: service.fields.map(({ name, label }) => ({
        name,
        label: label[currentLanguage()],
        value: String(fields[name] ?? ''),
      })),
      ...asked,
      total_amount: asked.principal + asked.admin_fee,
      delivers: service.delivers,
    };
  }

  private async ofSupplier(order: PpobOrder): Promise<Asked> {
    const { service, product, principal, accountName } = await this.pricing.price(order);
    return {
      principal,
      admin_fee: service.admin_fee,
      source: product.price === null ? 'SUPPLIER' : 'PRICE_LIST',
      account_name: accountName,
      bill_title: null,
      bill: null,
    };
  }

  private async ofOurs(order: PpobOrder, customerNumber: string): Promise<Asked> {
    const { bill, due, customerName, parts } = await this.water.due(order, customerNumber);
    return {
      principal: due.bankAmount,
      admin_fee: due.adminFee,
      source: 'OUR_BILL',
      account_name: customerName,
      bill_title: bill.title,
      bill: parts,
    };
  }
}
