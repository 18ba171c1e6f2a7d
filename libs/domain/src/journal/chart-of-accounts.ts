export type AccountKind = 'ASSET' | 'LIABILITY' | 'EQUITY' | 'REVENUE' | 'CONTRA_REVENUE' | 'EXPENSE';

export type Account = {
  readonly code: string;
  readonly name: { readonly id: string; readonly en: string };
  readonly kind: AccountKind;
  /** The only events whose journals may move it; absent: any. The database refuses all others. */
  readonly events?: readonly string[];
};

/** What moves our account beside the reconciliation itself: the bank's statement says each of them too. */
export const MOVEMENT_EVENTS = [
  'case.refunded',
  'case.returned',
  'deposit.topped_up',
  'drawer.floated',
  'drawer.deposited',
  'supplier.paid',
  'supplier.payment_reversed',
  'stamp_duty.paid',
  'stamp_duty.payment_reversed',
] as const;
export type MovementEvent = (typeof MOVEMENT_EVENTS)[number];

/** Beside these, what the statement of a supplier or partner says: deliveries, sales, and what was given back. */
export const STATEMENT_EVENTS = [
  ...MOVEMENT_EVENTS,
  'payment.posted',
  'payment.reversed',
  'sale.held',
  'sale.delivered',
  'sale.refunded',
] as const;
export type StatementEvent = (typeof STATEMENT_EVENTS)[number];

/** What was booked by mistake and taken back: the bank has neither, so that no statement says it. */
const TAKEN_BACK_EVENTS = ['deposit.top_up_reversed', 'drawer.move_reversed'] as const;

/** Cash at bank is what a statement of the bank shows: collecting moves a clearing account, never this one. */
const CASH_AT_BANK_EVENTS = [
  ...MOVEMENT_EVENTS,
  ...TAKEN_BACK_EVENTS,
  'collector.cutover',
  'reconciliation.closed',
  'reconciliation.reopened',
  'reconciliation.old_days_agreed',
] as const;

/** The accounts this system posts to. The utility's general ledger takes their daily totals. */
export const CHART_OF_ACCOUNTS = [
  {
    code: '1110',
    name: { id: 'Kas di bank', en: 'Cash at bank' },
    kind: 'ASSET',
    events: CASH_AT_BANK_EVENTS,
  },
  {
    code: '1130',
    name: { id: 'Piutang bank (penerimaan belum disetor)', en: 'Due from banks' },
    kind: 'ASSET',
  },
  { code: '1140', name: { id: 'Kas loket', en: 'Cash in counter drawers' }, kind: 'ASSET' },
  { code: '1150', name: { id: 'Deposit pada pemasok', en: 'Deposit at suppliers' }, kind: 'ASSET' },
  {
    code: '1160',
    name: { id: 'Klaim kepada bank dan pemasok', en: 'Claims on banks and suppliers' },
    kind: 'ASSET',
  },
  { code: '1210', name: { id: 'Piutang rekening air', en: 'Water receivables' }, kind: 'ASSET' },
  { code: '1220', name: { id: 'Piutang denda', en: 'Penalty receivables' }, kind: 'ASSET' },
  { code: '1230', name: { id: 'Koreksi belum ditagihkan', en: 'Corrections not yet billed' }, kind: 'ASSET' },
  { code: '2110', name: { id: 'Titipan pelanggan', en: 'Customer credit' }, kind: 'LIABILITY' },
  {
    code: '2120',
    name: { id: 'Penerimaan belum teridentifikasi', en: 'Unidentified receipts (suspense)' },
    kind: 'LIABILITY',
  },
  { code: '2130', name: { id: 'Utang bea meterai', en: 'Stamp duty payable' }, kind: 'LIABILITY' },
  { code: '2140', name: { id: 'Deposit mitra', en: 'Partner deposits' }, kind: 'LIABILITY' },
  {
    code: '2150',
    name: { id: 'Penjualan belum diserahkan', en: 'Sales held until delivered' },
    kind: 'LIABILITY',
  },
  { code: '2160', name: { id: 'Utang kepada pemasok', en: 'Due to suppliers' }, kind: 'LIABILITY' },
  { code: '3900', name: { id: 'Saldo awal', en: 'Opening balances' }, kind: 'EQUITY' },
  { code: '4110', name: { id: 'Pendapatan harga air', en: 'Water revenue' }, kind: 'REVENUE' },
  {
    code: '4120',
    name: { id: 'Pendapatan beban tetap dan dana meter', en: 'Fixed and meter charge revenue' },
    kind: 'REVENUE',
  },
  { code: '4130', name: { id: 'Pendapatan denda', en: 'Penalty revenue' }, kind: 'REVENUE' },
  { code: '4140', name: { id: 'Pendapatan non-air', en: 'Non-water revenue' }, kind: 'REVENUE' },
  {
    code: '4190',
    name: { id: 'Potongan denda (pemutihan)', en: 'Penalties waived' },
    kind: 'CONTRA_REVENUE',
  },
  {
    code: '4210',
    name: { id: 'Pendapatan biaya layanan loket dan PPOB', en: 'Counter and PPOB fees' },
    kind: 'REVENUE',
  },
  { code: '4220', name: { id: 'Margin PPOB', en: 'PPOB margin' }, kind: 'REVENUE' },
  { code: '5110', name: { id: 'Beban administrasi bank', en: 'Bank charges' }, kind: 'EXPENSE' },
  { code: '5120', name: { id: 'Selisih kas', en: 'Cash differences' }, kind: 'EXPENSE' },
] as const satisfies readonly Account[];

export type AccountCode = (typeof CHART_OF_ACCOUNTS)[number]['code'];

/** @throws RangeError for a code that is not in the chart. */
export function accountOf(code: string): Account {
  const account = CHART_OF_ACCOUNTS.find((candidate) => candidate.code === code);
  if (!account) throw new RangeError(`no such account: ${code}`);
  return account;
}
