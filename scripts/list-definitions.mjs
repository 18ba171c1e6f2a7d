// docs/openapi.json → libs/api-client/src/lists.gen.ts: what the server says of each list (`x-list`), for the screens that
// draw it. Run after openapi-ts, which empties the folder.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folder = process.argv[2] ?? join(root, 'libs', 'api-client', 'src');
const { paths, components } = JSON.parse(readFileSync(join(root, 'docs', 'openapi.json'), 'utf8'));

const named = (reference) => reference.split('/').at(-1);

/** The schema of one row: the page's schema names it, itself or through `allOf`. */
function rowOf(operation) {
  const page = operation.responses['200'].content['application/json'].schema.$ref;
  return named(components.schemas[named(page)].properties.data.items.$ref);
}

const lists = Object.entries(paths)
  .filter(([path, { get }]) => get?.['x-list'] !== undefined && !path.includes('{'))
  .map(([path, { get }]) => ({
    name: get.operationId,
    row: rowOf(get),
    definition: {
      path,
      export: paths[`${path}/export`]?.get === undefined ? null : `${path}/export`,
      ...get['x-list'],
    },
  }))
  .sort((a, b) => a.name.localeCompare(b.name));

const source = `// This file is auto-generated from the x-list of docs/openapi.json

import type { ${[...new Set(lists.map(({ row }) => row))].sort().join(', ')} } from './types.gen';

/** What the server says of each of its lists. */
export const LISTS = ${JSON.stringify(Object.fromEntries(lists.map(({ name, definition }) => [name, definition])))} as const;

export type ListName = keyof typeof LISTS;

/** A row of each list. */
export type ListRows = {
${lists.map(({ name, row }) => `  ${name}: ${row};`).join('\n')}
};
`;
writeFileSync(
  join(folder, 'lists.gen.ts'),
  await format(source, { parser: 'typescript', singleQuote: true, printWidth: 110 }),
);
