import type { SupplierWord } from '@tirtapay/domain';

/** What we ask of a supplier. The reference was stored before: asking twice under it never buys twice. */
export interface SupplierOrder {
  readonly ref: string;
  readonly sku: string;
  /** Whose account, number or name it is for. */
  readonly account: string;
  /** Billed products are asked for first and paid then, under the same reference. */
  readonly billed: boolean;
  /** `MM-YYYY` where the order names a month. */
  readonly month: string | null;
  /** More than this we do not pay; null for what is billed. */
  readonly maxCost: number | null;
}

export interface SupplierAnswer {
  readonly word: SupplierWord;
  /** What was handed over: a token, a voucher, the supplier's own number. */
  readonly serial: string | null;
  /** What it costs us, when the supplier says so. */
  readonly cost: number | null;
  readonly message: string;
}

export type SupplierBill =
  | { readonly kind: 'BILL'; readonly amount: number; readonly accountName: string | null }
  /** The supplier knows no such account, or nothing is owed. */
  | { readonly kind: 'NONE'; readonly message: string }
  | { readonly kind: 'UNAVAILABLE' };

/** A supplier, in our words. One implementation per protocol. */
export interface SupplierAdapter {
  /** Moves nothing. */
  inquire(order: SupplierOrder): Promise<SupplierBill>;
  /** Whatever goes wrong on the way is UNKNOWN or PENDING, never FAILED. */
  buy(order: SupplierOrder): Promise<SupplierAnswer>;
  /** What became of an order that was sent. */
  ask(order: SupplierOrder): Promise<SupplierAnswer>;
  /** What it holds of ours, whole rupiah; null when it does not say. */
  balance(): Promise<number | null>;
  /** What a callback says, once its signature was found right; null when it is none of ours. */
  heard(body: unknown): { readonly ref: string; readonly answer: SupplierAnswer } | null;
}
