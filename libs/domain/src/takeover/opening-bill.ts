import { addRupiah, formatRupiah, type Rupiah } from '../money';
import { periodName, type Period } from '../time';

/** A line of a bill that was taken over: `amount` is `1 × rate`, like every line. */
export interface OpeningLine {
  readonly code: 'SALDO' | 'DENDA';
  /** Indonesian, as printed. */
  readonly label: string;
  readonly amount: Rupiah;
  readonly formula: string;
}

/**
 * What a bill of kind OPENING consists of: what the month cost, and the penalty as it stood, each marked. Both are
 * principal here: the penalty of the system before bears none of ours.
 */
export function openingLines(owed: {
  readonly period: Period;
  readonly principal: Rupiah;
  readonly penalty: Rupiah;
}): { readonly lines: readonly OpeningLine[]; readonly total: Rupiah } {
  const line = (code: OpeningLine['code'], label: string, amount: Rupiah): OpeningLine => ({
    code,
    label,
    amount,
    formula: `1 × ${formatRupiah(amount)} = ${formatRupiah(amount)}`,
  });
  const month = periodName(owed.period, 'id');
  const lines = [
    line('SALDO', `Tunggakan ${month}, diambil alih`, owed.principal),
    ...(owed.penalty > 0 ? [line('DENDA', `Denda ${month} sampai pengambilalihan`, owed.penalty)] : []),
  ];
  return { lines, total: addRupiah(owed.principal, owed.penalty) };
}
