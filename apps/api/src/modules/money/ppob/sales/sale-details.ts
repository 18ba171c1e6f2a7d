import { PPOB_SERVICES, type PpobFieldName, type PpobOrder, type PpobServiceCode } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';

/** The detail table of each service; its columns are the service's fields. */
const TABLES: Readonly<Record<PpobServiceCode, string>> = {
  PAJAK: 'transaction_details_pajak',
  PLN: 'transaction_details_pln',
  PDAM: 'transaction_details_pdam',
  PULSA: 'transaction_details_pulsa',
  PGN: 'transaction_details_pgn',
  MUSIK: 'transaction_details_musik',
  TV: 'transaction_details_tv',
  PAKET_DATA: 'transaction_details_paket_data',
  VOUCHER_GAME: 'transaction_details_voucher_game',
  VOUCHER_MAKANAN: 'transaction_details_voucher_makanan',
  QURBAN: 'transaction_details_qurban',
  ZAKAT: 'transaction_details_zakat',
};

const CODE_COLUMNS = { TOKEN: 'token', VOUCHER: 'kode_voucher' } as const;

export type SaleFields = Readonly<Partial<Record<PpobFieldName, string | number>>>;

function columnsOf(code: PpobServiceCode): readonly PpobFieldName[] {
  return PPOB_SERVICES[code].fields.map(({ name }) => name);
}

export async function writeDetails(tx: Tx, saleId: number, { service, fields }: PpobOrder): Promise<void> {
  const columns = columnsOf(service.code);
  const places = columns.map((_, index) => `$${String(index + 2)}`);
  await tx.query(
    `INSERT INTO ${TABLES[service.code]} (transaction_id, ${columns.join(', ')}) VALUES ($1, ${places.join(', ')})`,
    [saleId, ...columns.map((column) => fields[column])],
  );
}

/** What was handed over stands with the details as well, where the specification keeps it. */
export async function writeCode(tx: Tx, saleId: number, code: PpobServiceCode, text: string): Promise<void> {
  const { delivers } = PPOB_SERVICES[code];
  if (delivers === null) return;
  await tx.query(`UPDATE ${TABLES[code]} SET ${CODE_COLUMNS[delivers]} = $2 WHERE transaction_id = $1`, [
    saleId,
    text,
  ]);
}

/** Runs one statement, inside a transaction or outside. */
export type Query = <Row extends object>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

export async function readDetails(query: Query, saleId: number, code: PpobServiceCode): Promise<SaleFields> {
  const [row] = await query<Record<string, string | number>>(
    `SELECT ${columnsOf(code).join(', ')} FROM ${TABLES[code]} WHERE transaction_id = $1`,
    [saleId],
  );
  if (row === undefined) throw new Error(`sale ${String(saleId)} has no details`);
  return row;
}
