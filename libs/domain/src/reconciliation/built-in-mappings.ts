import {
  EMPTY_MAPPING,
  type SettlementColumn,
  type SettlementField,
  type SettlementMapping,
} from './settlement-mapping';

/** The files of `docs/settlement-files.md`, each as a mapping. Recognised by their headers, none by its file name. */
const columns = (fields: Readonly<Partial<Record<SettlementField, string>>>): SettlementColumn[] =>
  Object.entries(fields).map(([field, header]) => ({ field: field as SettlementField, header }));

const fixed = (
  fields: readonly (readonly [field: SettlementField, position: number, length: number])[],
): SettlementColumn[] => fields.map(([field, position, length]) => ({ field, position, length }));

/** Bank Sultra, one row a payment; `nominal` is bills and stamp duty, `admin` what the bank keeps. */
const SULTRA: SettlementMapping = {
  ...EMPTY_MAPPING,
  name: 'sultra-csv',
  columns: columns({
    booked_on: 'tgl_transaksi',
    booked_at: 'jam',
    reference: 'no_referensi_bank',
    request_id: 'payment_request_id',
    customer_number: 'no_pelanggan',
    amount: 'nominal',
    fee: 'admin',
    gross: 'total',
    channel: 'kanal',
    status: 'status',
  }),
  amounts: 'POINT_DECIMAL',
  dates: 'YMD',
  head_mark: 'H',
  trailer_mark: 'T',
  trailer: { count: { position: 2 }, total: { position: 5 }, adds: 'AMOUNT_AND_FEE' },
  success: ['00'],
};

/** H bank 3, product 4, day 8, sequence 3 · D · T count 6, total 15. */
const SULTRA_FIXED: SettlementMapping = {
  ...EMPTY_MAPPING,
  name: 'sultra-fixed',
  format: 'FIXED',
  header: false,
  columns: fixed([
    ['booked_on', 2, 8],
    ['booked_at', 10, 6],
    ['reference', 16, 20],
    ['customer_number', 36, 20],
    ['text', 56, 6],
    ['amount', 62, 12],
    ['fee', 74, 12],
    ['status', 86, 2],
  ]),
  amounts: 'POINT_DECIMAL',
  dates: 'YMD',
  head_mark: 'H',
  detail_mark: 'D',
  trailer_mark: 'T',
  trailer: { count: { position: 2, length: 6 }, total: { position: 8, length: 15 }, adds: 'AMOUNT_AND_FEE' },
  success: ['00'],
};

/** `Mutasi Rekening`: the mark stands in the cell of the amount or in the one behind it. */
const BCA: SettlementMapping = {
  ...EMPTY_MAPPING,
  name: 'bca-csv',
  columns: columns({
    booked_on: 'Tanggal Transaksi',
    text: 'Keterangan',
    channel: 'Cabang',
    amount: 'Jumlah',
    balance: 'Saldo',
  }),
  amounts: 'POINT_DECIMAL',
  dates: 'DMY',
};

const BRI: SettlementMapping = {
  ...EMPTY_MAPPING,
  name: 'bri-csv',
  columns: columns({
    account: 'NOREK',
    booked_on: 'TGL_TRAN',
    booked_at: 'JAM_TRAN',
    bank_reference: 'SEQ',
    text: 'DESK_TRAN',
    opening: 'SALDO_AWAL_MUTASI',
    debit: 'MUTASI_DEBET',
    credit: 'MUTASI_KREDIT',
    balance: 'SALDO_AKHIR_MUTASI',
    channel: 'KODE_TRAN',
  }),
  amounts: 'POINT_DECIMAL',
  dates: 'YMD',
  balances_link: true,
  fee_by_sequence: true,
};

const MANDIRI_OLD: SettlementMapping = {
  ...EMPTY_MAPPING,
  name: 'mandiri-old-csv',
  columns: [
    ...columns({ account: 'AccountNo', booked_on: 'PostDate', text: 'Remarks' }),
    { field: 'text', header: 'AdditionalDesc' },
    ...columns({ credit: 'Credit Amount', debit: 'Debit Amount', balance: 'Close Balance' }),
  ],
  dates: 'DMY',
  balances_link: true,
};

const MANDIRI_NEW: SettlementMapping = {
  ...EMPTY_MAPPING,
  name: 'mandiri-new-csv',
  columns: [
    ...columns({ account: 'Account No', booked_on: 'Date' }),
    { field: 'text', header: 'Description', nth: 1 },
    { field: 'text', header: 'Description', nth: 2 },
    ...columns({ bank_reference: 'Reference No.', debit: 'Debit', credit: 'Credit' }),
  ],
  dates: 'DMY',
};

const BNI: SettlementMapping = {
  ...EMPTY_MAPPING,
  name: 'bni-csv',
  columns: columns({
    booked_on: 'Post Date',
    bank_reference: 'Journal No.',
    text: 'Description',
    debit: 'Debit',
    credit: 'Credit',
  }),
  dates: 'DMY',
};

/** The same bank's sheet, saved as CSV or read as XLSX: one amount with D or K beside it. */
const BNI_SHEET: SettlementMapping = {
  ...EMPTY_MAPPING,
  name: 'bni-sheet',
  columns: columns({
    booked_on: 'Post Date',
    bank_reference: 'Journal No.',
    text: 'Description',
    amount: 'Amount',
    mark: 'DB/CR',
    balance: 'Balance',
  }),
  dates: 'DMY',
};

/** A supplier of PPOB: what moved our deposit there, each with the balance after it. */
const SUPPLIER_DEPOSIT: SettlementMapping = {
  ...EMPTY_MAPPING,
  name: 'deposit-pemasok-csv',
  columns: columns({
    booked_on: 'tanggal',
    booked_at: 'jam',
    reference: 'referensi',
    text: 'keterangan',
    debit: 'debet',
    credit: 'kredit',
    balance: 'saldo',
  }),
  amounts: 'POINT_DECIMAL',
  dates: 'YMD',
  head_mark: 'H',
  trailer_mark: 'T',
  trailer: { count: { position: 2 }, total: { position: 3 }, adds: 'AMOUNT' },
  balances_link: true,
};

/** A partner of PPOB: what it sold for us; a status that is no success: given back. */
const PARTNER_SALES: SettlementMapping = {
  ...EMPTY_MAPPING,
  name: 'penjualan-mitra-csv',
  columns: columns({
    booked_on: 'tanggal',
    booked_at: 'jam',
    reference: 'referensi',
    customer_number: 'no_pelanggan',
    text: 'layanan',
    amount: 'total',
    status: 'status',
  }),
  amounts: 'POINT_DECIMAL',
  dates: 'YMD',
  head_mark: 'H',
  trailer_mark: 'T',
  trailer: { count: { position: 2 }, total: { position: 3 }, adds: 'AMOUNT' },
  success: ['00'],
};

export const MT940_MAPPING: SettlementMapping = { ...EMPTY_MAPPING, name: 'mt940', format: 'MT940' };
export const CAMT053_MAPPING: SettlementMapping = { ...EMPTY_MAPPING, name: 'camt053', format: 'CAMT053' };

/** In the order in which headers are tried: the first whose columns are all there. */
export const TABLE_MAPPINGS: readonly SettlementMapping[] = [
  SULTRA,
  SULTRA_FIXED,
  BCA,
  BRI,
  MANDIRI_OLD,
  MANDIRI_NEW,
  BNI,
  BNI_SHEET,
  SUPPLIER_DEPOSIT,
  PARTNER_SALES,
];
