/** When the bank says it took the money, as it wrote it; information, the business date is the server's. */
export interface PaidAt {
  readonly text: string;
  readonly epoch: number;
  /** Between 3 days ago and 5 minutes ahead. */
  readonly plausible: boolean;
}

const OLDEST = 3 * 24 * 3_600_000;
const NEWEST = 5 * 60_000;

/** A repetition may come any time later, so a date out of range refuses only a payment that would be posted now. */
export function paidAt(text: string, epoch: number, now: number): PaidAt {
  return { text, epoch, plausible: epoch >= now - OLDEST && epoch <= now + NEWEST };
}
