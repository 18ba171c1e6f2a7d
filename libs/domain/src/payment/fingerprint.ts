import type { Rupiah } from '../money';

export declare function paymentFingerprintSource(meaning: {
  readonly customerNumber: string;
  readonly billNumbers: readonly string[];
  readonly amount: Rupiah | number;
}): string;
