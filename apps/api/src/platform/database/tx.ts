import type { PoolClient, QueryResultRow } from 'pg';
import { withListsWritten } from './array-text';
import { inOnePacket } from './one-packet';
import { RowCopy } from './row-copy';

/**
 * `NAMED` plans once per connection, for at most a batch of the money core. `PLANNED_ANEW` is for thousands: a plan made
 * for ten rows would join them by nested loops; such a connection posts no payments, the checking triggers keep its
 * first plan too.
 */
export type Planning = 'NAMED' | 'PLANNED_ANEW';

/**
 * An open transaction. It is the first argument of every function that writes; only use-case services open one.
 */
export class Tx {
  private closing: Promise<void> | undefined;

  constructor(private readonly client: PoolClient) {}

  /** The COMMIT that was sent behind the last statement, if there is one. */
  get commit(): Promise<void> | undefined {
    return this.closing;
  }

  /** Runs one parameterised statement. */
  async query<Row extends QueryResultRow = QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    const result = await this.client.query<Row>(sql, values as unknown[]);
    return result.rows;
  }

  /**
   * Runs a statement that leaves exactly one row: an insert that returns its id, a counter, a row that is always there.
   * @throws Error naming the statement when there are none or several; that is a defect, and nothing is committed
   */
  async one<Row extends QueryResultRow = QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row> {
    const rows = await this.query<Row>(sql, values);
    const [row] = rows;
    if (row === undefined || rows.length > 1)
      throw new Error(`${String(rows.length)} rows in place of one: ${sql.trim().slice(0, 80)}`);
    return row;
  }

  /** Same as `query`, planned once per connection under `name`; for the statements a bank waits for. */
  async prepared<Row extends QueryResultRow = QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const result = await this.client.query<Row>({ name, text, values: withListsWritten(values) });
    return result.rows;
  }

  /** `prepared` or `query`, for statements that serve both a batch and thousands. */
  planned<Row extends QueryResultRow = QueryResultRow>(
    planning: Planning,
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    return planning === 'NAMED' ? this.prepared<Row>(name, text, values) : this.query<Row>(text, values);
  }

  /**
   * The last statement of the transaction, with COMMIT sent right behind it and not after its answer: one wait less, and
   * whatever the statement locks is held for the shortest time. When the statement fails, PostgreSQL turns the COMMIT
   * into a ROLLBACK.
   */
  async preparedAndCommit<Row extends QueryResultRow = QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const result = this.client.query<Row>({ name, text, values: withListsWritten(values) });
    this.closing = this.client.query('COMMIT').then(({ command }) => {
      if (command !== 'COMMIT') throw new Error('the transaction was rolled back');
    });
    this.closing.catch(() => undefined);
    return (await result).rows;
  }

  /**
   * Begins to write rows by the hundred thousand: COPY is several times an INSERT of arrays. Until it is ended or given up
   * the transaction runs nothing else; not on the pool of money, which pipelines.
   * @param into table and columns, e.g. `file_line (file_id, line)`
   */
  copyInto(into: string): RowCopy {
    return new RowCopy(this.client, into);
  }

  /** What `ask` sends leaves in one packet: each of its own would wake the server once more. */
  inOnePacket<T>(ask: () => T): T {
    return inOnePacket(this.client, ask);
  }

  /** The number of rows a write touched. */
  async execute(sql: string, values: readonly unknown[] = []): Promise<number> {
    const result = await this.client.query(sql, values as unknown[]);
    return result.rowCount ?? 0;
  }
}
