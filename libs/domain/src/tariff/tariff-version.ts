import type { Rupiah } from '../money';
import type { Period } from '../time';

/** A price band: above `lower` m³ (0 for the first) up to and including `upper` m³ (null = open). */
export type TariffBlock = { readonly lower: number; readonly upper: number | null; readonly rate: Rupiah };

/** A monthly charge. With `meterSizeMm` it applies to meters of that size only (dana meter goes by diameter). */
export type FixedCharge = {
  readonly code: string;
  readonly label: string;
  readonly meterSizeMm: number | null;
  readonly amount: Rupiah;
};

/** The least a customer of the category pays for water: so many m³, or so many rupiah (fixed charges come on top). */
export const MINIMUM_KINDS = ['NONE', 'M3', 'RUPIAH'] as const;
export type MinimumKind = (typeof MINIMUM_KINDS)[number];

export type MinimumCharge =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'M3'; readonly value: number }
  | { readonly kind: 'RUPIAH'; readonly value: Rupiah };

/** One decree for one category. Immutable once active. */
export type TariffVersion = {
  readonly code: string;
  /** Number of the regulation, printed wherever the price is explained. */
  readonly legalBasis: string;
  /** First usage period it prices. */
  readonly validFrom: Period;
  readonly blocks: readonly TariffBlock[];
  readonly fixedCharges: readonly FixedCharge[];
  readonly minimum: MinimumCharge;
  /** Fixed charges go on while a connection is sealed for the whole month; absent is no. */
  readonly chargeWhenSealed?: boolean;
};

export type WaterLine = {
  readonly lower: number;
  readonly upper: number | null;
  /** m³ charged in this block. */
  readonly quantity: number;
  readonly rate: Rupiah;
  readonly amount: Rupiah;
};

export type WaterPrice = { readonly lines: readonly WaterLine[]; readonly amount: Rupiah };
