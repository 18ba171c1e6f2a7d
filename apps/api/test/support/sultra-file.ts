/** One row of Bank Sultra's settlement file. */
export interface SultraRow {
  readonly date: string;
  readonly reference: string;
  readonly customer: string;
  /** Bills and stamp duty. */
  readonly nominal: number;
  readonly admin?: number;
  readonly channel?: string;
}

/** The file as the bank sends it, with a trailer that ties. */
export function sultraFile(rows: readonly SultraRow[]): string {
  const lines = rows.map(({ date, reference, customer, nominal, admin = 0, channel = 'TELLER' }, index) =>
    [
      date,
      `10:${String(index % 60).padStart(2, '0')}:00`,
      reference,
      '',
      customer,
      nominal,
      admin,
      nominal + admin,
      channel,
      '00',
    ].join(','),
  );
  const total = rows.reduce((sum, { nominal, admin = 0 }) => sum + nominal + admin, 0);
  return [
    'tgl_transaksi,jam,no_referensi_bank,payment_request_id,no_pelanggan,nominal,admin,total,kanal,status',
    ...lines,
    `T,${String(rows.length)},,,${String(total)}`,
    '',
  ].join('\n');
}
