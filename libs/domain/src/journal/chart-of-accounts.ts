export type AccountKind = 'ASSET' | 'LIABILITY' | 'REVENUE' | 'CONTRA_REVENUE';

export type Account = {
  readonly code: string;
  readonly name: { readonly id: string; readonly en: string };
  readonly kind: AccountKind;
};

/** The accounts this system posts to. The utility's general ledger takes their daily totals. */
export const CHART_OF_ACCOUNTS = [
  { code: '1110', name: { id: 'Kas di bank', en: 'Cash at bank' }, kind: 'ASSET' },
  { code: '1210', name: { id: 'Piutang rekening air', en: 'Water receivables' }, kind: 'ASSET' },
  { code: '1220', name: { id: 'Piutang denda', en: 'Penalty receivables' }, kind: 'ASSET' },
  { code: '2110', name: { id: 'Saldo pelanggan (titipan)', en: 'Customer credit' }, kind: 'LIABILITY' },
  {
    code: '2120',
    name: { id: 'Penerimaan belum teridentifikasi', en: 'Unidentified receipts (suspense)' },
    kind: 'LIABILITY',
  },
  { code: '2130', name: { id: 'Utang bea meterai', en: 'Stamp duty payable' }, kind: 'LIABILITY' },
  { code: '4110', name: { id: 'Pendapatan harga air', en: 'Water revenue' }, kind: 'REVENUE' },
  {
    code: '4120',
    name: { id: 'Pendapatan beban tetap dan dana meter', en: 'Fixed and meter charge revenue' },
    kind: 'REVENUE',
  },
  { code: '4130', name: { id: 'Pendapatan denda', en: 'Penalty revenue' }, kind: 'REVENUE' },
  {
    code: '4190',
    name: { id: 'Potongan denda (pemutihan)', en: 'Penalties waived' },
    kind: 'CONTRA_REVENUE',
  },
] as const satisfies readonly Account[];

export type AccountCode = (typeof CHART_OF_ACCOUNTS)[number]['code'];

/** @throws RangeError for a code that is not in the chart. */
export function accountOf(code: string): Account {
  const account = CHART_OF_ACCOUNTS.find((candidate) => candidate.code === code);
  if (!account) throw new RangeError(`no such account: ${code}`);
  return account;
}
