import type { Rupiah } from '../money';
import type { BusinessDate } from '../time';

/**
 * What is owed: water of a month; a balance taken over from the system before; a charge that is no water; a share of a
 * plan that replaced other bills. Only WATER has a reading and a tariff version.
 */
export const BILL_KINDS = ['WATER', 'OPENING', 'NONWATER', 'INSTALMENT'] as const;
export type BillKind = (typeof BILL_KINDS)[number];

/** What a tariff asks for. */
export const BILL_LINE_KINDS = ['WATER_BLOCK', 'MINIMUM', 'FIXED'] as const;
export type BillLineKind = (typeof BILL_LINE_KINDS)[number];

/** With what other kinds of bill, and corrections carried by a bill, ask for. */
export const STORED_BILL_LINE_KINDS = [
  ...BILL_LINE_KINDS,
  'KOREKSI',
  'NONWATER',
  'INSTALMENT',
  'OPENING',
] as const;
export type StoredBillLineKind = (typeof STORED_BILL_LINE_KINDS)[number];

/** `amount` is always `quantity × rate`, so that a bill can be recomputed from its own paper. */
export type BillLine = {
  readonly kind: BillLineKind;
  readonly code: string;
  /** Indonesian, as printed. */
  readonly label: string;
  readonly quantity: number;
  readonly unit: 'm3' | 'bulan';
  readonly rate: Rupiah;
  readonly amount: Rupiah;
  /** `10 m³ × Rp2.000 = Rp20.000` */
  readonly formula: string;
};

export type ComposedBill = {
  readonly lines: readonly BillLine[];
  /** Blocks and minimum. */
  readonly waterAmount: Rupiah;
  readonly fixedAmount: Rupiah;
  readonly total: Rupiah;
  readonly dueDate: BusinessDate;
  /** The whole calculation in sentences, in Indonesian. */
  readonly trace: readonly string[];
};

export type RecomputedBill = {
  readonly waterAmount: Rupiah;
  readonly fixedAmount: Rupiah;
  readonly total: Rupiah;
  /** Positions of lines whose stored amount is not quantity × rate. */
  readonly wrongLines: readonly number[];
};
