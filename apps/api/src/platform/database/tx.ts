import type { PoolClient, QueryResultRow } from 'pg';

/**
 * An open transaction. It is the first argument of every function that writes; only use-case services open one.
 */
export class Tx {
  constructor(private readonly client: PoolClient) {}

  /** Runs one parameterised statement. */
  async query<Row extends QueryResultRow = QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    const result = await this.client.query<Row>(sql, values as unknown[]);
    return result.rows;
  }

  /** Same, planned once per connection under `name`; for the statements a bank waits for. */
  async prepared<Row extends QueryResultRow = QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const result = await this.client.query<Row>({ name, text, values: values as unknown[] });
    return result.rows;
  }

  /** The number of rows a write touched. */
  async execute(sql: string, values: readonly unknown[] = []): Promise<number> {
    const result = await this.client.query(sql, values as unknown[]);
    return result.rowCount ?? 0;
  }
}
