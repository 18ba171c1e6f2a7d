import { join } from 'node:path';
import { z } from 'zod';
import { JsonLines } from './books/json-lines';

const entrySchema = z.object({
  /** Bank profile id. */
  bank: z.string(),
  reference: z.string(),
  customer_number: z.string(),
  /** Integer rupiah including the admin fee. */
  amount: z.int(),
  channel: z.string(),
  /** The process body exactly as sent, so that a retry repeats its bytes. */
  process_body: z.string(),
  sent_at: z.string(),
  /** What the bank last heard; UNKNOWN until a trusted answer came. */
  state: z.enum(['UNKNOWN', 'POSTED', 'REFUSED', 'REVERSED']),
  /** Body of the first trusted POSTED answer, for comparing a replay byte for byte. */
  posted_body: z.string().optional(),
  /** Sent with the first reversal and kept, so that repeating the reversal is the same reversal. */
  reversal_reference: z.string().optional(),
  refusal_code: z.string().optional(),
});

/** One payment as the bank remembers it. */
export type JournalEntry = z.infer<typeof entrySchema>;

/**
 * What the counter has sent, kept on disk before it is sent: a bank that forgets its reference cannot ask or retry. The
 * last line of a payment wins.
 */
export class PaymentJournal {
  private readonly byReference = new Map<string, JournalEntry>();
  private readonly lines: JsonLines<JournalEntry>;

  constructor(home: string) {
    this.lines = new JsonLines(join(home, 'bank-simulator', 'journal.jsonl'), entrySchema, (entry) => {
      this.byReference.set(`${entry.bank} ${entry.reference}`, entry);
    });
  }

  record(entry: JournalEntry): void {
    this.lines.append(entry);
  }

  /** Every payment in its last known state, newest first. */
  all(): JournalEntry[] {
    this.lines.catchUp();
    return [...this.byReference.values()].sort((a, b) => b.sent_at.localeCompare(a.sent_at));
  }

  /** The payment under a reference; of any bank when none is named. */
  find(reference: string, bank?: string): JournalEntry | null {
    const matches = (entry: JournalEntry): boolean =>
      entry.reference === reference && (bank === undefined || entry.bank === bank);
    return this.all().find(matches) ?? null;
  }
}
