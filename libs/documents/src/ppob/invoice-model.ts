import type { PpobFieldName, PpobServiceCode, Rupiah } from '@tirtapay/domain';

/** Everything a PPOB invoice says, and the only input of every renderer: text, roll and PDF can never disagree. */
export interface InvoiceModel {
  readonly service: PpobServiceCode;
  readonly customerName: string;
  /** As `readOrder` of the domain returns them. */
  readonly fields: Readonly<Partial<Record<PpobFieldName, string | number>>>;
  readonly principal: Rupiah;
  readonly adminFee: Rupiah;
  /** Token or voucher, in groups of four; null where the service has none. */
  readonly code: string | null;
  /** Of the sale, epoch milliseconds. */
  readonly soldAt: number;
  /** IANA name of the utility's zone. */
  readonly zone: string;
  /** Outside the block of the specification: what a customer names when asking. */
  readonly receiptNumber: string;
  readonly utility: { readonly name: string; readonly address: string; readonly phone: string };
}
