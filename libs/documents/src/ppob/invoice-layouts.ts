import type { PpobFieldName, PpobServiceCode } from '@tirtapay/domain';

/** What stands behind a label. */
export type InvoiceSource =
  | PpobFieldName
  | 'customer_name'
  | 'service_name'
  /** `10-2025` as `Oktober 2025`. */
  | 'periode_name'
  | 'principal'
  | 'admin_fee'
  | 'total'
  | 'code'
  | 'sold_at'
  | 'success';

export interface InvoiceLayout {
  readonly title: string;
  readonly rows: readonly (readonly [label: string, source: InvoiceSource])[];
  /** What this service calls a success. */
  readonly success: string;
}

type Row = InvoiceLayout['rows'][number];

const NAME: Row = ['Nama Pelanggan', 'customer_name'];
const PERIOD: Row = ['Periode Tagihan', 'periode_name'];
const BILLED: Row = ['Tagihan Pokok', 'principal'];
const VOUCHER: Row = ['Kode Voucher', 'code'];

/** Amounts, then what is handed over, then when and how it ended: the same at the end of all twelve. */
function sums(principal: Row, handedOver?: Row): Row[] {
  return [
    principal,
    ['Biaya Admin', 'admin_fee'],
    ['Total Pembayaran', 'total'],
    ...(handedOver === undefined ? [] : [handedOver]),
    ['Tanggal Transaksi', 'sold_at'],
    ['Status', 'success'],
  ];
}

/** The twelve layouts of the specification (fixtures/ppob-invoice-formats.txt). */
export const INVOICE_LAYOUTS: Readonly<Record<PpobServiceCode, InvoiceLayout>> = {
  PAJAK: {
    title: 'INVOICE PEMBAYARAN PAJAK PBB',
    rows: [
      NAME,
      ['Alamat', 'customer_address'],
      ['NOP', 'nop'],
      ['Layanan', 'service_name'],
      ...sums(BILLED),
    ],
    success: 'Berhasil',
  },
  PLN: {
    title: 'INVOICE PEMBELIAN TOKEN LISTRIK',
    rows: [
      NAME,
      ['No. Meter', 'meter_number'],
      ...sums(['Nominal Token', 'principal'], ['Token Listrik', 'code']),
    ],
    success: 'Berhasil',
  },
  PDAM: {
    title: 'INVOICE PEMBAYARAN AIR PDAM',
    rows: [NAME, ['No. Pelanggan', 'no_pelanggan'], PERIOD, ...sums(BILLED)],
    success: 'Berhasil',
  },
  PULSA: {
    title: 'INVOICE PEMBELIAN PULSA',
    rows: [NAME, ['Nomor HP', 'nomor_hp'], ...sums(['Nominal Pulsa', 'principal'])],
    success: 'Berhasil',
  },
  PGN: {
    title: 'INVOICE PEMBAYARAN GAS PGN',
    rows: [NAME, ['ID Pelanggan', 'id_pelanggan'], PERIOD, ...sums(BILLED)],
    success: 'Berhasil',
  },
  MUSIK: {
    title: 'INVOICE LANGGANAN MUSIK',
    rows: [NAME, ['Paket', 'paket'], ['Durasi', 'periode'], ...sums(['Biaya Langganan', 'principal'])],
    success: 'Aktif',
  },
  TV: {
    title: 'INVOICE LANGGANAN TV',
    rows: [
      NAME,
      ['ID Pelanggan', 'id_pelanggan'],
      ['Paket', 'paket'],
      ['Durasi', 'periode'],
      ...sums(['Biaya Langganan', 'principal']),
    ],
    success: 'Aktif',
  },
  PAKET_DATA: {
    title: 'INVOICE PEMBELIAN PAKET DATA',
    rows: [
      NAME,
      ['Nomor HP', 'nomor_hp'],
      ['Paket Data', 'paket_data'],
      ...sums(['Biaya Paket', 'principal']),
    ],
    success: 'Berhasil',
  },
  VOUCHER_GAME: {
    title: 'INVOICE PEMBELIAN VOUCHER GAME',
    rows: [NAME, ['Game ID', 'game_id'], ...sums(['Nominal Voucher', 'principal'], VOUCHER)],
    success: 'Berhasil',
  },
  VOUCHER_MAKANAN: {
    title: 'INVOICE PEMBELIAN VOUCHER MAKANAN',
    rows: [NAME, ['Merchant', 'merchant'], ...sums(['Nominal Voucher', 'principal'], VOUCHER)],
    success: 'Berhasil',
  },
  QURBAN: {
    title: 'INVOICE PEMBAYARAN QURBAN',
    rows: [NAME, ['Jenis Hewan', 'jenis_hewan'], ...sums(['Donasi Qurban', 'principal'])],
    success: 'Berhasil',
  },
  ZAKAT: {
    title: 'INVOICE PEMBAYARAN ZAKAT',
    rows: [
      ['Nama Donatur', 'customer_name'],
      ['Jenis Zakat', 'jenis_zakat'],
      ...sums(['Nominal Zakat', 'principal']),
    ],
    success: 'Tersalurkan',
  },
};
