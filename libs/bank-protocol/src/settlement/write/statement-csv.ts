/** One movement of a deposit at a supplier, as the supplier writes it. */
export interface DepositRow {
  /** `YYYYMMDD`. */
  readonly date: string;
  /** `HHMMSS`. */
  readonly time: string;
  readonly reference: string;
  readonly text: string;
  /** Integer rupiah; below zero: taken for a purchase. */
  readonly amount: number;
}

/** One sale of a partner for us, as the partner writes it. */
export interface SaleRow {
  readonly date: string;
  readonly time: string;
  readonly reference: string;
  /** Of a water bill; empty for what is sold for others. */
  readonly customerNo: string;
  readonly service: string;
  /** Integer rupiah taken off its deposit: price and fee. */
  readonly amount: number;
  /** `00`; anything else: it was given back. */
  readonly status: string;
}

interface StatementDay<Row> {
  /** Of whoever writes it, in the head record. */
  readonly code: string;
  /** `YYYYMMDD`. */
  readonly day: string;
  readonly rows: readonly Row[];
}

/** What a supplier's deposit statement says of a day: each movement with the balance after it, and a trailer that ties. */
export function depositCsv({
  code,
  day,
  opening,
  rows,
}: StatementDay<DepositRow> & { readonly opening: number }): string {
  let balance = opening;
  const lines = rows.map(({ date, time, reference, text, amount }) => {
    balance += amount;
    const [debit, credit] = amount < 0 ? [-amount, 0] : [0, amount];
    return [date, time, reference, plain(text), debit, credit, balance].join(';');
  });
  return written({
    head: ['H', code, 'DEPOSIT', day, 1],
    columns: 'tanggal;jam;referensi;keterangan;debet;kredit;saldo',
    lines,
    total: rows.reduce((sum, { amount }) => sum + Math.abs(amount), 0),
  });
}

/** What a partner sold on a day, with a trailer that ties. */
export function salesCsv({ code, day, rows }: StatementDay<SaleRow>): string {
  return written({
    head: ['H', code, 'PENJUALAN', day, 1],
    columns: 'tanggal;jam;referensi;no_pelanggan;layanan;total;status',
    lines: rows.map(({ date, time, reference, customerNo, service, amount, status }) =>
      [date, time, reference, customerNo, plain(service), amount, status].join(';'),
    ),
    total: rows.reduce((sum, { amount }) => sum + amount, 0),
  });
}

function written(file: {
  readonly head: readonly (string | number)[];
  readonly columns: string;
  readonly lines: readonly string[];
  readonly total: number;
}): string {
  const trailer = ['T', file.lines.length, file.total].join(';');
  return `${[file.head.join(';'), file.columns, ...file.lines, trailer].join('\n')}\n`;
}

/** A name is no end of a cell. */
function plain(text: string): string {
  return text.replaceAll(/[;"\r\n]+/g, ' ');
}
