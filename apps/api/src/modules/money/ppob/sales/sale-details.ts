import { PPOB_SERVICES, type PpobFieldName, type PpobOrder, type PpobServiceCode } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';

/*
 * Each service has a detail table of its own; its columns are the service's fields. The statements name the tables, so
 * that whoever looks for what touches one finds it.
 */
const INTO: Readonly<Record<PpobServiceCode, string>> = {
  PAJAK: 'INSERT INTO transaction_details_pajak',
  PLN: 'INSERT INTO transaction_details_pln',
  PDAM: 'INSERT INTO transaction_details_pdam',
  PULSA: 'INSERT INTO transaction_details_pulsa',
  PGN: 'INSERT INTO transaction_details_pgn',
  MUSIK: 'INSERT INTO transaction_details_musik',
  TV: 'INSERT INTO transaction_details_tv',
  PAKET_DATA: 'INSERT INTO transaction_details_paket_data',
  VOUCHER_GAME: 'INSERT INTO transaction_details_voucher_game',
  VOUCHER_MAKANAN: 'INSERT INTO transaction_details_voucher_makanan',
  QURBAN: 'INSERT INTO transaction_details_qurban',
  ZAKAT: 'INSERT INTO transaction_details_zakat',
};
const FROM: Readonly<Record<PpobServiceCode, string>> = {
  PAJAK: 'FROM transaction_details_pajak',
  PLN: 'FROM transaction_details_pln',
  PDAM: 'FROM transaction_details_pdam',
  PULSA: 'FROM transaction_details_pulsa',
  PGN: 'FROM transaction_details_pgn',
  MUSIK: 'FROM transaction_details_musik',
  TV: 'FROM transaction_details_tv',
  PAKET_DATA: 'FROM transaction_details_paket_data',
  VOUCHER_GAME: 'FROM transaction_details_voucher_game',
  VOUCHER_MAKANAN: 'FROM transaction_details_voucher_makanan',
  QURBAN: 'FROM transaction_details_qurban',
  ZAKAT: 'FROM transaction_details_zakat',
};
/** What was handed over stands with the details as well, where the specification keeps it. */
const SET_CODE: Readonly<Partial<Record<PpobServiceCode, string>>> = {
  PLN: 'UPDATE transaction_details_pln SET token',
  VOUCHER_GAME: 'UPDATE transaction_details_voucher_game SET kode_voucher',
  VOUCHER_MAKANAN: 'UPDATE transaction_details_voucher_makanan SET kode_voucher',
};

export type SaleFields = Readonly<Partial<Record<PpobFieldName, string | number>>>;

function columnsOf(code: PpobServiceCode): readonly PpobFieldName[] {
  return PPOB_SERVICES[code].fields.map(({ name }) => name);
}

export async function writeDetails(tx: Tx, saleId: number, { service, fields }: PpobOrder): Promise<void> {
  const columns = columnsOf(service.code);
  const places = columns.map((_, index) => `$${String(index + 2)}`);
  await tx.query(
    `${INTO[service.code]} (transaction_id, ${columns.join(', ')}) VALUES ($1, ${places.join(', ')})`,
    [saleId, ...columns.map((column) => fields[column])],
  );
}

export async function writeCode(tx: Tx, saleId: number, code: PpobServiceCode, text: string): Promise<void> {
  const set = SET_CODE[code];
  if (set !== undefined) await tx.query(`${set} = $2 WHERE transaction_id = $1`, [saleId, text]);
}

/** Runs one statement, inside a transaction or outside. */
export type Query = <Row extends object>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

export async function readDetails(query: Query, saleId: number, code: PpobServiceCode): Promise<SaleFields> {
  const [row] = await query<Record<string, string | number>>(
    `SELECT ${columnsOf(code).join(', ')} ${FROM[code]} WHERE transaction_id = $1`,
    [saleId],
  );
  if (row === undefined) throw new Error(`sale ${String(saleId)} has no details`);
  return row;
}
