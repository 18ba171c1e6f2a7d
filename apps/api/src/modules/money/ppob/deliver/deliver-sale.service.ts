import { Injectable } from '@nestjs/common';
import { orderAccount, PPOB_SERVICES } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { readDetails } from '../sales/sale-details';
import { SALE_COLUMNS, SALE_FROM, type SaleRow } from '../sales/sale-row';
import { Suppliers } from '../supplier/suppliers';
import type { SupplierOrder } from '../supplier/supplier-port';
import { SettleSale } from './settle-sale.service';
import { writeStep } from './steps';

/** Longer than a call may take: whoever sends is not overtaken by whoever looks after what is left. */
const LEASE_MILLISECONDS = 10_000;

/** Sends a paid sale to its supplier, once, and asks again about one that was sent. */
@Injectable()
export class DeliverSale {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly suppliers: Suppliers,
    private readonly settle: SettleSale,
  ) {}

  /**
   * Buys what is paid and not yet sent; asks what became of what was. That it was sent is stored before it is: a process
   * that dies in between leaves something to ask about, never something to buy again.
   */
  async advance(id: number): Promise<void> {
    const first = await this.markSent(id);
    const sale = await this.read(id);
    if (sale.supplier_id === null || (sale.status !== 'SENT' && sale.status !== 'UNKNOWN')) return;
    const supplier = await this.suppliers.byId(sale.supplier_id);
    if (supplier === null) return;
    const order = await this.order(sale);
    const said = first ? await supplier.adapter.buy(order) : await supplier.adapter.ask(order);
    await this.settle.settle(id, said);
  }

  /** @returns whether it was paid and not sent until now */
  markSent(id: number): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const at = this.clock.date();
      const sent = await tx.execute(
        "UPDATE transactions SET status = 'SENT', next_check_at = $2 WHERE id = $1 AND status = 'PAID'",
        [id, new Date(at.getTime() + LEASE_MILLISECONDS)],
      );
      if (sent === 1) await writeStep(tx, id, 'SENT', at, null);
      return sent === 1;
    });
  }

  private async read(id: number): Promise<SaleRow> {
    const [sale] = await this.database.read<SaleRow & object>(
      `SELECT ${SALE_COLUMNS} FROM ${SALE_FROM} WHERE t.id = $1`,
      [id],
    );
    if (sale === undefined) throw new Error(`no sale ${String(id)}`);
    return sale;
  }

  private async order(sale: SaleRow): Promise<SupplierOrder> {
    const service = PPOB_SERVICES[sale.service_code];
    const fields = await readDetails((sql, values) => this.database.read(sql, values), sale.id, service.code);
    return supplierOrder({
      ref: sale.supplier_ref,
      sku: sale.sku ?? '',
      maxCost: sale.listed_cost,
      order: { service, customerName: sale.customer_name, fields },
    });
  }
}

/** What the supplier is asked, before the sale is written and after. */
export function supplierOrder({
  ref,
  sku,
  maxCost,
  order,
}: {
  readonly ref: string;
  readonly sku: string;
  readonly maxCost: number | null;
  readonly order: Parameters<typeof orderAccount>[0];
}): SupplierOrder {
  const month = order.service.fields.some(({ kind }) => kind === 'MONTH') ? order.fields.periode : undefined;
  return {
    ref,
    sku,
    account: orderAccount(order),
    billed: order.service.pricing.by === 'INQUIRY',
    month: month === undefined ? null : String(month),
    maxCost,
  };
}
