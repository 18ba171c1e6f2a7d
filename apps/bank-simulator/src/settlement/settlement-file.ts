/** One payment of the day in the bank's file (payment-standards §4). */
export interface SettlementRow {
  /** `YYYYMMDD`, the bank's zone. */
  readonly date: string;
  /** `HHMMSS`. */
  readonly time: string;
  readonly reference: string;
  /** Empty for what did not come by SNAP. */
  readonly paymentRequestId: string;
  readonly customerNo: string;
  /** Billing periods, `YYYYMM`. */
  readonly periods: readonly string[];
  readonly sheets: number;
  /** Integer rupiah: bills and stamp duty. */
  readonly amount: number;
  readonly fee: number;
  /** ISO 18245-like channel code: 6010 teller, 6017 mobile, … */
  readonly channel: string;
  readonly status: string;
}

const COLUMNS =
  'tgl_transaksi;jam;no_referensi_bank;payment_request_id;no_pelanggan;periode;jml_lembar;nominal;admin;total;kanal;status';

/** The CSV with header and a trailer of count and sums, which tie with the rows above it. */
export function settlementCsv(rows: readonly SettlementRow[]): string {
  const sum = (of: (row: SettlementRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const [amount, fee] = [sum((row) => row.amount), sum((row) => row.fee)];
  const trailer = ['T', rows.length, amount, fee, amount + fee].join(';');
  return `${[COLUMNS, ...rows.map(line), trailer].join('\n')}\n`;
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
