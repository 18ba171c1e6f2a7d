/** A revoked key must be refused on every process within 5 s; reading credentials afresh every 2 s keeps that. */
const FRESH_MILLISECONDS = 2_000;

/** Something read from the database and kept for two seconds. */
export class FreshCopy<T> {
  private current: { readonly value: T; readonly loadedAt: number } | undefined;
  private loading: Promise<{ readonly value: T; readonly loadedAt: number }> | undefined;

  constructor(private readonly load: () => Promise<T>) {}

  async get(): Promise<T> {
    if (this.current !== undefined && performance.now() - this.current.loadedAt < FRESH_MILLISECONDS)
      return this.current.value;
    // Calls that arrive together share one read. What cannot be read is never replaced by an old copy.
    this.loading ??= this.read().finally(() => {
      this.loading = undefined;
    });
    this.current = await this.loading;
    return this.current.value;
  }

  forget(): void {
    this.current = undefined;
  }

  private async read(): Promise<{ value: T; loadedAt: number }> {
    const loadedAt = performance.now();
    return { value: await this.load(), loadedAt };
  }
}
