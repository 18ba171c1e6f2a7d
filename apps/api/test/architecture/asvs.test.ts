import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../../..');

interface Row {
  readonly requirement: string;
  readonly level: string;
  readonly status: string;
  readonly where: string;
  readonly note: string;
}
const rows = parse<Row>(readFileSync(join(ROOT, 'docs/asvs.csv')), { columns: true });
const of = (level: string) => rows.filter((row) => row.level === level);
const names = (found: readonly Row[]) => found.map(({ requirement }) => requirement);

/* What is claimed of OWASP ASVS 5.0.0 is claimed for each requirement, with the file that shows it (docs/adr/0132). */

it('has all of levels 1 and 2, each once, in their order', () => {
  expect([of('1').length, of('2').length]).toEqual([70, 183]);
  expect(new Set(names(rows)).size).toBe(rows.length);
  const order = (requirement: string) => requirement.replace('v5.0.0-', '').split('.').map(Number);
  for (const [index, row] of rows.entries()) {
    expect(row.requirement).toMatch(/^v5\.0\.0-\d+\.\d+\.\d+$/);
    const [before, here] = [order(rows[index - 1]?.requirement ?? 'v5.0.0-0.0.0'), order(row.requirement)];
    const differs = here.findIndex((number, place) => number !== before[place]);
    expect([row.requirement, (here[differs] ?? 0) > (before[differs] ?? 0)]).toEqual([row.requirement, true]);
  }
});

it('claims only what a file shows, and says of the rest what is missing or why it is none', () => {
  const wrong = rows.filter(({ status, where, note }) => {
    if (status === 'met') return where === '';
    return !['partly', 'open', 'operator', 'not applicable'].includes(status) || note === '';
  });
  expect(names(wrong)).toEqual([]);
});

it('names files that are there', () => {
  const gone = rows.flatMap(({ requirement, where }) =>
    where
      .split(' ')
      .filter((file) => file !== '' && !existsSync(join(ROOT, file)))
      .map((file) => `${requirement}: ${file}`),
  );
  expect(gone).toEqual([]);
});
