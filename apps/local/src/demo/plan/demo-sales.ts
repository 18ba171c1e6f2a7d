import { PPOB_SERVICES, ppobService, type PpobServiceCode } from '@tirtapay/domain';
import type { Chance } from './chance';
import { DEMO_PRICES } from './demo-ppob';

/** A body of the PPOB specification, without its reference. */
export type DemoSaleBody = Readonly<Record<string, string | number>> & {
  readonly service_code: PpobServiceCode;
  readonly customer_name: string;
};

const NAMES = [
  'Andi Wijaya',
  'Dewi Lestari',
  'La Ode Rahmat',
  'Wa Ode Sri',
  'Hasanuddin',
  'Fitriani',
  'Rina Kurnia',
  'Muhammad Yusuf',
  'Nur Hidayah',
  'Bambang Sutrisno',
] as const;

/** What customers of the sandbox supplier owe, by service (apps/bank-simulator/src/supplier/goods.ts). */
const BILLED: Readonly<Partial<Record<PpobServiceCode, number>>> = {
  PAJAK: 40_000,
  PDAM: 40_000,
  PGN: 50_000,
};

/** How one orders each of the twelve, in the order of the specification. */
const ORDERS: readonly ((
  chance: Chance,
) => Readonly<Record<string, string | number>> & { service_code: PpobServiceCode })[] = [
  (chance) => ({
    service_code: 'PAJAK',
    customer_address: `Jl. Mandonga No. ${String(chance.between(1, 90))}`,
    nop: `7471050001${digits(chance, 8)}`,
  }),
  (chance) => ({
    service_code: 'PLN',
    meter_number: `32${digits(chance, 9)}`,
    nominal: chance.pick([20_000, 50_000, 100_000, 200_000]),
  }),
  (chance) => ({ service_code: 'PDAM', no_pelanggan: `KDI${digits(chance, 6)}`, periode: '10-2025' }),
  (chance) => ({
    service_code: 'PULSA',
    nomor_hp: `0812${digits(chance, 8)}`,
    nominal: chance.pick([10_000, 25_000, 50_000]),
  }),
  (chance) => ({ service_code: 'PGN', id_pelanggan: `PGN${digits(chance, 6)}`, periode: '10-2025' }),
  () => ({ service_code: 'MUSIK', paket: 'Premium', periode: '1 Bulan' }),
  (chance) => ({
    service_code: 'TV',
    id_pelanggan: `TV${digits(chance, 5)}`,
    paket: 'Gold',
    periode: '1 Bulan',
  }),
  (chance) => ({ service_code: 'PAKET_DATA', nomor_hp: `0812${digits(chance, 8)}`, paket_data: '10GB' }),
  (chance) => ({ service_code: 'VOUCHER_GAME', game_id: `ML${digits(chance, 6)}`, nominal: 50_000 }),
  () => ({ service_code: 'VOUCHER_MAKANAN', merchant: 'FoodHub', nominal: 50_000 }),
  () => ({ service_code: 'QURBAN', jenis_hewan: 'Kambing' }),
  () => ({ service_code: 'ZAKAT', jenis_zakat: 'Zakat Mal', nominal: 100_000 }),
];

/** Orders without end: each service in its turn, so that all twelve are sold whatever chance says. */
export function* saleBodies(chance: Chance): Generator<DemoSaleBody, never> {
  for (let turn = 0; ; turn += 1) {
    const order = ORDERS[turn % ORDERS.length]?.(chance);
    if (order === undefined) throw new RangeError('nothing is ordered');
    yield { customer_name: chance.pick(NAMES), ...order };
  }
}

/** What it costs by the price list of the demonstration, with the fee of its service. */
export function priceOf(body: DemoSaleBody): { readonly total: number; readonly billed: number | null } {
  const { adminFee } = PPOB_SERVICES[body.service_code];
  const billed = BILLED[body.service_code] ?? null;
  const listed = DEMO_PRICES.filter(({ service }) => service === body.service_code);
  const price =
    billed ??
    (typeof body.nominal === 'number'
      ? body.nominal
      : listed.find(({ variant }) => Object.values(body).some((value) => isNamedBy(variant, value)))?.price);
  if (price == null || ppobService(body.service_code) === null)
    throw new RangeError(`no price of ${body.service_code}`);
  return { total: price + adminFee, billed };
}

/** `TELKOMSEL/10GB` and `Premium/1 Bulan` are named by their package. */
function isNamedBy(variant: string, value: string | number): boolean {
  return variant.split('/').includes(String(value)) && value !== '1 Bulan';
}

function digits(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => String(chance.between(0, 9))).join('');
}
