import { testApp } from '../support';

/*
 * Whoever asks for everything of one row, and PostgreSQL itself when that row is changed, reads the table whole where a
 * foreign key has no index. Tables grow unless they are named here.
 */

const app = testApp({ jobs: false });

/** Some dozens or hundreds of rows, however large the utility: masters, settings, people. */
const SMALL = new Set([
  'akun',
  'app_setting',
  'audit_head',
  'bank_api_key',
  'bank_integration',
  'bank_outbound',
  'certification_run',
  'kebijakan_denda',
  'loket_kas',
  'mitra',
  'penerima',
  'penetapan',
  'pengguna',
  'penyedia',
  'ppob_biaya',
  'ppob_produk',
  'rute',
  'services',
  'snap_partner',
  'tampilan_daftar',
  'tarif',
  'tarif_biaya',
  'tarif_blok',
  'tarif_versi',
  'titik_bayar',
  'wilayah',
]);

/** Where an index of fewer rows serves every question that is asked; each with the reason. */
const SERVED_OTHERWISE = new Map([
  // Readings are never deleted, and a reading is only asked for the bill that stands.
  ['tagihan (reading_id)', 'tagihan_reading'],
]);

interface ForeignKey {
  readonly table: string;
  readonly columns: string;
  readonly target: string;
  readonly indexes: readonly string[];
}

/** Each foreign key with the indexes that begin with its columns and leave out at most the rows that name nothing. */
const FOREIGN_KEYS = `
  SELECT c.conrelid::regclass::text AS "table", c.confrelid::regclass::text AS target, k.columns,
    ARRAY(SELECT i.indexrelid::regclass::text FROM pg_index i
      WHERE i.indrelid = c.conrelid AND i.indisvalid
        AND (SELECT array_agg(n ORDER BY n) FROM unnest((i.indkey::int2[])[0:cardinality(c.conkey) - 1]) n)
          = (SELECT array_agg(n ORDER BY n) FROM unnest(c.conkey) n)
        AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = '(' || split_part(k.columns, ', ', 1) || ' IS NOT NULL)')) AS indexes
  FROM pg_constraint c
  CROSS JOIN LATERAL (SELECT string_agg(a.attname, ', ' ORDER BY n.place) AS columns
    FROM unnest(c.conkey) WITH ORDINALITY n (number, place)
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = n.number) k
  WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace ORDER BY 1, 3`;

let keys: ForeignKey[];

beforeAll(async () => {
  keys = await app.database.query<ForeignKey & Record<string, unknown>>(FOREIGN_KEYS);
});

const name = ({ table, columns }: ForeignKey) => `${table} (${columns})`;
const grows = ({ table, target }: ForeignKey) => !SMALL.has(table) && !SMALL.has(target);

it('every foreign key between growing tables has a full index on its columns', () => {
  const growing = keys.filter(grows);
  expect(growing.length).toBeGreaterThan(40);
  const bare = growing.filter((key) => key.indexes.length === 0).map(name);
  expect(bare.filter((key) => !SERVED_OTHERWISE.has(key))).toEqual([]);
  expect([...SERVED_OTHERWISE.keys()].filter((key) => !bare.includes(key))).toEqual([]);
});

it('an index left out is noticed', async () => {
  const without = await app.database.transaction(async (client) => {
    await client.query('DROP INDEX meter_customer');
    const { rows } = await client.query<ForeignKey>(FOREIGN_KEYS);
    await client.query('ROLLBACK');
    await client.query('BEGIN');
    return rows;
  });
  const noticed = without.filter((key) => grows(key) && key.indexes.length === 0).map(name);
  expect(noticed).toContain('meter (customer_id)');
});

it('names no table that is not there', async () => {
  const tables = await app.database.query<{ name: string }>(
    "SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  const known = new Set(tables.map((table) => table.name));
  expect([...SMALL].filter((table) => !known.has(table))).toEqual([]);
});
