/** One call to a supplier, as this process made it. */
export interface RememberedCall {
  readonly at: number;
  readonly milliseconds: number;
  /** The HTTP status; null when no answer came. */
  readonly status: number | null;
  /** Why none came. */
  readonly error: string | null;
}

const KEPT = 20;
const MAX_ERROR = 200;

/** The last calls to each supplier, for people who look why it is slow or silent; forgotten with the process. */
export class CallMemory {
  private readonly calls = new Map<number, RememberedCall[]>();

  /** Newest first. */
  of(supplierId: number): readonly RememberedCall[] {
    return this.calls.get(supplierId) ?? [];
  }

  /** Carries a call out and remembers how it went. */
  async remember<T extends { readonly status: number }>(
    supplierId: number,
    now: () => number,
    call: () => Promise<T>,
  ): Promise<T> {
    const at = now();
    const keep = (status: number | null, error: string | null) => {
      const known = this.calls.get(supplierId) ?? [];
      this.calls.set(supplierId, [{ at, milliseconds: now() - at, status, error }, ...known].slice(0, KEPT));
    };
    try {
      const answer = await call();
      keep(answer.status, null);
      return answer;
    } catch (error) {
      keep(null, String(error instanceof Error ? error.message : error).slice(0, MAX_ERROR));
      throw error;
    }
  }
}
