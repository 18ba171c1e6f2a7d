import type { SettlementLine } from '@tirtapay/domain';

/**
 * A bank that books a transfer and its fee as two rows of one sequence with one text: the debit is the fee of the
 * credit. Rows may stand in any order, so debits wait for their credit and go out as they are when none comes.
 */
export class FeePairs {
  private readonly credits = new Set<string>();
  private readonly waiting = new Map<string, SettlementLine[]>();

  /** The lines that are certain now. */
  take(line: SettlementLine): SettlementLine[] {
    if (line.bank_reference === null || line.kind === 'REVERSAL') return [line];
    const key = `${line.booked_on ?? ''}|${line.bank_reference}|${line.text}`;
    if (line.direction === 'DEBIT') {
      if (this.credits.has(key)) return [{ ...line, kind: 'FEE' }];
      this.waiting.set(key, [...(this.waiting.get(key) ?? []), line]);
      return [];
    }
    this.credits.add(key);
    const fees = this.waiting.get(key) ?? [];
    this.waiting.delete(key);
    return [line, ...fees.map((fee) => ({ ...fee, kind: 'FEE' as const }))];
  }

  rest(): SettlementLine[] {
    return [...this.waiting.values()].flat();
  }
}
