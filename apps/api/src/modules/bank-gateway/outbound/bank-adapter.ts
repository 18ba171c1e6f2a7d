import type { Rupiah } from '@tirtapay/domain';

/**
 * What came of asking a bank to do something. UNKNOWN is never FAILED: the bank may have done it, so it has to be asked
 * again before anything is concluded.
 */
export type BankOutcome<T> =
  | { readonly state: 'DONE'; readonly value: T }
  | {
      readonly state: 'FAILED';
      /** UNREACHABLE: it never arrived, trying again later is harmless. REFUSED: the bank said no. */
      readonly reason: 'UNREACHABLE' | 'REFUSED';
      readonly responseCode: string | null;
      readonly message: string;
    }
  | { readonly state: 'UNKNOWN'; readonly message: string };

/** Refused, or nobody knows. */
export type NotDone = Exclude<BankOutcome<never>, { state: 'DONE' }>;

/** Names an account at the bank. */
export interface VaName {
  readonly trxId: string;
  /** Digits after the bank's prefix. */
  readonly customerNo: string;
}

export interface NewVa extends VaName {
  readonly payerName: string;
  /** Bills and stamp duty; the bank adds its fee on top. */
  readonly amount: Rupiah;
  readonly adminFee: Rupiah;
  /** RFC 3339. */
  readonly expiresAt: string;
}

/** CLOSED: expired or cancelled over there. ABSENT: the bank has never had it. */
type StateOverThere = 'OPEN' | 'PAID' | 'CLOSED' | 'ABSENT';

export interface VaStatus {
  readonly status: StateOverThere;
  readonly payment: BankPayment | null;
}

/** A payment the bank tells of when it is asked. */
export interface BankPayment {
  /** The reference it carries in notification and `process`; without one it cannot be booked. */
  readonly bankReference: string | null;
  /**
   * Null when the bank does not say. Of an account: bills and stamp duty, the bank's fee apart, as everywhere in SNAP's
   * account services. Of a code: what the payer paid, because a code carries one amount.
   */
  readonly amount: number | null;
  readonly paidAt: string | null;
}

export interface QrName {
  readonly partnerReferenceNo: string;
  readonly referenceNo: string | null;
}

export interface NewQr {
  readonly partnerReferenceNo: string;
  /** What the code asks the payer for: bills, stamp duty and the bank's fee. */
  readonly amount: Rupiah;
  readonly adminFee: Rupiah;
  readonly expiresAt: string;
}

export interface CreatedQr {
  readonly referenceNo: string;
  /** The text the code holds. */
  readonly payload: string;
  readonly merchantName: string | null;
  readonly nmid: string | null;
}

export interface QrStatus {
  readonly status: StateOverThere;
  readonly payment: BankPayment | null;
}

export interface QrRefund extends QrName {
  /** Unique per refund: repeating it never pays back twice. */
  readonly partnerRefundNo: string;
  readonly amount: Rupiah;
  readonly reason: string;
}

export interface ReportedVaPayment {
  readonly virtualAccountNo: string;
  readonly bankReference: string | null;
  readonly amount: number | null;
  readonly paidAt: string | null;
}

/** A bank's file of a day, as its host hands it out. */
export interface DayFile {
  readonly name: string;
  /** Lower-case hex, of the file as it is unpacked. */
  readonly sha256: string;
  /** gzip. */
  readonly packed: Buffer;
}

/** Ties a call to the checkout it serves, in the log of outgoing calls. */
export interface CallPurpose {
  readonly checkoutId: number | null;
}

/** What we ask of a bank, in our words. One implementation per protocol. */
export interface BankAdapter {
  createVa(wanted: NewVa, purpose: CallPurpose): Promise<BankOutcome<null>>;
  /** DONE also when the account is gone or paid: either way it takes no more money. */
  cancelVa(account: VaName, purpose: CallPurpose): Promise<BankOutcome<null>>;
  inquireVa(account: VaName, purpose: CallPurpose): Promise<BankOutcome<VaStatus>>;
  generateQr(wanted: NewQr, purpose: CallPurpose): Promise<BankOutcome<CreatedQr>>;
  queryQr(code: QrName, purpose: CallPurpose): Promise<BankOutcome<QrStatus>>;
  cancelQr(code: QrName, reason: string, purpose: CallPurpose): Promise<BankOutcome<null>>;
  refundQr(refund: QrRefund, purpose: CallPurpose): Promise<BankOutcome<{ readonly refundNo: string }>>;
  /** Payments of one calendar day (`YYYY-MM-DD`, the bank's clock). */
  vaReport(day: string): Promise<BankOutcome<readonly ReportedVaPayment[]>>;
  /** What the bank settles on a day (`YYYY-MM-DD`); a day that has no file yet is refused. */
  dayFile(day: string): Promise<BankOutcome<DayFile>>;
}
