import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { CsvColumn } from '../../src/platform/list';

/* A file of a list says in words what the screen says in words: no column prints a code. */

const ROOT = resolve(__dirname, '../../../..');
const { components } = JSON.parse(readFileSync(resolve(ROOT, 'docs/openapi.json'), 'utf8')) as OpenAPIObject;

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** `SNAP_REPORT`, `customer.activated`, `REFUND`. */
const CODE = /^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*|[a-z_]+\.[a-z_.]+|[a-z]+(?:_[a-z]+)+)$/;
/** What people call it as well, on the screen too: two ways to pay, formats of files, the verbs of HTTP. */
const OWN_NAME = new Set([
  'VA',
  'QRIS',
  'CSV',
  'XLSX',
  'MT940',
  'GET',
  'POST',
  'PUT',
  'DELETE',
  'ATM',
  'EDC',
  'PPOB',
  'MDR',
]);

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'apps/api/src/modules'],
  {
    cwd: ROOT,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));

/** The columns of every list, and what a row of it is called. */
const LISTS = files.flatMap((file) =>
  [
    ...readFileSync(resolve(ROOT, file), 'utf8').matchAll(
      /export const (\w+): readonly CsvColumn<(?:Omit<)?(\w+)[^=]*=/g,
    ),
  ].map(([, name = '', row = '']) => ({ file, name, row })),
);

/** Values of a row that a schema allows, one code after the other. */
function* rowsOf(schema: Schema, path = ''): Generator<{ readonly path: string; readonly value: unknown }> {
  const { $ref, allOf, items, properties } = schema;
  if ($ref !== undefined) {
    yield* rowsOf((components?.schemas?.[$ref.split('/').at(-1) ?? ''] ?? {}) as Schema, path);
  } else if (allOf?.[0] !== undefined) yield* rowsOf(allOf[0], path);
  else if (properties !== undefined) {
    const kinds = Object.entries(properties).map(
      ([name, of]) => [name, [...rowsOf(of, `${path}.${name}`)]] as const,
    );
    const usual = Object.fromEntries(kinds.map(([name, [first]]) => [name, first?.value]));
    yield { path, value: usual };
    for (const [name, all] of kinds)
      for (const one of all.slice(1)) yield { path: one.path, value: { ...usual, [name]: one.value } };
  } else if (items !== undefined)
    for (const { path: at, value } of rowsOf(items, path)) yield { path: at, value: [value] };
  else if (schema.enum !== undefined) for (const value of schema.enum) yield { path, value };
  else if (schema.example !== undefined) yield { path, value: schema.example };
  else if (schema.type === 'integer' || schema.type === 'number') yield { path, value: 7 };
  else if (schema.type === 'boolean') yield { path, value: true };
  else if (schema.type === 'object') yield { path, value: {} };
  else yield { path, value: plain(schema) };
}

function plain({ format, pattern }: Schema): string {
  if (format === 'date') return '2026-01-20';
  if (format === 'date-time') return '2026-01-20T08:00:00+08:00';
  return pattern?.startsWith('^[0-9]{4}-') === true ? '2026-01' : 'Kata-kata';
}

test('the columns of every list are found', () => {
  expect(LISTS.length).toBeGreaterThan(25);
  expect(LISTS.filter(({ row }) => components?.schemas?.[row] === undefined)).toEqual([]);
});

test.each(LISTS)('$name prints no code', ({ file, name, row }) => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- found by name
  const module = require(resolve(ROOT, file)) as Record<string, readonly CsvColumn<unknown>[]>;
  const columns = (module[name] ?? []).filter(({ identifier }) => !identifier);
  expect(columns.length).toBeGreaterThan(0);
  const codes = [...rowsOf({ $ref: `#/${row}` })].flatMap(({ path, value }) =>
    columns.flatMap((column) =>
      (['id', 'en'] as const).flatMap((language) => {
        const cell = column.value?.(value, language);
        return typeof cell === 'string' && CODE.test(cell) && !OWN_NAME.has(cell)
          ? [`${column.header.id} says ${cell} (${path})`]
          : [];
      }),
    ),
  );
  expect([...new Set(codes)]).toEqual([]);
});
