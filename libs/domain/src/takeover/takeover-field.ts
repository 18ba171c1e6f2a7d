import type { Language } from '../time';

/** What a file of the system before holds: its customers with their meters, or what they still owe. */
export const TAKEOVER_KINDS = ['CUSTOMERS', 'ARREARS'] as const;
export type TakeoverKind = (typeof TAKEOVER_KINDS)[number];

/** A column that is understood, whatever its place in the file. */
export interface TakeoverColumn {
  readonly field: string;
  /** What stands above it in the template. */
  readonly title: Readonly<Record<Language, string>>;
  /** Other names under which it is known, in the form of `headerForm`. */
  readonly known: readonly string[];
  /** Without such a column the file cannot be read. */
  readonly needed: boolean;
  /** As it stands in the template. */
  readonly example: string;
}

const CUSTOMER_COLUMNS = [
  {
    field: 'customer_number',
    title: { id: 'Nomor pelanggan', en: 'Customer number' },
    known: ['nomorpelanggan', 'nopelanggan', 'nopel', 'idpelanggan', 'customernumber', 'customerno'],
    needed: false,
    example: '',
  },
  {
    field: 'legacy_number',
    title: { id: 'Nomor lama', en: 'Earlier number' },
    known: ['nomorlama', 'nolama', 'nosambungan', 'nosamb', 'nosl', 'legacynumber', 'earliernumber'],
    needed: false,
    example: 'PDAM-00123',
  },
  {
    field: 'name',
    title: { id: 'Nama', en: 'Name' },
    known: ['nama', 'namapelanggan', 'name', 'customername'],
    needed: true,
    example: 'Nur’aini; S.Pd',
  },
  {
    field: 'address',
    title: { id: 'Alamat', en: 'Address' },
    known: ['alamat', 'alamatpelanggan', 'address'],
    needed: true,
    example: 'Jl. Melati No. 10, Labuha',
  },
  {
    field: 'phone',
    title: { id: 'Telepon', en: 'Telephone' },
    known: ['telepon', 'telp', 'notelp', 'notelepon', 'hp', 'nohp', 'wa', 'phone', 'telephone'],
    needed: false,
    example: '0812-3456-7890',
  },
  {
    field: 'email',
    title: { id: 'Email', en: 'Email' },
    known: ['email', 'surel'],
    needed: false,
    example: '',
  },
  {
    field: 'nik',
    title: { id: 'NIK', en: 'NIK' },
    known: ['nik', 'noktp', 'ktp', 'nomorktp'],
    needed: false,
    example: '',
  },
  {
    field: 'region',
    title: { id: 'Kode wilayah', en: 'Region code' },
    known: ['kodewilayah', 'wilayah', 'kdwilayah', 'region', 'regioncode'],
    needed: true,
    example: '01',
  },
  {
    field: 'route',
    title: { id: 'Kode rute', en: 'Route code' },
    known: ['koderute', 'rute', 'kdrute', 'route', 'routecode'],
    needed: true,
    example: '0203',
  },
  {
    field: 'tariff',
    title: { id: 'Kode golongan', en: 'Tariff code' },
    known: ['kodegolongan', 'golongan', 'kodetarif', 'tarif', 'gol', 'tariff', 'tariffcode'],
    needed: true,
    example: 'RT1',
  },
  {
    field: 'state',
    title: { id: 'Status', en: 'State' },
    known: ['status', 'state', 'statuspelanggan'],
    needed: false,
    example: 'AKTIF',
  },
  {
    field: 'meter_serial',
    title: { id: 'Nomor meter', en: 'Meter serial' },
    known: ['nomormeter', 'nometer', 'serimeter', 'noserimeter', 'meterserial', 'meternumber'],
    needed: true,
    example: 'MTR-0101',
  },
  {
    field: 'meter_digits',
    title: { id: 'Jumlah angka meter', en: 'Meter digits' },
    known: ['jumlahangkameter', 'angkameter', 'digitmeter', 'digit', 'meterdigits'],
    needed: false,
    example: '5',
  },
  {
    field: 'meter_size',
    title: { id: 'Ukuran meter (mm)', en: 'Meter size (mm)' },
    known: ['ukuranmetermm', 'ukuranmeter', 'diameter', 'diametermeter', 'metersizemm', 'metersize'],
    needed: false,
    example: '15',
  },
  {
    field: 'installed_on',
    title: { id: 'Tanggal pasang', en: 'Installed on' },
    known: ['tanggalpasang', 'tglpasang', 'tanggalpasangmeter', 'installedon'],
    needed: false,
    example: '31/12/2019',
  },
  {
    field: 'read_on',
    title: { id: 'Tanggal baca terakhir', en: 'Last read on' },
    known: ['tanggalbacaterakhir', 'tanggalbaca', 'tglbaca', 'tglbacaterakhir', 'lastreadon', 'readon'],
    needed: true,
    example: '25/10/2025',
  },
  {
    field: 'stand',
    title: { id: 'Stan terakhir', en: 'Last stand' },
    known: ['standterakhir', 'stand', 'standmeter', 'standakhir', 'laststand'],
    needed: true,
    example: '1.234',
  },
] as const satisfies readonly TakeoverColumn[];

