import type { Language } from '../time';

/** What may be wrong with a row of a file that is taken over. A warning keeps nothing out. */
export const TAKEOVER_FINDINGS = {
  MISSING: { id: 'Kosong, padahal harus diisi.', en: 'Empty, though it is needed.' },
  TOO_LONG: { id: 'Terlalu panjang.', en: 'Too long.' },
  UNPRINTABLE: { id: 'Ada karakter yang tidak dapat dicetak.', en: 'Has characters that cannot be printed.' },
  FORMULA: {
    id: 'Berupa rumus lembar kerja. Salin sebagai nilai.',
    en: 'Is a formula of a spreadsheet. Copy it as a value.',
  },
  SCIENTIFIC: {
    id: 'Angkanya sudah hilang karena lembar kerja menulisnya sebagai 1,23E+11. Ambil lagi dari sumbernya sebagai teks.',
    en: 'Its digits are gone: a spreadsheet wrote it as 1.23E+11. Take it from its source again, as text.',
  },
  ZEROS_LOST: {
    id: 'Nol di depan hilang. Kembalikan nol itu.',
    en: 'The zeros in front are lost. Put them back.',
  },
  NUMBER_WRONG: {
    id: 'Bukan nomor pelanggan. Nomor terdiri dari 12 angka dengan angka pemeriksa yang cocok.',
    en: 'Not a customer number: 12 digits with the check digit that fits.',
  },
  NUMBER_OF_OTHER_ROUTE: {
    id: 'Nomor ini milik wilayah atau rute lain.',
    en: 'This number belongs to another region or route.',
  },
  NUMBER_TAKEN: {
    id: 'Nomor ini sudah terdaftar.',
    en: 'This number is registered already.',
  },
  LEGACY_TAKEN: {
    id: 'Nomor lama ini sudah milik pelanggan lain.',
    en: 'This earlier number is another customer’s already.',
  },
  LEGACY_IS_NUMBER: {
    id: 'Nomor lama ini sama dengan nomor pelanggan lain yang berlaku.',
    en: 'This earlier number is a customer number in force of somebody else.',
  },
  TWICE: { id: 'Ada dua baris dengan isi ini.', en: 'Two rows have this.' },
  PHONE_WRONG: {
    id: 'Bukan nomor telepon. Betulkan atau kosongkan.',
    en: 'Not a telephone number. Mend it or leave it empty.',
  },
  EMAIL_WRONG: {
    id: 'Bukan alamat surel. Betulkan atau kosongkan.',
    en: 'Not an email address. Mend it or leave it empty.',
  },
  NIK_NOT_USED: {
    id: 'Bukan NIK, jadi tidak dicatat.',
    en: 'Not a NIK, so it is not kept.',
  },
  NIK_TAKEN: {
    id: 'NIK ini sudah milik pelanggan lain.',
    en: 'This NIK is another customer’s already.',
  },
  REGION_UNKNOWN: {
    id: 'Wilayah ini tidak ada, sudah ditutup, atau belum punya rute. Apakah berkas ini milik perusahaan lain?',
    en: 'There is no such region, it was closed, or it has no route yet. Is this the file of another utility?',
  },
  ROUTE_UNKNOWN: { id: 'Rute ini tidak ada di wilayahnya.', en: 'There is no such route in its region.' },
  TARIFF_UNKNOWN: {
    id: 'Golongan ini tidak ada, atau sudah ditutup.',
    en: 'There is no such category, or it was closed.',
  },
  SIZE_UNPRICED: {
    id: 'Tarif golongan ini tidak punya biaya untuk meter ukuran ini, jadi rekeningnya tidak dapat dihitung.',
    en: 'The tariff of this category has no charge for a meter of this size, so it could not be billed.',
  },
  STATE_UNKNOWN: {
    id: 'Status dikenal sebagai AKTIF, SEGEL, atau NONAKTIF.',
    en: 'A state is AKTIF, SEGEL or NONAKTIF.',
  },
  SERIAL_WRONG: {
    id: 'Nomor meter terdiri dari 3 sampai 40 huruf, angka, titik, garis miring, atau tanda hubung.',
    en: 'A meter serial has 3 to 40 letters, digits, dots, slashes or hyphens.',
  },
  SERIAL_TAKEN: {
    id: 'Meter ini terpasang pada pelanggan lain.',
    en: 'This meter is installed at another customer.',
  },
  WHOLE_NUMBER: {
    id: 'Bukan bilangan bulat, misalnya 1.234.',
    en: 'Not a whole number, such as 1.234.',
  },
  OUT_OF_RANGE: { id: 'Di luar batas yang mungkin.', en: 'Outside what is possible.' },
  STAND_TOO_LONG: {
    id: 'Angka meter ini lebih pendek daripada stannya.',
    en: 'The counter has fewer digits than its stand.',
  },
  DATE_WRONG: {
    id: 'Tidak ada tanggal seperti ini. Tulis hari/bulan/tahun.',
    en: 'There is no such day. Write day/month/year.',
  },
  DATE_IN_FUTURE: { id: 'Tanggal ini belum tiba.', en: 'This day has not come yet.' },
  INSTALLED_AFTER_READ: {
    id: 'Meter dipasang sesudah tanggal baca terakhirnya.',
    en: 'The meter was installed after it was read last.',
  },
  PERIOD_WRONG: {
    id: 'Bukan bulan. Tulis bulan/tahun, misalnya 03/2025.',
    en: 'Not a month. Write month/year, such as 03/2025.',
  },
  PERIOD_NOT_OVER: {
    id: 'Bulan ini belum berakhir, jadi belum dapat menjadi tunggakan.',
    en: 'This month is not over, so nothing of it can be in arrears.',
  },
  NOTHING_OWED: { id: 'Pokok tagihan harus lebih dari nol.', en: 'The principal must be above zero.' },
  STANDS_BACKWARDS: {
    id: 'Stan akhir lebih kecil daripada stan awal.',
    en: 'The stand after is below the stand before.',
  },
  CUSTOMER_UNKNOWN: {
    id: 'Tidak ada pelanggan dengan nomor ini. Impor pelanggannya lebih dulu.',
    en: 'Nobody has this number. Import the customers first.',
  },
  BILL_EXISTS: {
    id: 'Bulan ini sudah ditagih kepada pelanggan tersebut.',
    en: 'This month is billed to that customer already.',
  },
  MONTH_READ: {
    id: 'Bulan ini sudah dibaca di sini; airnya ditagih dari bacaan itu. Keluarkan baris ini dari berkas.',
    en: 'This month was read here, and its water is billed by that reading. Leave this row out of the file.',
  },
  COLUMNS_MORE: {
    id: 'Baris ini punya kolom lebih banyak daripada judulnya. Apakah ada pemisah di dalam isi yang tidak dikutip?',
    en: 'This row has more columns than the header. Is there a delimiter within a cell without quotes?',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type TakeoverFindingCode = keyof typeof TAKEOVER_FINDINGS;

export interface TakeoverFinding {
  readonly field: string;
  readonly code: TakeoverFindingCode;
  /** What stands in the file. */
  readonly found: string;
  /** What probably was meant; null when nobody can tell. */
  readonly suggestion: string | null;
  /** False: told, and the row is taken all the same. */
  readonly refuses: boolean;
}
