import type { CollectorKind, PpobServiceCode } from '@tirtapay/domain';
import type { RowOf } from '../../../../platform/database';
import type { Sale } from '../entities/sale.entity';

/** A sale as statements read it. */
export type SaleRow = RowOf<
  Sale,
  | 'id'
  | 'collectorId'
  | 'refId'
  | 'fingerprint'
  | 'supplierId'
  | 'supplierRef'
  | 'customerName'
  | 'principal'
  | 'adminFee'
  | 'cost'
  | 'status'
  | 'paymentId'
  | 'code'
  | 'message'
  | 'answer'
  | 'createdAt'
  | 'finishedAt'
  | 'checks'
> & {
  readonly collector_kind: CollectorKind;
  readonly collector_series: string;
  readonly service_code: PpobServiceCode;
  readonly sku: string | null;
  /** What the supplier may ask for at most; null for what is billed. */
  readonly listed_cost: number | null;
  /** When the payment of a water bill of ours was reversed. */
  readonly reversed_at: Date | null;
};

export const SALE_COLUMNS = `t.id, t.collector_id, c.kind AS collector_kind, c.series AS collector_series, t.ref_id, t.fingerprint,
  s.code AS service_code, p.sku, p.cost AS listed_cost, t.supplier_id, t.supplier_ref, t.customer_name, t.principal, t.admin_fee, t.cost,
  t.status, t.payment_id, rv.posted_at AS reversed_at, t.code, t.message, t.answer, t.created_at, t.finished_at, t.checks`;

export const SALE_FROM = `transactions t JOIN services s ON s.id = t.service_id JOIN penerima c ON c.id = t.collector_id
  LEFT JOIN ppob_produk p ON p.id = t.product_id LEFT JOIN pembayaran rv ON rv.reversal_of = t.payment_id`;
