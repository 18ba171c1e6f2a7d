import { MOBILE_OPERATORS, type PpobServiceCode } from '@tirtapay/domain';

/** A partner anybody may sell as: it opens a sandbox, and a production start with it in the database is refused. */
export const DEMO_PARTNER = {
  code: 'MITRADEMO',
  name: 'Mitra Demo',
  keyId: 'demo-partner-ppob',
  secret: 'demo-secret-ppob-do-not-use-in-production',
  /** Covers a hundred of the dearest sales of the specification. */
  deposit: 50_000_000,
  lowBalance: 1_000_000,
} as const;

/** The sandbox supplier, beside the sandbox bank. */
export const DEMO_SUPPLIER = {
  code: 'SANDBOX',
  name: 'Pemasok Sandbox',
  path: '/supplier/v1',
  username: 'sandbox',
  apiKey: 'sandbox-supplier-key-do-not-use-in-production',
  callbackSecret: 'sandbox-supplier-callback-do-not-use-in-production',
  /** It is paid in advance. */
  topUp: 25_000_000,
  lowBalance: 5_000_000,
} as const;

export interface DemoProduct {
  readonly service: PpobServiceCode;
  readonly variant: string;
  /** Null: the supplier says what is owed. */
  readonly price: number | null;
  readonly cost: number | null;
  readonly sku: string;
}

function listed(
  service: PpobServiceCode,
  variants: readonly string[],
  prices: readonly number[],
  margin: number,
): DemoProduct[] {
  return variants.flatMap((variant) =>
    prices.map((price) => ({
      service,
      variant,
      price,
      cost: price - margin,
      sku: [service, variant.replaceAll(/[^A-Za-z0-9]+/g, '-'), String(price)]
        .filter((part) => part !== '')
        .join('-'),
    })),
  );
}

function billed(service: PpobServiceCode): DemoProduct {
  return { service, variant: '', price: null, cost: null, sku: service };
}

/** What is sold in the demonstration: everything the specification prints, and a little around it. */
export const DEMO_PRICES: readonly DemoProduct[] = [
  billed('PAJAK'),
  billed('PDAM'),
  billed('PGN'),
  // The specification sells a token of Rp10.000, less than PLN does.
  ...listed('PLN', [''], [10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000], 0),
  ...listed('PULSA', MOBILE_OPERATORS, [10_000, 20_000, 25_000, 40_000, 50_000, 100_000], 200),
  ...listed(
    'PAKET_DATA',
    MOBILE_OPERATORS.map((operator) => `${operator}/10GB`),
    [50_000],
    500,
  ),
  ...listed(
    'PAKET_DATA',
    MOBILE_OPERATORS.map((operator) => `${operator}/25GB`),
    [95_000],
    500,
  ),
  ...listed('MUSIK', ['Premium/1 Bulan'], [50_000], 1_000),
  ...listed('MUSIK', ['Premium/3 Bulan'], [145_000], 3_000),
  ...listed('TV', ['Gold/1 Bulan'], [50_000], 1_000),
  ...listed('TV', ['Platinum/1 Bulan'], [90_000], 1_500),
  ...listed('VOUCHER_GAME', [''], [20_000, 50_000, 100_000], 1_000),
  ...listed('VOUCHER_MAKANAN', ['FoodHub'], [50_000, 100_000], 1_000),
  ...listed('QURBAN', ['Kambing'], [200_000], 0),
  ...listed('QURBAN', ['Sapi'], [350_000], 0),
  ...listed('ZAKAT', ['Zakat Mal', 'Zakat Fitrah'], [50_000, 100_000, 300_000, 500_000], 0),
];
