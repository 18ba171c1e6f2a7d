/** One call on the wire, either way: what the page lists and what the control API gives to tests. */
export interface BankCall {
  readonly id: number;
  /** RFC 3339, the bank's zone. */
  readonly at: string;
  /** OUT: the bank calls the biller. IN: the biller calls the bank. */
  readonly direction: 'OUT' | 'IN';
  readonly protocol: 'NATIVE' | 'SNAP';
  readonly bank: string;
  /** The bank's word for it. */
  readonly operation: string;
  readonly method: string;
  readonly target: string;
  readonly request_body: string;
  readonly string_to_sign: string | null;
  readonly signature: string | null;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  /** SNAP's seven digits or the native problem code; null for a native success. */
  readonly response_code: string | null;
  readonly response_body: string | null;
  /** Native answers are signed; SNAP's are not (null). */
  readonly verdict: 'VALID' | 'INVALID' | 'ABSENT' | null;
  readonly string_to_verify: string | null;
  readonly answer_signature: string | null;
  readonly elapsed_ms: number;
  /** Why there is no answer. */
  readonly failure: string | null;
  /** The fault that was played on this call. */
  readonly fault: string | null;
}

const KEPT = 500;

/** The last calls, newest first, in memory. */
export class CallLog {
  private readonly kept: BankCall[] = [];
  private lastId = 0;

  add(call: Omit<BankCall, 'id'>): BankCall {
    this.lastId += 1;
    const stored = { ...call, id: this.lastId };
    this.kept.unshift(stored);
    this.kept.length = Math.min(this.kept.length, KEPT);
    return stored;
  }

  recent(count: number): readonly BankCall[] {
    return this.kept.slice(0, count);
  }

  /** Calls with a greater id, oldest first. */
  after(id: number): readonly BankCall[] {
    return this.kept.filter((call) => call.id > id).reverse();
  }
}
