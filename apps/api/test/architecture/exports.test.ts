import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';

const openApi = JSON.parse(
  readFileSync(join(__dirname, '../../../../docs/openapi.json'), 'utf8'),
) as OpenAPIObject;

/** Messages for one person, read in the bell: nobody works with them in a spreadsheet. */
const NOT_EXPORTED = new Set(['/api/v1/notices']);

const queryOf = (path: string): string[] =>
  (openApi.paths[path]?.get?.parameters ?? [])
    .flatMap((parameter) => ('in' in parameter && parameter.in === 'query' ? [parameter.name] : []))
    .sort();

/** What only a screen asks: which part, and the sums of the whole. */
const OF_THE_SCREEN = ['after', 'before', 'count', 'page', 'page_size', 'totals'];
/** What only a file has. */
const OF_THE_FILE = ['format'];

const lists = Object.entries(openApi.paths).flatMap(([path, { get }]) =>
  get?.parameters?.some((parameter) => 'name' in parameter && parameter.name === 'page_size') === true
    ? [path]
    : [],
);

describe('lists', () => {
  it('are found', () => {
    expect(lists.length).toBeGreaterThan(10);
  });

  it.each(lists.filter((path) => !NOT_EXPORTED.has(path)))(
    '%s can be had as CSV and XLSX, with the same filters, search and order',
    (path) => {
      expect(openApi.paths[`${path}/export`]?.get?.responses['200']).toMatchObject({
        content: {
          'text/csv': {},
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {},
        },
      });
      const shared = queryOf(path).filter((name) => !OF_THE_SCREEN.includes(name));
      expect(queryOf(path)).toEqual([...shared, ...OF_THE_SCREEN].sort());
      expect(queryOf(`${path}/export`)).toEqual([...shared, ...OF_THE_FILE].sort());
    },
  );
});
