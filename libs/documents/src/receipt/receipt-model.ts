import type { CollectionChannel, MeterChange, PaymentState, Period, Rupiah } from '@tirtapay/domain';

/** One paid bill as it stands on a receipt. Stands and usage are whole cubic metres. */
export interface ReceiptBill {
  /** Customer number + YYYYMM, 18 digits. */
  readonly billNumber: string;
  /** Usage month. */
  readonly period: Period;
  readonly previousStand: number;
  readonly currentStand: number;
  readonly usageM3: number;
  /** The meter was exchanged within this usage. */
  readonly meterChange?: MeterChange;
  /** What it is for, when it is no water of a month: it has no stands then, and no usage. */
  readonly title?: string;
  readonly principal: Rupiah;
  /** What was charged after any waiver, so that principal + penalty = total. */
  readonly penalty: Rupiah;
  readonly total: Rupiah;
}

/**
 * Everything a receipt says, and the only input of every receipt renderer: paper, roll and plain text can never
 * disagree. Personal data arrive as they shall be printed; a caller serving a stranger masks them first.
 */
export interface ReceiptModel {
  readonly utility: { readonly name: string; readonly address: string; readonly phone: string };
  readonly receiptNumber: string;
  /** 0 is the original; n is the n-th reprint and is marked "SALINAN ke-n". */
  readonly copyNumber: number;
  readonly status: PaymentState;
  readonly customer: {
    readonly customerNumber: string;
    readonly name: string;
    readonly address: string;
    readonly tariffCategory: string;
  };
  /** Oldest first. */
  readonly bills: readonly ReceiptBill[];
  /** Penalties that programmes waived, by programme; the bills are without them. */
  readonly waivers?: readonly { readonly programme: string; readonly amount: Rupiah }[];
  /** Sum of the bills' totals. */
  readonly billAmount: Rupiah;
  readonly stampDuty: Rupiah;
  /** The bank's fee: the customer paid it, it is not revenue of the utility. */
  readonly adminFee: Rupiah;
  /** Money that settled no bill and is kept; then there are no bills. */
  readonly heldAmount?: Rupiah;
  /** Whose that money is: it is the credit of a customer who is known, or kept aside until somebody is. */
  readonly heldFor?: 'KNOWN' | 'NOBODY';
  /** The customer’s credit right after this payment, when there was any; it pays for nothing yet. */
  readonly creditLeft?: Rupiah;
  /** billAmount + stampDuty + adminFee, or heldAmount + adminFee. */
  readonly totalAmount: Rupiah;
  readonly channel: CollectionChannel;
  readonly bank: { readonly code: string; readonly name: string };
  readonly bankReference: string;
  /** When the bank says it took the money, epoch milliseconds. */
  readonly paidAt: number;
  /** When it was posted here, epoch milliseconds. */
  readonly postedAt: number;
  /** IANA name of the utility's zone; times are printed with its label (WIB, WITA, WIT). */
  readonly zone: string;
  /** What the QR code holds: the page that proves this receipt genuine. */
  readonly verificationUrl: string;
}
