import { join } from 'node:path';
import { z } from 'zod';
import { JsonLines } from './json-lines';

const statementEntry = z.strictObject({
  /** Code of the supplier or partner whose statement has it. */
  of: z.string().min(1).max(12),
  kind: z.enum(['SUPPLIER', 'PARTNER']),
  reference: z.string().min(1).max(128),
  customer_no: z.string().max(32),
  text: z.string().max(200),
  /** Integer rupiah in the biller's favour: a purchase at a supplier is below zero, a partner's sale above. */
  amount: z.int().min(-1e12).max(1e12),
  /** RFC 3339. */
  at: z.string().max(40),
});

/** A movement a supplier or partner has in its own books. */
export type StatementEntry = z.infer<typeof statementEntry>;

export const statementOrder = z.strictObject({ entries: z.array(statementEntry).max(5_000) });

/** What suppliers and partners had in their books before this sandbox was there; their statements speak of it. */
export class StatementBook {
  private readonly byName = new Map<string, StatementEntry>();
  private readonly lines: JsonLines<StatementEntry>;

  constructor(home: string) {
    const file = join(home, 'bank-simulator', 'statements.jsonl');
    this.lines = new JsonLines(file, statementEntry, (entry) => {
      this.byName.set(nameOf(entry), entry);
    });
  }

  /** What is known already stays as it is. */
  add(entries: readonly StatementEntry[]): void {
    this.lines.catchUp();
    this.lines.appendAll(entries.filter((entry) => !this.byName.has(nameOf(entry))));
  }

  all(): StatementEntry[] {
    this.lines.catchUp();
    return [...this.byName.values()];
  }
}

/** What was given back bears the reference of what was taken. */
function nameOf({ of, reference, amount }: StatementEntry): string {
  return `${of} ${reference} ${amount < 0 ? 'out' : 'in'}`;
}
