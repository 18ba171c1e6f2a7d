import type { SettlementLine } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';

const STORE = `
  INSERT INTO berkas_rekonsiliasi_baris (file_id, line, raw, booked_on, booked_at, direction, amount, sen, kind, reference, bank_reference,
    request_id, va_number, customer_number, channel, fee, gross, text)
  SELECT $1, l.* FROM unnest($2::int[], $3::text[], $4::date[], $5::time[], $6::text[], $7::bigint[], $8::smallint[], $9::text[], $10::text[],
    $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::bigint[], $17::bigint[], $18::text[]) AS l`;

/** A batch of lines in one statement. */
export async function storeLines(tx: Tx, fileId: number, lines: readonly SettlementLine[]): Promise<void> {
  if (lines.length === 0) return;
  const column = <K extends keyof SettlementLine>(name: K): SettlementLine[K][] =>
    lines.map((line) => line[name]);
  await tx.query(STORE, [
    fileId,
    column('line'),
    column('raw'),
    column('booked_on'),
    column('booked_at'),
    column('direction'),
    column('amount'),
    column('sen'),
    column('kind'),
    column('reference'),
    column('bank_reference'),
    column('request_id'),
    column('va_number'),
    column('customer_number'),
    column('channel'),
    column('fee'),
    column('gross'),
    column('text'),
  ]);
}
