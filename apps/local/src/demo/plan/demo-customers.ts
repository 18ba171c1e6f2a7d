import { buildCustomerNumber, type CustomerState } from '@tirtapay/domain';
import type { Chance } from './chance';
import { PLACES } from './places';
import { TARIFF_TABLES } from './tariff-tables';

/** How somebody pays: by the due date; two months at once; after it; not any more; once in a while. */
export type PayingHabit = 'PROMPT' | 'PAIRS' | 'LATE' | 'STOPPED' | 'SELDOM';

export interface DemoCustomer {
  readonly number: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string | null;
  readonly nik: string;
  readonly region: string;
  readonly route: string;
  readonly tariff: string;
  readonly state: CustomerState;
  readonly habit: PayingHabit;
  readonly meter: {
    readonly serial: string;
    readonly digits: number;
    readonly sizeMm: number;
    readonly installedStand: number;
  };
  /** Months before the shown year; customers who joined during it count from its first period. */
  readonly joinedAtPeriod: number;
  readonly yearsBefore: number;
  /** The last period read, for those who left. */
  readonly leftAfterPeriod: number | null;
  /** Monthly use, m³. */
  readonly usualUsage: number;
}

export interface Names {
  person(sex: 'male' | 'female'): string;
  street(): string;
}

export const CUSTOMERS = 2_000;
/** The number every example uses; in arrears, so that there is something to pay. */
export const EXAMPLE_CUSTOMER = '010203000046';

const QUARTERS = [
  'Bende',
  'Korumba',
  'Wowawanggu',
  'Lalolara',
  'Bataraguru',
  'Tomba',
  'Lamangga',
  'Sabilambo',
];

export function planCustomers(chance: Chance, names: Names): DemoCustomer[] {
  const sequences = new Map<string, number>();
  return Array.from({ length: CUSTOMERS }, (_, index) => planCustomer(index, chance, names, sequences));
}

function planCustomer(
  index: number,
  chance: Chance,
  names: Names,
  sequences: Map<string, number>,
): DemoCustomer {
  const place = chance.weighted(PLACES.map((candidate) => [candidate, candidate.weight] as const));
  const route = chance.pick(place.routes);
  const key = `${place.code}${route.code}`;
  const sequence = (sequences.get(key) ?? 0) + 1;
  sequences.set(key, sequence);
  const number = buildCustomerNumber({ region: place.code, route: route.code, sequence });
  const example = number === EXAMPLE_CUSTOMER;
  const tariff = chance.weighted(TARIFF_TABLES.map((candidate) => [candidate, candidate.weight] as const));
  const joined = chance.happens(0.06) ? chance.between(1, 10) : 0;
  const drawn = chance.weighted([
    ['AKTIF', 957],
    ['SEGEL', 15],
    ['NONAKTIF', 13],
    ['CALON', 15],
  ] as const);
  const state = example ? 'AKTIF' : drawn;
  const industrial = tariff.usualUsage > 60;
  const sex = chance.pick(['male', 'female'] as const);
  const spread = 0.55 + chance.next() * 0.9;
  return {
    number,
    name: names.person(sex),
    address: `${names.street()} No. ${String(chance.between(1, 180))} RT ${threeDigits(chance, 12)}/RW ${threeDigits(chance, 6)}, Kel. ${chance.pick(QUARTERS)}, Kec. ${route.name}`,
    phone: `08${chance.pick(['11', '12', '13', '21', '22', '52', '53', '57'])}${String(chance.between(10_000_000, 99_999_999))}`,
    email: chance.happens(0.4) ? `pelanggan${String(index + 1)}@example.com` : null,
    nik: `74${place.code}${String(chance.between(1, 12)).padStart(2, '0')}${String(chance.between(1, 28) + (sex === 'female' ? 40 : 0)).padStart(2, '0')}${String(chance.between(1, 12)).padStart(2, '0')}${String(chance.between(60, 99))}${String(index + 1).padStart(4, '0')}`,
    region: place.code,
    route: route.code,
    tariff: example ? 'HALSEL-RT1' : tariff.version.code,
    state,
    habit: habitOf(chance, state, example),
    meter: {
      serial: `AP${String(20_000_000 + index * 37)}`,
      digits: index % 400 === 17 ? 4 : 5,
      sizeMm: industrial
        ? chance.pick([25, 40, 50])
        : chance.weighted([
            [15, 9],
            [20, 1],
          ] as const),
      // A few four-wheel meters near their end turn over during the year.
      installedStand: index % 400 === 17 ? 9_890 : chance.between(0, 3_200),
    },
    joinedAtPeriod: example || state === 'SEGEL' || state === 'NONAKTIF' ? 0 : joined,
    yearsBefore: chance.between(1, 9),
    leftAfterPeriod: state === 'NONAKTIF' ? chance.between(3, 8) : null,
    usualUsage: example ? 24 : Math.max(3, Math.round(tariff.usualUsage * spread)),
  };
}

function threeDigits(chance: Chance, highest: number): string {
  return String(chance.between(1, highest)).padStart(3, '0');
}

function habitOf(chance: Chance, state: DemoCustomer['state'], example: boolean): PayingHabit {
  const drawn = chance.weighted([
    ['PROMPT', 54],
    ['PAIRS', 24],
    ['LATE', 13],
    ['STOPPED', 6],
    ['SELDOM', 3],
  ] as const);
  if (example || state === 'SEGEL') return 'STOPPED';
  return state === 'NONAKTIF' ? 'PROMPT' : drawn;
}
