import { rupiah, type Rupiah } from '../money';
import type { PpobField } from './field';

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

/** Fields that a service has of its own, as the specification names them. */
export type PpobFieldName =
  | 'customer_address'
  | 'nop'
  | 'meter_number'
  | 'nominal'
  | 'no_pelanggan'
  | 'periode'
  | 'nomor_hp'
  | 'id_pelanggan'
  | 'paket'
  | 'paket_data'
  | 'game_id'
  | 'merchant'
  | 'jenis_hewan'
  | 'jenis_zakat';

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
  /** As people read it. */
  readonly name: string;
  /** Of the specification; the price administration may change it for later sales. */
  readonly adminFee: Rupiah;
  /** Section titles of the specification, accepted in place of the code. */
  readonly aliases: readonly string[];
  readonly fields: readonly PpobField[];
  readonly pricing: PpobPricing;
  /** What a success hands over, besides itself. */
  readonly delivers: 'TOKEN' | 'VOUCHER' | null;
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
    adminFee: rupiah(2_500),
    aliases: ['PAJAK (Pajak PBB)', 'PAJAK_PBB'],
    fields: [
      { name: 'customer_address', kind: 'TEXT', label: { id: 'Alamat', en: 'Address' } },
      { name: 'nop', kind: 'NOP', label: { id: 'NOP', en: 'Tax object number (NOP)' } },
    ],
    pricing: { by: 'INQUIRY' },
    delivers: null,
  },
  PLN: {
    code: 'PLN',
    name: 'Token Listrik PLN',
    adminFee: rupiah(1_500),
    aliases: ['PLN_PRABAYAR', 'PLN_PRABAYAR (Listrik)'],
    fields: [
      { name: 'meter_number', kind: 'PLN_METER', label: { id: 'No. Meter', en: 'Meter number' } },
      NOMINAL,
    ],
    pricing: { by: 'PRICE_LIST', variant: [] },
    delivers: 'TOKEN',
  },
  PDAM: {
    code: 'PDAM',
    name: 'Air PDAM',
    adminFee: rupiah(3_000),
    aliases: ['PDAM_PASCABAYAR'],
    fields: [
      { name: 'no_pelanggan', kind: 'ACCOUNT', label: { id: 'No. Pelanggan', en: 'Customer number' } },
      MONTH,
    ],
    pricing: { by: 'INQUIRY' },
    delivers: null,
  },
  PULSA: {
    code: 'PULSA',
    name: 'Pulsa',
    adminFee: rupiah(1_000),
    aliases: ['PULSA_PRABAYAR'],
    fields: [PHONE, NOMINAL],
    pricing: { by: 'PRICE_LIST', variant: ['operator'] },
    delivers: null,
  },
  PGN: {
    code: 'PGN',
    name: 'Gas PGN',
    adminFee: rupiah(2_500),
    aliases: ['PGN_PASCABAYAR'],
    fields: [ACCOUNT, MONTH],
    pricing: { by: 'INQUIRY' },
    delivers: null,
  },
  MUSIK: {
    code: 'MUSIK',
    name: 'Musik Berlangganan',
    adminFee: rupiah(2_000),
    aliases: ['MUSIK BERLANGGANAN', 'MUSIK_BERLANGGANAN'],
    fields: [choice('paket', 'Paket', 'Package'), DURATION],
    pricing: { by: 'PRICE_LIST', variant: ['paket', 'periode'] },
    delivers: null,
  },
  TV: {
    code: 'TV',
    name: 'TV Berlangganan',
    adminFee: rupiah(2_500),
    aliases: ['TV BERLANGGANAN', 'TV_BERLANGGANAN'],
    fields: [ACCOUNT, choice('paket', 'Paket', 'Package'), DURATION],
    pricing: { by: 'PRICE_LIST', variant: ['paket', 'periode'] },
    delivers: null,
  },
  PAKET_DATA: {
    code: 'PAKET_DATA',
    name: 'Paket Data',
    adminFee: rupiah(1_500),
    aliases: ['PAKET_DATA_PRABAYAR'],
    fields: [PHONE, choice('paket_data', 'Paket Data', 'Data package')],
    pricing: { by: 'PRICE_LIST', variant: ['operator', 'paket_data'] },
    delivers: null,
  },
  VOUCHER_GAME: {
    code: 'VOUCHER_GAME',
    name: 'Voucher Game',
    adminFee: rupiah(5_000),
    aliases: [],
    fields: [{ name: 'game_id', kind: 'ACCOUNT', label: { id: 'Game ID', en: 'Game ID' } }, NOMINAL],
    pricing: { by: 'PRICE_LIST', variant: [] },
    delivers: 'VOUCHER',
  },
  VOUCHER_MAKANAN: {
    code: 'VOUCHER_MAKANAN',
    name: 'Voucher Makanan',
    adminFee: rupiah(3_000),
    aliases: [],
    fields: [choice('merchant', 'Merchant', 'Merchant'), NOMINAL],
    pricing: { by: 'PRICE_LIST', variant: ['merchant'] },
    delivers: 'VOUCHER',
  },
  QURBAN: {
    code: 'QURBAN',
    name: 'Qurban',
    adminFee: rupiah(10_000),
    aliases: [],
    fields: [choice('jenis_hewan', 'Jenis Hewan', 'Animal')],
    pricing: { by: 'PRICE_LIST', variant: ['jenis_hewan'] },
    delivers: null,
  },
  ZAKAT: {
    code: 'ZAKAT',
    name: 'Zakat',
    adminFee: rupiah(5_000),
    aliases: [],
    fields: [choice('jenis_zakat', 'Jenis Zakat', 'Kind of zakat'), NOMINAL],
    pricing: { by: 'PRICE_LIST', variant: ['jenis_zakat'] },
    delivers: null,
  },
};

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
