import { rupiah, type Rupiah } from '../money';
import type { Language } from '../time';
import type { PpobField, PpobFieldName } from './field';

/** The canonical codes of the specification; each has its detail table. */
export const PPOB_SERVICE_CODES = [
  'PAJAK',
  'PLN',
  'PDAM',
  'PULSA',
  'PGN',
  'MUSIK',
  'TV',
  'PAKET_DATA',
  'VOUCHER_GAME',
  'VOUCHER_MAKANAN',
  'QURBAN',
  'ZAKAT',
] as const;

export type PpobServiceCode = (typeof PPOB_SERVICE_CODES)[number];

/**
 * Where the principal comes from, never the client: the supplier's inquiry, or the price list. A listed product is
 * found by its variant (the values of these fields, or the operator of the phone number) and, where the client names
 * one, its nominal.
 */
export type PpobPricing =
  | { readonly by: 'INQUIRY' }
  | { readonly by: 'PRICE_LIST'; readonly variant: readonly (PpobFieldName | 'operator')[] };

export interface PpobService {
  readonly code: PpobServiceCode;
  /** As people read it; invoices are Indonesian. */
  readonly name: string;
  readonly english: string;
  /** Of the specification; the price administration may change it for later sales. */
  readonly adminFee: Rupiah;
  /** Section titles of the specification, accepted in place of the code. */
  readonly aliases: readonly string[];
  readonly fields: readonly PpobField[];
  readonly pricing: PpobPricing;
  /** What a success hands over, besides itself. */
  readonly delivers: 'TOKEN' | 'VOUCHER' | null;
  /** What its invoice says where services differ; its lines are the fields, then the amounts. */
  readonly invoice: PpobInvoiceWords;
}

/** Words of the invoice of one service, as the specification prints them. */
export interface PpobInvoiceWords {
  readonly title: string;
  /** What the principal is. */
  readonly principal: string;
  /** What is handed over. */
  readonly code?: string;
  /** Who pays, where it is not a customer. */
  readonly customer?: string;
  /** The service stands among the lines by its name. */
  readonly namesService?: true;
  /** What this service calls a success, where it is not `Berhasil`. */
  readonly success?: string;
}

const NOMINAL: PpobField = { name: 'nominal', kind: 'NOMINAL', label: { id: 'Nominal', en: 'Amount' } };
const PHONE: PpobField = {
  name: 'nomor_hp',
  kind: 'MOBILE',
  label: { id: 'Nomor HP', en: 'Mobile number' },
};
const MONTH: PpobField = {
  name: 'periode',
  kind: 'MONTH',
  label: { id: 'Periode tagihan', en: 'Billing month' },
};
const DURATION: PpobField = { name: 'periode', kind: 'DURATION', label: { id: 'Durasi', en: 'Duration' } };
const ACCOUNT: PpobField = {
  name: 'id_pelanggan',
  kind: 'ACCOUNT',
  label: { id: 'ID Pelanggan', en: 'Customer ID' },
};

function choice(name: PpobFieldName, id: string, en: string): PpobField {
  return { name, kind: 'CHOICE', label: { id, en } };
}

