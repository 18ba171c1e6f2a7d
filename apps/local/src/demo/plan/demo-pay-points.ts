import type { DemoBankCode } from './demo-banks';

export interface DemoPayPoint {
  /** null: the utility's own. */
  readonly bank: DemoBankCode | null;
  readonly region: string;
  readonly name: string;
  readonly address: string;
  readonly hours: string;
  readonly phone: string | null;
  /** `-3.992951, 122.518959` */
  readonly coordinates: string;
}

type Place = Omit<DemoPayPoint, 'coordinates'>;

const OFFICE_HOURS = 'Senin–Kamis 08.00–15.00, Jumat 08.00–11.30';
const BANK_HOURS = 'Senin–Jumat 08.00–15.00';

/** The middle of each town, degrees. */
const TOWNS: Readonly<Record<string, readonly [latitude: number, longitude: number]>> = {
  '01': [-3.972, 122.515],
  '02': [-5.463, 122.602],
  '03': [-4.049, 121.594],
  '04': [-3.862, 122.045],
  '05': [-4.831, 122.723],
  '06': [-5.476, 122.846],
  '07': [-3.483, 120.892],
};

/** Invented places in real towns; their telephone numbers end in zeros so that nobody is called by accident. */
const PLACES: readonly Place[] = [
  own('01', 'Loket PDAM Mandonga', 'Jl. Drs. H. Abdullah Silondae, Mandonga, Kendari', '0401-300100'),
  own('01', 'Loket PDAM Poasia', 'Jl. Jenderal A.H. Nasution, Anduonohu, Kendari', null),
  own('02', 'Loket PDAM Wolio', 'Jl. Sultan Hasanuddin, Wolio, Baubau', '0402-200100'),
  own('03', 'Loket PDAM Kolaka', 'Jl. Pemuda, Lamokato, Kolaka', '0405-200100'),
  own('04', 'Loket PDAM Unaaha', 'Jl. Inolobunggadue, Unaaha, Konawe', null),
  own('05', 'Loket PDAM Raha', 'Jl. Gatot Subroto, Katobu, Raha', '0403-200100'),
  own('06', 'Loket PDAM Pasarwajo', 'Jl. Protokol, Pasarwajo, Buton', null),
  own('07', 'Loket PDAM Lasusua', 'Jl. Trans Sulawesi, Lasusua, Kolaka Utara', null),
  ofBank(
    'SULTRA',
    '01',
    'Bank Sultra Cabang Utama Kendari',
    'Jl. Mayjen S. Parman, Kemaraya, Kendari',
    '0401-300200',
  ),
  ofBank('SULTRA', '02', 'Bank Sultra Cabang Baubau', 'Jl. Kartini, Wolio, Baubau', '0402-200200'),
  ofBank('SULTRA', '03', 'Bank Sultra Cabang Kolaka', 'Jl. Repelita, Lamokato, Kolaka', '0405-200200'),
  ofBank('SULTRA', '04', 'Bank Sultra Cabang Unaaha', 'Jl. Diponegoro, Unaaha, Konawe', null),
  ofBank('SULTRA', '05', 'Bank Sultra Cabang Raha', 'Jl. Jenderal Sudirman, Katobu, Raha', null),
  ofBank('KEDUA', '01', 'Bank Kedua Cabang Kendari', 'Jl. Ahmad Yani, Kadia, Kendari', '0401-300300'),
  ofBank('KEDUA', '02', 'Bank Kedua Cabang Baubau', 'Jl. Yos Sudarso, Wolio, Baubau', null),
];

/** Some streets apart. */
export const DEMO_PAY_POINTS: readonly DemoPayPoint[] = PLACES.map((place, index) => {
  const [latitude, longitude] = TOWNS[place.region] ?? [-3.972, 122.515];
  const coordinates = `${(latitude - index * 0.0021).toFixed(6)}, ${(longitude + index * 0.0013).toFixed(6)}`;
  return { ...place, coordinates };
});

function own(region: string, name: string, address: string, phone: string | null): Place {
  return { bank: null, region, name, address, hours: OFFICE_HOURS, phone };
}

function ofBank(
  bank: DemoBankCode,
  region: string,
  name: string,
  address: string,
  phone: string | null,
): Place {
  return { bank, region, name, address, hours: BANK_HOURS, phone };
}
