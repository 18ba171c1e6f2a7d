import type { BankDay, SettlementRow } from './bank-day';

const COLUMNS =
  'tgl_transaksi;jam;no_referensi_bank;payment_request_id;no_pelanggan;periode;jml_lembar;nominal;admin;total;kanal;status';

/** Head, header, one row a payment, and a trailer of count and sums which tie with the rows above it. */
export function sultraCsv({ bank, day, rows }: BankDay): string {
  const sum = (of: (row: SettlementRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const [amount, fee] = [sum((row) => row.amount), sum((row) => row.fee)];
  const head = ['H', bank, 'PDAM', day, 1].join(';');
  const trailer = ['T', rows.length, amount, fee, amount + fee].join(';');
  return `${[head, COLUMNS, ...rows.map(line), trailer].join('\n')}\n`;
}

function line(row: SettlementRow): string {
  return [
    row.date,
    row.time,
    row.reference,
    row.paymentRequestId,
    row.customerNo,
    row.periods.join(','),
    row.sheets,
    row.amount,
    row.fee,
    row.amount + row.fee,
    row.channel,
    row.status,
  ].join(';');
}
