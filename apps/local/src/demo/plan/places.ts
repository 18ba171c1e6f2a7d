/** Service regions: municipalities of Sulawesi Tenggara, with their districts as reading routes. */
export interface Place {
  readonly code: string;
  readonly name: string;
  /** How much of the customers live here. */
  readonly weight: number;
  readonly routes: readonly { readonly code: string; readonly name: string }[];
}

function place(code: string, name: string, weight: number, districts: readonly string[]): Place {
  return {
    code,
    name,
    weight,
    routes: districts.map((district, index) => ({
      code: `${String(Math.floor(index / 3) + 1).padStart(2, '0')}${String((index % 3) + 1).padStart(2, '0')}`,
      name: district,
    })),
  };
}

export const PLACES: readonly Place[] = [
  place('01', 'Kota Kendari', 40, [
    'Mandonga',
    'Puuwatu',
    'Kadia',
    'Wua-Wua',
    'Baruga',
    'Kambu',
    'Poasia',
    'Abeli',
    'Kendari Barat',
    'Kendari',
  ]),
  place('02', 'Kota Baubau', 18, ['Wolio', 'Murhum', 'Betoambari', 'Batupoaro', 'Kokalukuna']),
  place('03', 'Kabupaten Kolaka', 12, ['Kolaka', 'Latambaga', 'Wundulako', 'Pomalaa']),
  place('04', 'Kabupaten Konawe', 10, ['Unaaha', 'Wawotobi', 'Tongauna']),
  place('05', 'Kabupaten Muna', 8, ['Katobu', 'Batalaiworu', 'Duruka']),
  place('06', 'Kabupaten Buton', 6, ['Pasarwajo', 'Lasalimu']),
  place('07', 'Kabupaten Kolaka Utara', 6, ['Lasusua', 'Kodeoha']),
];
