import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MANIFESTS, SCHEMA } from '../../src/house';
import { MODULES } from '../../src/modules';
import { testApp } from '../support';

const ROOT = resolve(__dirname, '../../src/modules');
const app = testApp({ jobs: false });

function foldersOf(area: string): string[] {
  return readdirSync(join(ROOT, area))
    .filter((folder) => statSync(join(ROOT, area, folder)).isDirectory())
    .map((folder) => `${area}/${folder}`);
}

describe('the manifests', () => {
  it('stand in every module and name no other', () => {
    const folders = ['ground', 'water', 'bank-gateway', 'money', 'outward'].flatMap(foldersOf);
    expect(MODULES.map(({ manifest }) => manifest.name).sort()).toEqual(folders.sort());
    for (const folder of folders)
      expect(readFileSync(join(ROOT, folder, `${folder.split('/')[1] ?? ''}.manifest.ts`), 'utf8')).toContain(
        `name: '${folder}'`,
      );
  });

  it('share the tables of the database among them: each has one owner', async () => {
    const found = await app.database.query<{ name: string }>(
      "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    );
    const owned = MANIFESTS.flatMap(({ tables }) => tables);
    expect([...owned].sort()).toEqual(found.map(({ name }) => name));
  });

  it('bring their migrations, which have one order in every database', async () => {
    const applied = await app.database.query<{ name: string }>(
      'SELECT name FROM schema_migration ORDER BY id',
    );
    expect(SCHEMA.migrations.map((migration) => new migration().name)).toEqual(
      applied.map(({ name }) => name),
    );
    // As every database there is has them.
    expect(applied.slice(0, 4).map(({ name }) => name)).toEqual([
      'Foundation1760000000001',
      'Identity1760000000002',
      'Customers1760000000003',
      'Billing1760000000004',
    ]);
    const ofOneNumber = applied.filter(({ name }) => name.endsWith('1760000000021'));
    expect(ofOneNumber.map(({ name }) => name)).toEqual([
      'ListOrders1760000000021',
      'RedrawnPhotos1760000000021',
      'SearchForms1760000000021',
    ]);
    const files = ['platform', ...MODULES.map(({ manifest }) => `modules/${manifest.name}`)].flatMap((room) =>
      readdirSync(join(ROOT, '..', room), { recursive: true, encoding: 'utf8' }).filter((file) =>
        /^schema[\\/]\d{4}-/.test(file),
      ),
    );
    expect(files).toHaveLength(applied.length);
  });

  it('name the events they raise and the news they tell, each of one module only', () => {
    const wrong: string[] = [];
    for (const { name, events = [], topics = [] } of MANIFESTS) {
      const folder = name === 'platform' ? join(ROOT, '../platform') : join(ROOT, name);
      const text = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('manifest.ts'))
        .map((file) => readFileSync(join(folder, file), 'utf8'))
        .join('\n');
      for (const one of [...events, ...topics])
        if (!text.includes(`'${one}'`)) wrong.push(`${name} declares ${one} and tells it nowhere`);
      for (const [, map, body = ''] of text.matchAll(
        /interface (DomainEventMap|OutboxTopics) \{([^]*?)\n {2}\}/g,
      ))
        for (const [, declared = ''] of body.matchAll(/^ {4}'([a-z_.]+)':/gm))
          if (![...events, ...topics].some((one) => one === declared))
            wrong.push(`${name} adds ${declared} to ${map ?? ''} and its manifest does not say so`);
    }
    expect(wrong).toEqual([]);
    const all = MANIFESTS.flatMap(({ events = [], topics = [] }) => [...events, ...topics]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('declare the kinds of case the staff have words for', () => {
    const kinds = MANIFESTS.flatMap(({ caseKinds = {} }) => Object.keys(caseKinds));
    const subjects = MANIFESTS.flatMap(({ caseKinds = {} }) => Object.values(caseKinds));
    const words = JSON.parse(
      readFileSync(resolve(__dirname, '../../../web/src/features/ground/cases/words/id.json'), 'utf8'),
    ) as Record<'kinds' | 'story', Record<string, string>>;
    expect(Object.keys(words.kinds).sort()).toEqual(kinds.sort());
    expect(Object.keys(words.story).sort()).toEqual(kinds.sort());
    expect(MANIFESTS.flatMap(({ tables }) => tables)).toEqual(expect.arrayContaining(subjects));
  });

  it('guard and seal only tables of their own', () => {
    for (const { tables, appendOnly = [], neverDeleted = [], readOnly = [], sealedColumns = [] } of MANIFESTS)
      for (const table of [
        ...appendOnly,
        ...neverDeleted,
        ...readOnly,
        ...sealedColumns.map(({ table }) => table),
      ])
        expect(tables).toContain(table);
  });

  it('point down: outward, money, bank gateway and water, ground', () => {
    const height: Readonly<Record<string, number>> = {
      ground: 0,
      'bank-gateway': 1,
      water: 1,
      money: 2,
      outward: 3,
    };
    const heightOf = (name: string) => height[name.split('/')[0] ?? ''] ?? -1;
    const upward = MODULES.flatMap(({ manifest }) =>
      manifest.mayKnow
        .filter((other) => heightOf(other) > heightOf(manifest.name))
        .map((other) => `${manifest.name} → ${other}`),
    );
    expect(upward).toEqual([]);
  });
});
