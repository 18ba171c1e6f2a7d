import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { Database } from '../../src/platform/database';
import { testApp } from '../support';

const app = testApp({ jobs: false });

/** Written and read by statements only, or by libraries: no screen looks at them through an entity. */
const WITHOUT_ENTITY = new Set([
  'schema_migration',
  'orang',
  'rate_limit',
  'bank_nonce',
  'bank_rate',
  'bank_refusal',
  'nomor_ditanya',
  'nomor_dikenal',
  'foto_lepas',
  'arsip_panggilan',
  'outbox',
  'job_run',
  'app_setting',
  'audit_seal',
  'audit_head',
  'log_aktivitas',
  'penerimaan_harian',
  'buku_besar_harian',
  'rekening_periode',
  'rekap_batas',
  'rekap_penerimaan',
  'rekap_rekening',
  'rekap_jurnal',
  'rekap_pemakaian',
  'rekap_pelunasan',
  'rekap_tunggakan',
  'rekap_tunggakan_ulang',
  'rekap_tunggakan_lembar',
  'rekap_jumlah',
  'rekap_jumlah_baru',
  'pemakaian_air',
  'pelunasan_air',
]);

interface Column {
  table_name: string;
  column_name: string;
  nullable: boolean;
  type: string;
}

async function columns(): Promise<Column[]> {
  return app.database.query<Column>(
    `SELECT table_name::text, column_name::text, is_nullable = 'YES' AS nullable, udt_name::text AS type
     FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, ordinal_position`,
  );
}

/** Names the entities use for the types of the catalog. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  int8: ['bigint', 'int8'],
  int4: ['int', 'integer', 'int4'],
  bool: ['boolean', 'bool'],
  timestamptz: ['timestamptz', 'timestamp with time zone'],
  time: ['time', 'time without time zone'],
};

function describesType(declared: string, { type }: Column): boolean {
  const element = type.replace(/^_/, '');
  return declared === element || (TYPES[element] ?? []).includes(declared);
}

describe('repositories', () => {
  it('read through the pool of the screens, and bring no other', async () => {
    const screen = app.get(Database).pool('screen');
    const connect = jest.spyOn(screen, 'connect');
    const [settings] = await app
      .get(DataSource)
      .query<{ timeout: string; name: string }[]>(
        "SELECT current_setting('statement_timeout') AS timeout, current_setting('application_name') AS name",
      );
    expect(connect).toHaveBeenCalledTimes(1);
    connect.mockRestore();
    expect(settings).toEqual({ timeout: '30s', name: 'tirtapay' });
    const names = await app.database.query<{ name: string }>(
      `SELECT DISTINCT application_name AS name FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    expect(names).toEqual([{ name: 'tirtapay' }]);
  });
});

describe('the schema', () => {
  it('is what the entities say: every column, its type and whether it may be missing', async () => {
    const inDatabase = await columns();
    const wrong: string[] = [];
    for (const entity of app.get(DataSource).entityMetadatas) {
      const own = new Map(
        inDatabase
          .filter((column) => column.table_name === entity.tableName)
          .map((column) => [column.column_name, column]),
      );
      const declared = new Set(entity.columns.map((column) => column.databaseName));
      for (const name of own.keys()) if (!declared.has(name)) wrong.push(`${entity.name} lacks ${name}`);
      for (const column of entity.columns) {
        const found = own.get(column.databaseName);
        const label = `${entity.name}.${column.propertyName}`;
        if (found === undefined) wrong.push(`${label}: no such column`);
        else if (typeof column.type === 'string' && !describesType(column.type, found))
          wrong.push(`${label}: ${column.type}, but ${found.type}`);
        else if (column.isNullable !== found.nullable)
          wrong.push(`${label}: ${found.nullable ? 'may' : 'may not'} be null`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('has an entity for every table that is not purely technical', async () => {
    const tables = new Set((await columns()).map((column) => column.table_name));
    const entities = new Set(app.get(DataSource).entityMetadatas.map((entity) => entity.tableName));
    expect([...tables].filter((table) => !entities.has(table) && !WITHOUT_ENTITY.has(table))).toEqual([]);
    expect([...entities].filter((table) => !tables.has(table))).toEqual([]);
  });

  it('is explained word by word in the glossary', async () => {
    const glossary = readFileSync(resolve(__dirname, '../../../../docs/glossary.md'), 'utf8');
    const rows = [...glossary.matchAll(/^\|[^|]*\|[^|]*\| `([a-z_]+)`(?: \(`(\w+)`\))?\s*\|/gm)].map(
      ([, table = '', entity = '']) => ({ table, entity }),
    );
    const named = new Map(rows.map((row) => [row.table, row.entity]));
    const tables = new Set((await columns()).map((column) => column.table_name));
    expect([...tables].filter((table) => !named.has(table))).toEqual([]);
    expect([...named.keys()].filter((table) => !tables.has(table))).toEqual([]);
    const entities = app.get(DataSource).entityMetadatas;
    expect(
      entities.filter((entity) => named.get(entity.tableName) !== entity.name).map((entity) => entity.name),
    ).toEqual([]);
  });
});
