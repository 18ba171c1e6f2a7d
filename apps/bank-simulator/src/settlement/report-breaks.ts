import { z } from 'zod';
import { SETTLEMENT_BREAKS, type SettlementBreak } from './settlement-breaks';

export const reportBreaksOrder = z.strictObject({ breaks: z.array(z.enum(SETTLEMENT_BREAKS)).max(20) });

/** With which mistakes the report service (35) answers and the file of a day is handed out, until others are chosen; kept in memory until the sandbox ends. */
export class ReportBreaks {
  private chosen: readonly SettlementBreak[] = [];

  choose(breaks: readonly SettlementBreak[]): void {
    this.chosen = breaks;
  }

  all(): readonly SettlementBreak[] {
    return this.chosen;
  }
}
