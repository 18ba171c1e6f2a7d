import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

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
 * What the bank has sent, kept on disk before it is sent: a bank that forgets its reference cannot ask or retry. One
 * JSON object a line, appended whole, the last line of a payment wins: the page and the command line may write at the
 * same time, and a line torn by a crash costs that line only.
 */
export class PaymentJournal {
  private readonly file: string;

  constructor(home: string) {
    const folder = join(home, 'bank-simulator');
    mkdirSync(folder, { recursive: true });
    this.file = join(folder, 'journal.jsonl');
  }

  record(entry: JournalEntry): void {
    appendFileSync(this.file, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
  }

  /** Every payment in its last known state, newest first. */
  all(): JournalEntry[] {
    const byReference = new Map<string, JournalEntry>();
    for (const entry of this.lines()) byReference.set(`${entry.bank} ${entry.reference}`, entry);
    return [...byReference.values()].sort((a, b) => b.sent_at.localeCompare(a.sent_at));
  }

  /** The payment under a reference; of any bank when none is named. */
  find(reference: string, bank?: string): JournalEntry | null {
    const matches = (entry: JournalEntry): boolean =>
      entry.reference === reference && (bank === undefined || entry.bank === bank);
    return this.all().find(matches) ?? null;
  }

  private lines(): JournalEntry[] {
    if (!existsSync(this.file)) return [];
    return readFileSync(this.file, 'utf8')
      .split('\n')
      .flatMap((line) => entryOf(line));
  }
}

function entryOf(line: string): JournalEntry[] {
  try {
    const result = entrySchema.safeParse(JSON.parse(line));
    return result.success ? [result.data] : [];
  } catch {
    return [];
  }
}
