/** What a database that is away, or a lock that is held, takes at most: shorter than this nobody need be told. */
const LASTS_MILLISECONDS = 10 * 60_000;

/** Tells work that failed now and then from work that has not been done for long. */
export class LastingFailure {
  private since: number | undefined;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** It failed now. @returns whether it has done nothing else for long */
  lasts(): boolean {
    this.since ??= this.now();
    return this.now() - this.since >= LASTS_MILLISECONDS;
  }

  over(): void {
    this.since = undefined;
  }
}
