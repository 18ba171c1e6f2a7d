import { EnvelopeError } from '@tirtapay/bank-protocol';
import type { Database, Tx } from '../database';
import type { SealedColumn } from './sealed-columns';
import type { Vault } from './vault';

export interface RotatedColumn extends SealedColumn {
  readonly resealed: number;
  /** Rows whose envelope no key at hand opens; they were left as they are. */
  readonly unreadable: readonly number[];
}

interface Row {
  id: number;
  envelope: string;
}

const BATCH = 200;

/**
 * Seals every envelope of another key again under the current one, a few rows at a time and each batch in a short
 * transaction of its own, so that the application goes on meanwhile. Run again after an interruption it goes on with
 * what is left.
 */
export async function rotateEnvelopes(
  database: Database,
  vault: Vault,
  columns: readonly SealedColumn[],
): Promise<RotatedColumn[]> {
  const results: RotatedColumn[] = [];
  for (const column of columns) results.push(await rotateColumn(database, vault, column));
  return results;
}

async function rotateColumn(database: Database, vault: Vault, column: SealedColumn): Promise<RotatedColumn> {
  const unreadable: number[] = [];
  let resealed = 0;
  let after = 0;
  for (;;) {
    const rows = await database.transaction((tx) => rotateBatch(tx, vault, column, after), 'screen');
    const last = rows.at(-1);
    if (last === undefined) return { ...column, resealed, unreadable };
    after = last.id;
    resealed += rows.filter((row) => row.sealed).length;
    unreadable.push(...rows.filter((row) => !row.sealed).map((row) => row.id));
  }
}

async function rotateBatch(
  tx: Tx,
  vault: Vault,
  column: SealedColumn,
  after: number,
): Promise<{ id: number; sealed: boolean }[]> {
  const { table, column: name, idColumn, indexColumn } = column;
  // Locked, so that a secret changed at the same moment is not overwritten with its predecessor.
  const rows = await tx.query<Row>(
    `SELECT ${idColumn} AS id, ${name} AS envelope FROM ${table}
     WHERE ${idColumn} > $1 AND ${name} IS NOT NULL AND split_part(${name}, ':', 2)::int <> $2
     ORDER BY ${idColumn} LIMIT ${String(BATCH)} FOR NO KEY UPDATE`,
    [after, vault.currentKeyId],
  );
  const fresh = rows.map((row) => resealed(vault, column, row));
  const sealed = fresh.filter((row) => row.envelope !== null);
  if (sealed.length > 0)
    await tx.query(
      `UPDATE ${table} t SET ${name} = s.envelope${indexColumn === undefined ? '' : `, ${indexColumn} = s.index`}
       FROM unnest($1::bigint[], $2::text[], $3::bytea[]) AS s (id, envelope, index) WHERE t.${idColumn} = s.id`,
      [sealed.map(({ id }) => id), sealed.map(({ envelope }) => envelope), sealed.map(({ index }) => index)],
    );
  return fresh.map(({ id, envelope }) => ({ id, sealed: envelope !== null }));
}

function resealed(
  vault: Vault,
  { table, column, indexColumn }: SealedColumn,
  { id, envelope }: Row,
): { id: number; envelope: string | null; index: Buffer | null } {
  const location = { table, column, id };
  try {
    const plain = vault.open(envelope, location);
    const index = indexColumn === undefined ? null : vault.blindIndex(plain);
    return { id, envelope: vault.seal(plain, location), index };
  } catch (error) {
    if (error instanceof EnvelopeError) return { id, envelope: null, index: null };
    throw error;
  }
}

/** The ids of keys that sealed something and are not at hand: with one missing, nothing of it can be read. */
export async function missingDataKeys(
  database: Database,
  known: readonly number[],
  columns: readonly SealedColumn[],
): Promise<number[]> {
  const parts = columns.map(
    ({ table, column }) =>
      `SELECT split_part(${column}, ':', 2)::int AS key FROM ${table} WHERE ${column} IS NOT NULL`,
  );
  const rows = await database.screen<{ key: number }>(
    `SELECT DISTINCT key FROM (${parts.join(' UNION ALL ')}) AS used WHERE key <> ALL ($1) ORDER BY key`,
    [known],
  );
  return rows.map(({ key }) => key);
}
