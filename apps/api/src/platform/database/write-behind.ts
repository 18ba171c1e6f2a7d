import { Logger } from '@nestjs/common';
import { isFaultOfRow } from './errors';

export interface WriteBehindOptions<Row> {
  /** What is written, for the log: `bank calls`. */
  readonly name: string;
  /** A row waits at most so long for company. */
  readonly afterMilliseconds: number;
  /** So many rows are written at once. */
  readonly batchRows: number;
  /** So many rows are kept while the database is away; further ones are lost, and counted. */
  readonly heldRows: number;
  /**
   * Stores the rows in one statement, or none of them. `again`: an earlier try under the same rows may have been stored
   * before its answer was lost, so that what is there already must be left out.
   */
  readonly store: (rows: readonly Row[], again: boolean) => Promise<unknown>;
  /** Rows that could not be stored, however often it was tried; called again until it succeeds. */
  readonly reportLoss: (rows: number) => Promise<unknown>;
}

const PAUSES = [100, 250, 500, 1_000, 2_000, 5_000] as const;
/** What a stop waits for a database that is away. */
const LAST_TRIES = 4;

/**
 * Rows written behind the answer, many in one statement, none lost in silence: while the database is away they wait
 * and are tried again; when a row of a batch cannot be stored, the others are, since every batch that fails is halved
 * until the culprit stands alone; what is lost in the end is counted, logged and reported in the database.
 */
export class WriteBehind<Row> {
  private readonly logger = new Logger('write-behind');
  private held: Row[] = [];
  /** The first rows of `held` that a lost answer may have stored already. */
  private doubtful = 0;
  /** Rows of the batch being tried that cannot be stored: counted once, however often the others are tried. */
  private readonly refused = new Set<Row>();
  private lost = 0;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> | undefined;
  private failures = 0;

  constructor(private readonly options: WriteBehindOptions<Row>) {}

  add(row: Row): void {
    if (this.held.length >= this.options.heldRows) this.lose(1, 'too many rows wait for the database');
    else this.held.push(row);
    if (this.held.length >= this.options.batchRows && this.failures === 0) this.start();
    else this.schedule(this.options.afterMilliseconds);
  }

  /** Everything added so far is stored, or counted as lost, when this resolves. */
  async settled(): Promise<void> {
    while (this.held.length > 0 || this.lost > 0 || this.writing !== undefined) {
      this.start();
      await this.writing;
      if (this.failures > 0) await new Promise((resolve) => setTimeout(resolve, this.pause()));
    }
  }

  /** For the end of the process: waits for the database a few seconds, then says what is lost. */
  async close(): Promise<void> {
    for (let attempt = 0; attempt < LAST_TRIES && this.held.length > 0; attempt += 1) {
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, PAUSES[attempt]));
      this.start();
      await this.writing;
    }
    clearTimeout(this.timer);
    this.lose(this.held.length, 'the process ends while the database is away');
    this.held = [];
    if (this.lost > 0) await this.options.reportLoss(this.lost).catch(() => undefined);
  }

  private schedule(milliseconds: number): void {
    this.timer ??= setTimeout(() => {
      this.start();
    }, milliseconds);
  }

  private start(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing ??= this.drain().finally(() => {
      this.writing = undefined;
      if (this.held.length > 0 || this.lost > 0) this.schedule(this.pause());
    });
  }

  private pause(): number {
    return PAUSES[Math.min(this.failures, PAUSES.length) - 1] ?? this.options.afterMilliseconds;
  }

  /**
   * Writes what is there now. What comes meanwhile gathers company for as long as any other: a row of its own for each
   * statement that is under way would cost a busy server a statement for every few rows.
   */
  private async drain(): Promise<void> {
    let left = this.held.length;
    while (left > 0 || this.held.length >= this.options.batchRows) {
      const batch = this.held.slice(0, this.options.batchRows);
      const again = this.doubtful > 0;
      try {
        await this.storeOrHalve(batch, again);
      } catch (error) {
        this.failures += 1;
        this.doubtful = Math.max(this.doubtful, batch.length);
        this.logger.warn(`${this.options.name}: ${String(this.held.length)} rows wait: ${String(error)}`);
        return;
      }
      this.failures = 0;
      this.refused.clear();
      this.held = this.held.slice(batch.length);
      left -= batch.length;
      this.doubtful = Math.max(0, this.doubtful - batch.length);
    }
    await this.report();
  }

  /** @throws what passes: the whole batch is tried again, and the part that was stored left out */
  private async storeOrHalve(rows: readonly Row[], again: boolean): Promise<void> {
    try {
      await this.options.store(rows, again);
    } catch (error) {
      if (!isFaultOfRow(error)) throw error;
      const [only] = rows;
      if (rows.length === 1 && only !== undefined) {
        if (!this.refused.has(only)) this.lose(1, String(error));
        this.refused.add(only);
        return;
      }
      const half = Math.ceil(rows.length / 2);
      // Should the second half have to wait, the first is stored: from now on the batch is in doubt.
      this.doubtful = Math.max(this.doubtful, rows.length);
      await this.storeOrHalve(rows.slice(0, half), again);
      await this.storeOrHalve(rows.slice(half), again);
    }
  }

  private lose(rows: number, reason: string): void {
    if (rows === 0) return;
    this.lost += rows;
    this.logger.error(`${this.options.name}: ${String(rows)} rows lost: ${reason}`);
  }

  private async report(): Promise<void> {
    const rows = this.lost;
    if (rows === 0) return;
    try {
      await this.options.reportLoss(rows);
      this.lost -= rows;
    } catch (error) {
      this.failures += 1;
      this.logger.warn(`${this.options.name}: a loss of ${String(rows)} rows not reported: ${String(error)}`);
    }
  }
}
