import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MANIFESTS } from '../../src/house';
import { tablesOf, tableUses, type TableUse } from './sql-statements';

const ROOT = resolve(__dirname, '../../../..');
const SOURCE = join(ROOT, 'apps/api/src');

/**
 * The one written exception: money is posted by one writer, in one place, with all it moves (docs/architecture.md).
 * Nobody else writes what is not its own.
 */
const POSTING_WRITER = {
  folder: 'modules/money/payment/posting/',
  writes: ['tagihan', 'denda', 'kasus', 'jurnal', 'jurnal_baris', 'log_aktivitas', 'outbox', 'niat_bayar'],
};

const byName = new Map(MANIFESTS.map((manifest) => [manifest.name, manifest]));
const ownerOf = new Map(
  MANIFESTS.flatMap(({ name, tables }) => tables.map((table) => [table, name] as const)),
);
const shared = new Set(MANIFESTS.flatMap(({ sharedViews }) => sharedViews ?? []));
const known = new Set([...ownerOf.keys(), ...shared]);

function reach(name: string, seen = new Set([name, 'platform'])): ReadonlySet<string> {
  for (const next of byName.get(name)?.mayKnow ?? [])
    if (!seen.has(next)) {
      seen.add(next);
      reach(next, seen);
    }
  return seen;
}

/** `<area>/<module>`, `platform`, or the shell, which starts the others and may look at everything. */
function roomOf(file: string): string {
  const [first = '', area = '', room = ''] = file.split('/');
  return first === 'modules' ? `${area}/${room}` : first;
}

function offence({ file, table, writes }: TableUse): string | null {
  if (table === '?') return null;
  const room = roomOf(file);
  const owner = ownerOf.get(table);
  const said = `${file}: ${room} ${writes ? 'writes' : 'reads'} ${table} of ${owner ?? 'everybody'}`;
  if (owner === room) return null;
  if (file.startsWith(POSTING_WRITER.folder) && POSTING_WRITER.writes.includes(table)) return null;
  if (writes) return said;
  const manifest = byName.get(room);
  if (owner === undefined || manifest === undefined || manifest.readsEverything === true) return null;
  return reach(room).has(owner) ? null : said;
}

const uses = tableUses(SOURCE, known);

describe('the arrows, in statements', () => {
  it('are found in every way a statement names a table', () => {
    const table = (sql: string) => tablesOf(sql, new Set(['tagihan', 'denda', 'meter']));
    expect(table('SELECT 1 FROM tagihan b LEFT JOIN denda d ON true')).toEqual([
      { table: 'tagihan', writes: false },
      { table: 'denda', writes: false },
    ]);
    expect(table('SELECT 1 FROM denda d, meter m')).toEqual([
      { table: 'denda', writes: false },
      { table: 'meter', writes: false },
    ]);
    expect(table('tagihan b JOIN x ON true')).toEqual([{ table: 'tagihan', writes: false }]);
    expect(table('INSERT INTO denda (a) SELECT 1 FROM tagihan')).toEqual([
      { table: 'denda', writes: true },
      { table: 'tagihan', writes: false },
    ]);
    expect(table("UPDATE tagihan SET a = 'denda' WHERE meter.id = 1 FOR UPDATE")).toEqual([
      { table: 'tagihan', writes: true },
    ]);
    expect(table('DELETE FROM meter')).toEqual([{ table: 'meter', writes: true }]);
    expect(table('SELECT FROM x JOIN y ON true FOR NO KEY UPDATE')).toEqual([]);
    expect(uses.length).toBeGreaterThan(300);
    const seen = new Set(uses.map((use) => use.table));
    const unused = MANIFESTS.flatMap(({ tables }) => tables).filter((name) => !seen.has(name));
    // Kept by a library.
    expect(unused).toEqual(['rate_limit']);
  });

  it('point where the manifests say: nobody reads above itself or writes what is not its own', () => {
    expect([...new Set(uses.flatMap((use) => offence(use) ?? []))].sort()).toEqual([]);
  });

  it('write to a table that is named, never to one that is put in', () => {
    // The keys of all sealed columns are changed by one mechanism, which has the tables from the manifests.
    expect([...new Set(uses.filter(({ table }) => table === '?').map(({ file }) => file))]).toEqual([
      'platform/security/rotate-envelopes.ts',
    ]);
  });

  it('are drawn in docs/architecture.md as the manifests have them', () => {
    const drawn = /```arrows\n([\s\S]*?)\n```/.exec(readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8'));
    const printed = execFileSync(process.execPath, [join(ROOT, 'scripts/arrows.cjs')], { encoding: 'utf8' });
    expect(printed.trimEnd()).toBe(drawn?.[1]);
  });
});
