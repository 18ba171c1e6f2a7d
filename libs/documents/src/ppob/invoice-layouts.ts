import type { PpobField, PpobFieldName, PpobService } from '@tirtapay/domain';

/** What stands behind a label. */
export type InvoiceSource =
  | PpobFieldName
  | 'customer_name'
  | 'service_name'
  /** `10-2025` as `Oktober 2025`. */
  | 'periode_name'
  | 'principal'
  | 'admin_fee'
  | 'total'
  | 'code'
  | 'sold_at'
  | 'success';

type Row = readonly [label: string, source: InvoiceSource];

interface InvoiceLayout {
  readonly title: string;
  readonly rows: readonly Row[];
  /** What this service calls a success. */
  readonly success: string;
}

/** A nominal is the principal, which has a line of its own. */
function lineOf({ name, kind, label }: PpobField): Row[] {
  if (kind === 'NOMINAL') return [];
  return kind === 'MONTH' ? [['Periode Tagihan', 'periode_name']] : [[label.id, name]];
}

/**
 * The layout of the specification (fixtures/ppob-invoice-formats.txt), from what the service says of itself: who pays and
 * for what, the amounts, what is handed over, when and how it ended.
 */
export function invoiceLayout({ fields, invoice }: PpobService): InvoiceLayout {
  return {
    title: invoice.title,
    rows: [
      [invoice.customer ?? 'Nama Pelanggan', 'customer_name'],
      ...fields.flatMap(lineOf),
      ...(invoice.namesService === true ? [['Layanan', 'service_name'] as const] : []),
      [invoice.principal, 'principal'],
      ['Biaya Admin', 'admin_fee'],
      ['Total Pembayaran', 'total'],
      ...(invoice.code === undefined ? [] : [[invoice.code, 'code'] as const]),
      ['Tanggal Transaksi', 'sold_at'],
      ['Status', 'success'],
    ],
    success: invoice.success ?? 'Berhasil',
  };
}
