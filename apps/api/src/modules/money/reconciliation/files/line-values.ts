import type { SettlementLine } from '@tirtapay/domain';

/** Columns of `berkas_rekonsiliasi_baris` a line is written into, in the order of `lineValues`. */
export const LINE_COLUMNS =
  'file_id, line, raw, booked_on, booked_at, direction, amount, sen, kind, reference, bank_reference, request_id, va_number, customer_number, channel, fee, gross, text';

export function lineValues(fileId: number, line: SettlementLine): (string | number | null)[] {
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
