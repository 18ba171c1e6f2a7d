import type { DemoBankCode } from './demo-banks';

export interface DemoPayPoint {
  /** null: the utility's own. */
  readonly bank: DemoBankCode | null;
  readonly region: string;
  readonly name: string;
  readonly address: string;
  readonly hours: string;
  readonly phone: string | null;
}

const OFFICE_HOURS = 'Senin–Kamis 08.00–15.00, Jumat 08.00–11.30';
const BANK_HOURS = 'Senin–Jumat 08.00–15.00';

/** Invented places in real towns; their telephone numbers end in zeros so that nobody is called by accident. */
export const DEMO_PAY_POINTS: readonly DemoPayPoint[] = [
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

function own(region: string, name: string, address: string, phone: string | null): DemoPayPoint {
  return { bank: null, region, name, address, hours: OFFICE_HOURS, phone };
}

function ofBank(
  bank: DemoBankCode,
  region: string,
  name: string,
  address: string,
  phone: string | null,
): DemoPayPoint {
  return { bank, region, name, address, hours: BANK_HOURS, phone };
}
