import type { Database } from '../database';
import { StepBack } from './step-back';

/** Rows that are in memory at once; larger pieces were not faster. */
const AT_A_TIME = 250;

/**
 * The rows of a statement in their order, a few hundred at a time: for files of any size in bounded memory, behind whoever else
 * calls. Who reads must read at once, a transaction is open until the last row; and a piece is gone when the next is asked for.
 * @param expected told how many there are before the first of them: the rows are then worked out once, kept by the server
 *   beside its memory, counted there and read from there
 */
export async function* exportPieces<Row extends object>(
  database: Database,
  sql: string,
  values: readonly unknown[],
  expected?: (rows: number) => void,
): AsyncGenerator<Row[]> {
  const client = await database.connection('export');
  let broken: Error | undefined;
  let over = false;
  try {
    await client.query('BEGIN READ ONLY');
    await client.query(`DECLARE export ${expected ? 'SCROLL ' : ''}CURSOR FOR ${sql}`, [...values]);
    if (expected) {
      const { rowCount } = await client.query('MOVE ALL FROM export');
      expected(rowCount ?? 0);
      await client.query('MOVE ABSOLUTE 0 FROM export');
    }
    const others = new StepBack();
    for (;;) {
      const { rows } = await client.query<Row>(`FETCH ${String(AT_A_TIME)} FROM export`);
      if (rows.length === 0) break;
      yield rows;
      // The promises of the driver hang together from one answer to the next: once the first has grown old, each takes its rows
      // into old space with it, where a million of them lay until a full collection. Without rows it takes nothing.
      rows.length = 0;
      await others.turn();
    }
    await client.query('COMMIT');
    over = true;
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    // Whoever stopped reading left the transaction open.
    if (broken === undefined && !over)
      await client.query('ROLLBACK').catch((error: unknown) => (broken = error as Error));
    client.release(broken);
  }
}
