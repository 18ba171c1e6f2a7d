import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';

/*
 * While a release is brought, processes of the version before still run on the new schema: a migration adds, and takes away only
 * what no version reads any more. One that does otherwise says so where whoever upgrades looks.
 */

const ROOT = resolve(__dirname, '../../../..');
/** What a process of the version before, which knows nothing of it, would fail by. */
const TAKES_AWAY = [
  /\bDROP COLUMN\b/,
  /\bDROP TABLE (?!IF EXISTS pg_temp)/,
  /\bRENAME COLUMN\b/,
  /\bALTER TABLE \S+ RENAME TO\b/,
  /\bALTER COLUMN \S+ (SET DATA )?TYPE\b/,
  /\bALTER COLUMN \S+ SET NOT NULL\b/,
];

const migrations = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'apps/api/src'],
  {
    cwd: ROOT,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => /\/schema\/\d{4}-[^/]+\.ts$/.test(file));

function upgrading(): string {
  const text = readFileSync(resolve(ROOT, 'docs/operations.md'), 'utf8');
  return /\n## Upgrading\n(.*?)\n## /s.exec(text)?.[1] ?? '';
}

it('a migration that takes something away is named where upgrades are told', () => {
  expect(migrations.length).toBeGreaterThan(100);
  const taking = migrations.filter((file) => {
    const source = readFileSync(resolve(ROOT, file), 'utf8');
    return TAKES_AWAY.some((pattern) => pattern.test(source));
  });
  expect(taking.map((file) => basename(file))).toContain('0015-collectors.ts');
  const told = upgrading();
  const untold = taking.filter((file) => !told.includes(basename(file).slice(0, 4)));
  expect(untold).toEqual([]);
});
