import { period, rupiah, type TariffGroup, type TariffVersion } from '@tirtapay/domain';

export interface TariffTable {
  readonly name: string;
  readonly kelompok: TariffGroup;
  readonly version: TariffVersion;
  /** How often customers have it; 0 for tables that are only there to be looked at. */
  readonly weight: number;
  /** Monthly use of half of its customers, m³. */
  readonly usualUsage: number;
}

const LIMITS = [0, 10, 20, 30] as const;

function table(
  code: string,
  name: string,
  kelompok: TariffTable['kelompok'],
  charge: readonly [code: string, label: string, amount: number],
  rates: readonly [number, number, number, number],
  [weight, usualUsage]: readonly [number, number],
): TariffTable {
  const halsel = code.startsWith('HALSEL');
  return {
    name,
    kelompok,
    weight,
    usualUsage,
    version: {
      code,
      legalBasis: halsel ? 'Kepbup Halmahera Selatan No. 186 Tahun 2022' : 'Tabel tarif 12 golongan (contoh)',
      validFrom: period('2022-01'),
      blocks: LIMITS.map((lower, index) => ({
        lower,
        upper: LIMITS[index + 1] ?? null,
        rate: rupiah(rates[index] ?? 0),
      })),
      fixedCharges: [{ code: charge[0], label: charge[1], meterSizeMm: null, amount: rupiah(charge[2]) }],
      minimum: { kind: 'NONE' },
    },
  };
}

const abonemen = (amount: number) => ['ABONEMEN', 'Abonemen', amount] as const;
const tetap = (amount: number) => ['BEBAN_TETAP', 'Beban tetap', amount] as const;

/** Real tables: Halmahera Selatan, and a complete one of twelve categories. */
export const TARIFF_TABLES: readonly TariffTable[] = [
  table('HALSEL-RT1', 'Rumah tangga 1', 'II', abonemen(10_000), [2_000, 2_500, 3_000, 4_000], [42, 16]),
  table('HALSEL-RT2', 'Rumah tangga 2', 'II', abonemen(10_000), [3_000, 3_500, 4_000, 5_000], [26, 20]),
  table('HALSEL-RT3', 'Rumah tangga 3', 'II', abonemen(15_000), [4_000, 4_500, 5_000, 6_000], [12, 26]),
  table('X12-SOSIAL-UMUM', 'Sosial umum (hidran)', 'I', tetap(10_000), [780, 780, 780, 780], [1, 60]),
  table('X12-SOSIAL-KHUSUS', 'Sosial khusus', 'I', tetap(11_000), [850, 1_140, 1_550, 2_090], [2, 45]),
  table('X12-RT-KHUSUS', 'Rumah tangga khusus', 'I', tetap(11_500), [990, 1_300, 1_800, 2_400], [3, 11]),
  table('X12-RT-A', 'Rumah tangga A', 'II', tetap(11_500), [1_100, 1_480, 2_000, 2_700], [0, 14]),
  table('X12-RT-B', 'Rumah tangga B', 'II', tetap(12_000), [1_190, 1_600, 2_160, 2_930], [0, 17]),
  table('X12-RT-C', 'Rumah tangga C', 'II', tetap(15_000), [1_280, 1_730, 2_340, 3_160], [0, 22]),
  table('X12-INSTANSI', 'Instansi pemerintah', 'III', tetap(20_000), [1_380, 1_850, 2_500, 3_380], [3, 70]),
  table('X12-TNI-POLRI', 'TNI/Polri', 'III', tetap(40_000), [1_380, 1_850, 2_500, 3_380], [1, 120]),
  table('X12-NIAGA-KECIL', 'Niaga kecil', 'III', tetap(23_000), [1_840, 2_480, 3_350, 4_530], [7, 24]),
  table('X12-NIAGA-BESAR', 'Niaga besar', 'III', tetap(26_000), [2_060, 2_920, 3_950, 5_160], [2, 110]),
  table(
    'X12-INDUSTRI-KECIL',
    'Industri kecil',
    'KHUSUS',
    tetap(28_000),
    [2_060, 2_920, 3_950, 5_160],
    [1, 90],
  ),
  table(
    'X12-INDUSTRI-BESAR',
    'Industri besar',
    'KHUSUS',
    tetap(34_000),
    [2_290, 3_100, 4_190, 5_650],
    [0.2, 700],
  ),
];

export function tariffTable(code: string): TariffTable {
  const found = TARIFF_TABLES.find(({ version }) => version.code === code);
  if (found === undefined) throw new RangeError(`no such tariff: ${code}`);
  return found;
}
