/** One payment of a bank's day, as the bank would write it into its file. */
export interface SettlementRow {
  /** `YYYYMMDD`, the bank's zone. */
  readonly date: string;
  /** `HHMMSS`. */
  readonly time: string;
  readonly reference: string;
  /** Empty for what did not come by SNAP. */
  readonly paymentRequestId: string;
  /** Empty where the bank knows none. */
  readonly customerNo: string;
  /** Billing periods, `YYYYMM`. */
  readonly periods: readonly string[];
  readonly sheets: number;
  /** Integer rupiah that reach the utility: bills and stamp duty, less what the bank keeps of them. */
  readonly amount: number;
  /** What the bank keeps, integer rupiah. */
  readonly fee: number;
  /** ISO 8583 code of the channel: 6010 teller, 6017 mobile, … */
  readonly channel: string;
  /** `00`; anything else: the bank took it back. */
  readonly status: string;
}

/** What stands in the file besides its rows. */
export interface BankDay {
  /** The bank's code, in the head record. */
  readonly bank: string;
  /** `YYYYMMDD`. */
  readonly day: string;
  /** The utility's account at the bank. */
  readonly account: string;
  /** Integer rupiah in the account before the day. */
  readonly opening: number;
  readonly rows: readonly SettlementRow[];
}

export const SUCCEEDED = '00';

/** What the day leaves in the account: a payment that was taken back leaves nothing. */
export function closingOf({ opening, rows }: BankDay): number {
  return rows.reduce((sum, { amount, status }) => sum + (status === SUCCEEDED ? amount : 0), opening);
}
