import {
  addRupiah,
  formatInstant,
  formatRupiah,
  parsePeriod,
  periodName,
  PPOB_SERVICES,
} from '@tirtapay/domain';
import { invoiceLayout, type InvoiceSource } from './invoice-layouts';
import type { InvoiceModel } from './invoice-model';

/** A label and what stands behind it. */
export type InvoiceLine = readonly [label: string, value: string];

/** The title and the lines of an invoice, in the words of the specification; Indonesian only, like every receipt. */
export function invoiceLines(model: InvoiceModel): {
  readonly title: string;
  readonly lines: readonly InvoiceLine[];
} {
  const { title, rows, success } = invoiceLayout(PPOB_SERVICES[model.service]);
  return { title, lines: rows.map(([label, source]) => [label, valueOf(model, source, success)]) };
}

function valueOf(model: InvoiceModel, source: InvoiceSource, success: string): string {
  switch (source) {
    case 'customer_name':
      return model.customerName;
    case 'service_name':
      return PPOB_SERVICES[model.service].name;
    case 'periode_name': {
      const month = parsePeriod(String(model.fields.periode ?? ''));
      return month === null ? '' : periodName(month, 'id');
    }
    case 'principal':
      return formatRupiah(model.principal);
    case 'admin_fee':
      return formatRupiah(model.adminFee);
    case 'total':
      return formatRupiah(addRupiah(model.principal, model.adminFee));
    case 'code':
      return model.code ?? '';
    case 'sold_at':
      return formatInstant(model.soldAt, model.zone, 'id');
    case 'success':
      return success;
    default:
      return String(model.fields[source] ?? '');
  }
}
