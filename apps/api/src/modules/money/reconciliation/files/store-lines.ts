import type { SettlementLine } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';

const INTO =
  'berkas_rekonsiliasi_baris (file_id, line, raw, booked_on, booked_at, direction, amount, sen, kind, reference, bank_reference, request_id, va_number, customer_number, channel, fee, gross, text)';

/**
 * Keeps the lines of a file while `read` hands them over, block by block; they are all there when it is done.
 * @returns what `read` came to
 */
export async function storeLines<T>(
  tx: Tx,
  fileId: number,
  read: (take: (lines: readonly SettlementLine[]) => Promise<void>) => Promise<T>,
): Promise<T> {
  const copy = tx.copyInto(INTO);
  try {
    const outcome = await read((lines) => copy.write(lines.map((line) => valuesOf(fileId, line))));
    await copy.end();
    return outcome;
  } catch (error) {
    copy.giveUp();
    throw error;
  }
}

function valuesOf(fileId: number, line: SettlementLine) {
  return [
    fileId,
    line.line,
    line.raw,
    line.booked_on,
    line.booked_at,
    line.direction,
    line.amount,
    line.sen,
    line.kind,
    line.reference,
    line.bank_reference,
    line.request_id,
    line.va_number,
    line.customer_number,
    line.channel,
    line.fee,
    line.gross,
    line.text,
  ];
}