const ARREARS_COLUMNS = [
  {
    field: 'number',
    title: { id: 'Nomor pelanggan atau nomor lama', en: 'Customer number or earlier number' },
    known: [
      'nomorpelangganataunomorlama',
      'nomorpelanggan',
      'nopelanggan',
      'nopel',
      'nomorlama',
      'nolama',
      'nosambungan',
      'nosamb',
      'customernumberorearliernumber',
      'customernumber',
      'legacynumber',
    ],
    needed: true,
    example: 'PDAM-00123',
  },
  {
    field: 'period',
    title: { id: 'Bulan pemakaian', en: 'Month of usage' },
    known: [
      'bulanpemakaian',
      'periode',
      'bulan',
      'periodetagihan',
      'rekeningbulan',
      'monthofusage',
      'period',
    ],
    needed: true,
    example: '03/2025',
  },
  {
    field: 'previous_stand',
    title: { id: 'Stan awal', en: 'Stand before' },
    known: ['standawal', 'standlalu', 'standbefore', 'previousstand'],
    needed: false,
    example: '1.200',
  },
  {
    field: 'current_stand',
    title: { id: 'Stan akhir', en: 'Stand after' },
    known: ['standakhir', 'standkini', 'standafter', 'currentstand'],
    needed: false,
    example: '1.234',
  },
  {
    field: 'principal',
    title: { id: 'Pokok tagihan', en: 'Principal' },
    known: ['pokoktagihan', 'pokok', 'tagihan', 'jumlahtagihan', 'rekeningair', 'principal', 'amount'],
    needed: true,
    example: '97.500',
  },
  {
    field: 'penalty',
    title: { id: 'Denda', en: 'Penalty' },
    known: ['denda', 'penalty'],
    needed: false,
    example: '10.000',
  },
] as const satisfies readonly TakeoverColumn[];

export type CustomerColumnField = (typeof CUSTOMER_COLUMNS)[number]['field'];
export type ArrearsColumnField = (typeof ARREARS_COLUMNS)[number]['field'];

export const TAKEOVER_COLUMNS: Readonly<Record<TakeoverKind, readonly TakeoverColumn[]>> = {
  CUSTOMERS: CUSTOMER_COLUMNS,
  ARREARS: ARREARS_COLUMNS,
};

/** `Tgl. Pasang ` → `tglpasang` */
export function headerForm(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/**
 * Which field stands in which column, by the titles above them; the first of two columns of one name is taken.
 * @returns one entry a column, null for a column that is not understood
 */
export function columnsOf(kind: TakeoverKind, header: readonly string[]): (string | null)[] {
  const taken = new Set<string>();
  return header.map((title) => {
    const form = headerForm(title);
    const field = TAKEOVER_COLUMNS[kind].find(({ known, title: own }) =>
      [...known, headerForm(own.id), headerForm(own.en)].includes(form),
    )?.field;
    if (field === undefined || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** Needed columns that no column of the file is. */
export function missingColumns(kind: TakeoverKind, columns: readonly (string | null)[]): string[] {
  return TAKEOVER_COLUMNS[kind]
    .filter(({ needed, field }) => needed && !columns.includes(field))
    .map(({ field }) => field);
}
