/** A revoked key must be refused on every process within 5 s; reading credentials afresh every 2 s keeps that. */
export const FRESH_MILLISECONDS = 2_000;

interface Copy<T> {
  readonly value: T;
  readonly loadedAt: number;
}

/** Something read from the database and kept for two seconds. */
export class FreshCopy<T> {
  private current: Copy<T> | undefined;
  private loading: Promise<Copy<T>> | undefined;

  constructor(private readonly load: () => Promise<T>) {}

  /** What is still fresh, at once; undefined when it has to be read. Who is asked with every call need not wait for it. */
  fresh(): T | undefined {
    return this.current !== undefined && performance.now() - this.current.loadedAt < FRESH_MILLISECONDS
      ? this.current.value
      : undefined;
  }

  async get(): Promise<T> {
    const fresh = this.fresh();
    if (fresh !== undefined) return fresh;
    // Calls that arrive together share one read. What cannot be read is never replaced by an old copy.
    const loading = (this.loading ??= this.read());
    try {
      const copy = await loading;
      // A read that began before something was forgotten may have missed the change: it serves its callers only.
      if (this.loading === loading) this.current = copy;
      return copy.value;
    } finally {
      if (this.loading === loading) this.loading = undefined;
    }
  }

  /** The next one to ask reads anew, also when a read is already under way. */
  forget(): void {
    this.current = undefined;
    this.loading = undefined;
  }

  private async read(): Promise<Copy<T>> {
    const loadedAt = performance.now();
    return { value: await this.load(), loadedAt };
  }
}
