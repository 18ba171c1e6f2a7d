import { period, rupiah, type TariffVersion } from '@tirtapay/domain';
import type { TestDatabase } from './test-database';

/** An active tariff, as the domain sees its only version. */
export interface TestTariff {
  readonly id: number;
  readonly versionId: number;
  readonly version: TariffVersion;
}

function fourBlocks(
  code: string,
  legalBasis: string,
  rates: readonly number[],
  monthly: number,
): TariffVersion {
  const limits = [0, 10, 20, 30] as const;
  return {
    code,
    legalBasis,
    validFrom: period('2022-01'),
    blocks: limits.map((lower, index) => ({
      lower,
      upper: limits[index + 1] ?? null,
      rate: rupiah(rates[index] ?? 0),
    })),
    fixedCharges: [{ code: 'ABONEMEN', label: 'Abonemen', meterSizeMm: null, amount: rupiah(monthly) }],
    minimum: { kind: 'NONE' },
  };
}

const KEPBUP = 'Kepbup Halmahera Selatan 186/2022';

/** Tables of the tariff reference whose totals are known to the rupiah. */
export const TEST_TARIFFS = {
  'HALSEL-RT1': fourBlocks('HALSEL-RT1', KEPBUP, [2_000, 2_500, 3_000, 4_000], 10_000),
  'HALSEL-RT3': fourBlocks('HALSEL-RT3', KEPBUP, [4_000, 4_500, 5_000, 6_000], 15_000),
  'X12-NIAGA-KECIL': fourBlocks('X12-NIAGA-KECIL', 'Tabel 12 golongan', [1_840, 2_480, 3_350, 4_530], 23_000),
} as const satisfies Record<string, TariffVersion>;

export type TestTariffCode = keyof typeof TEST_TARIFFS;

export function insertTariff(database: TestDatabase, version: TariffVersion): Promise<TestTariff> {
  return database.transaction(async (client) => {
    const insert = async (sql: string, values: unknown[]): Promise<number> => {
      const { rows } = await client.query<{ id: number }>(sql, values);
      const [row] = rows;
      if (row === undefined) throw new Error('no row inserted');
      return row.id;
    };
    const id = await insert(
      "INSERT INTO tarif (code, name, kelompok) VALUES ($1, $2, 'II') RETURNING id::int",
      [version.code, `Tarif ${version.code}`],
    );
    const versionId = await insert(
      `INSERT INTO tarif_versi (tariff_id, version_no, status, legal_basis, valid_from, minimum_kind)
       VALUES ($1, 1, 'DRAFT', $2, $3, 'NONE') RETURNING id::int`,
      [id, version.legalBasis, version.validFrom],
    );
    for (const [seq, block] of version.blocks.entries())
      await client.query(
        'INSERT INTO tarif_blok (version_id, seq, lower_m3, upper_m3, rate) VALUES ($1, $2, $3, $4, $5)',
        [versionId, seq + 1, block.lower, block.upper, block.rate],
      );
    for (const [seq, charge] of version.fixedCharges.entries())
      await client.query(
        'INSERT INTO tarif_biaya (version_id, seq, code, label, meter_size_mm, amount) VALUES ($1, $2, $3, $4, $5, $6)',
        [versionId, seq + 1, charge.code, charge.label, charge.meterSizeMm, charge.amount],
      );
    await client.query("UPDATE tarif_versi SET status = 'PENDING' WHERE id = $1", [versionId]);
    await client.query(
      "UPDATE tarif_versi SET status = 'ACTIVE', activated_at = '2022-01-01' WHERE id = $1",
      [versionId],
    );
    return { id, versionId, version };
  });
}