/** The twelve services of the specification. */
export const PPOB_SERVICES: Readonly<Record<PpobServiceCode, PpobService>> = {
  PAJAK: {
    code: 'PAJAK',
    name: 'Pajak PBB',
    english: 'Property tax (PBB)',
    adminFee: rupiah(2_500),
    aliases: ['PAJAK (Pajak PBB)', 'PAJAK_PBB'],
    fields: [
      { name: 'customer_address', kind: 'TEXT', label: { id: 'Alamat', en: 'Address' } },
      { name: 'nop', kind: 'NOP', label: { id: 'NOP', en: 'Tax object number (NOP)' } },
    ],
    pricing: { by: 'INQUIRY' },
    delivers: null,
    invoice: { title: 'INVOICE PEMBAYARAN PAJAK PBB', principal: 'Tagihan Pokok', namesService: true },
  },
  PLN: {
    code: 'PLN',
    name: 'Token Listrik PLN',
    english: 'PLN electricity token',
    adminFee: rupiah(1_500),
    aliases: ['PLN_PRABAYAR', 'PLN_PRABAYAR (Listrik)'],
    fields: [
      { name: 'meter_number', kind: 'PLN_METER', label: { id: 'No. Meter', en: 'Meter number' } },
      NOMINAL,
    ],
    pricing: { by: 'PRICE_LIST', variant: [] },
    delivers: 'TOKEN',
    invoice: { title: 'INVOICE PEMBELIAN TOKEN LISTRIK', principal: 'Nominal Token', code: 'Token Listrik' },
  },
  PDAM: {
    code: 'PDAM',
    name: 'Air PDAM',
    english: 'Water (PDAM)',
    adminFee: rupiah(3_000),
    aliases: ['PDAM_PASCABAYAR'],
    fields: [
      { name: 'no_pelanggan', kind: 'ACCOUNT', label: { id: 'No. Pelanggan', en: 'Customer number' } },
      MONTH,
    ],
    pricing: { by: 'INQUIRY' },
    delivers: null,
    invoice: { title: 'INVOICE PEMBAYARAN AIR PDAM', principal: 'Tagihan Pokok' },
  },
  PULSA: {
    code: 'PULSA',
    name: 'Pulsa',
    english: 'Airtime',
    adminFee: rupiah(1_000),
    aliases: ['PULSA_PRABAYAR'],
    fields: [PHONE, NOMINAL],
    pricing: { by: 'PRICE_LIST', variant: ['operator'] },
    delivers: null,
    invoice: { title: 'INVOICE PEMBELIAN PULSA', principal: 'Nominal Pulsa' },
  },
  PGN: {
    code: 'PGN',
    name: 'Gas PGN',
    english: 'PGN gas',
    adminFee: rupiah(2_500),
    aliases: ['PGN_PASCABAYAR'],
    fields: [ACCOUNT, MONTH],
    pricing: { by: 'INQUIRY' },
    delivers: null,
    invoice: { title: 'INVOICE PEMBAYARAN GAS PGN', principal: 'Tagihan Pokok' },
  },
  MUSIK: {
    code: 'MUSIK',
    name: 'Musik Berlangganan',
    english: 'Music subscription',
    adminFee: rupiah(2_000),
    aliases: ['MUSIK BERLANGGANAN', 'MUSIK_BERLANGGANAN'],
    fields: [choice('paket', 'Paket', 'Package'), DURATION],
    pricing: { by: 'PRICE_LIST', variant: ['paket', 'periode'] },
    delivers: null,
    invoice: { title: 'INVOICE LANGGANAN MUSIK', principal: 'Biaya Langganan', success: 'Aktif' },
  },
  TV: {
    code: 'TV',
    name: 'TV Berlangganan',
    english: 'TV subscription',
    adminFee: rupiah(2_500),
    aliases: ['TV BERLANGGANAN', 'TV_BERLANGGANAN'],
    fields: [ACCOUNT, choice('paket', 'Paket', 'Package'), DURATION],
    pricing: { by: 'PRICE_LIST', variant: ['paket', 'periode'] },
    delivers: null,
    invoice: { title: 'INVOICE LANGGANAN TV', principal: 'Biaya Langganan', success: 'Aktif' },
  },
  PAKET_DATA: {
    code: 'PAKET_DATA',
    name: 'Paket Data',
    english: 'Data package',
    adminFee: rupiah(1_500),
    aliases: ['PAKET_DATA_PRABAYAR'],
    fields: [PHONE, choice('paket_data', 'Paket Data', 'Data package')],
    pricing: { by: 'PRICE_LIST', variant: ['operator', 'paket_data'] },
    delivers: null,
    invoice: { title: 'INVOICE PEMBELIAN PAKET DATA', principal: 'Biaya Paket' },
  },
  VOUCHER_GAME: {
    code: 'VOUCHER_GAME',
    name: 'Voucher Game',
    english: 'Game voucher',
    adminFee: rupiah(5_000),
    aliases: [],
    fields: [{ name: 'game_id', kind: 'ACCOUNT', label: { id: 'Game ID', en: 'Game ID' } }, NOMINAL],
    pricing: { by: 'PRICE_LIST', variant: [] },
    delivers: 'VOUCHER',
    invoice: { title: 'INVOICE PEMBELIAN VOUCHER GAME', principal: 'Nominal Voucher', code: 'Kode Voucher' },
  },
  VOUCHER_MAKANAN: {
    code: 'VOUCHER_MAKANAN',
    name: 'Voucher Makanan',
    english: 'Meal voucher',
    adminFee: rupiah(3_000),
    aliases: [],
    fields: [choice('merchant', 'Merchant', 'Merchant'), NOMINAL],
    pricing: { by: 'PRICE_LIST', variant: ['merchant'] },
    delivers: 'VOUCHER',
    invoice: {
      title: 'INVOICE PEMBELIAN VOUCHER MAKANAN',
      principal: 'Nominal Voucher',
      code: 'Kode Voucher',
    },
  },
  QURBAN: {
    code: 'QURBAN',
    name: 'Qurban',
    english: 'Qurban',
    adminFee: rupiah(10_000),
    aliases: [],
    fields: [choice('jenis_hewan', 'Jenis Hewan', 'Animal')],
    pricing: { by: 'PRICE_LIST', variant: ['jenis_hewan'] },
    delivers: null,
    invoice: { title: 'INVOICE PEMBAYARAN QURBAN', principal: 'Donasi Qurban' },
  },
  ZAKAT: {
    code: 'ZAKAT',
    name: 'Zakat',
    english: 'Zakat',
    adminFee: rupiah(5_000),
    aliases: [],
    fields: [choice('jenis_zakat', 'Jenis Zakat', 'Kind of zakat'), NOMINAL],
    pricing: { by: 'PRICE_LIST', variant: ['jenis_zakat'] },
    delivers: null,
    invoice: {
      title: 'INVOICE PEMBAYARAN ZAKAT',
      principal: 'Nominal Zakat',
      customer: 'Nama Donatur',
      success: 'Tersalurkan',
    },
  },
};

/** What a service is called in the language of a screen; a code that is none of ours stays as it is. */
export function ppobServiceName(code: string, language: Language): string {
  const service = Object.hasOwn(PPOB_SERVICES, code) ? PPOB_SERVICES[code as PpobServiceCode] : undefined;
  return (language === 'id' ? service?.name : service?.english) ?? code;
}

const BY_WORD = new Map(
  Object.values(PPOB_SERVICES).flatMap(({ code, aliases }) =>
    [code, ...aliases].map((word): [string, PpobServiceCode] => [word.toUpperCase(), code]),
  ),
);

/** The service a `service_code` names, by its code or a section title of the specification; null when it is neither. */
export function ppobService(word: unknown): PpobService | null {
  const code = typeof word === 'string' ? BY_WORD.get(word.trim().toUpperCase()) : undefined;
  return code === undefined ? null : PPOB_SERVICES[code];
}
