import { PPOB_SERVICES, type PpobFieldName, type PpobOrder, type PpobServiceCode } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import { SALE_DETAILS } from '../entities/sale-details.entity';

export type SaleFields = Readonly<Partial<Record<PpobFieldName, string | number>>>;

function columnsOf(code: PpobServiceCode): readonly PpobFieldName[] {
  return PPOB_SERVICES[code].fields.map(({ name }) => name);
}

export async function writeDetails(tx: Tx, saleId: number, { service, fields }: PpobOrder): Promise<void> {
  const columns = columnsOf(service.code);
  const places = columns.map((_, index) => `$${String(index + 2)}`);
  await tx.query(
    `${SALE_DETAILS[service.code].insert} (transaction_id, ${columns.join(', ')}) VALUES ($1, ${places.join(', ')})`,
    [saleId, ...columns.map((column) => fields[column])],
  );
}

export async function writeCode(tx: Tx, saleId: number, code: PpobServiceCode, text: string): Promise<void> {
  const { handOver } = SALE_DETAILS[code];
  if (handOver !== undefined) await tx.query(`${handOver} = $2 WHERE transaction_id = $1`, [saleId, text]);
}

/** Runs one statement, inside a transaction or outside. */
export type Query = <Row extends object>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

export async function readDetails(query: Query, saleId: number, code: PpobServiceCode): Promise<SaleFields> {
  const [row] = await query<Record<string, string | number>>(
    `SELECT ${columnsOf(code).join(', ')} ${SALE_DETAILS[code].from} WHERE transaction_id = $1`,
    [saleId],
  );
  if (row === undefined) throw new Error(`sale ${String(saleId)} has no details`);
  return row;
}
