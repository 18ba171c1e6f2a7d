// `npm test`: builds the web application the browser tests look at, then runs every Jest project.
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildStale } from './build-stale.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
const long = args.includes('--long');
await buildStale(['server', 'web']);
const { status } = spawnSync(
  process.execPath,
  [
    // Workers get the same: what a test throws away is swept up less often.
    '--min-semi-space-size=16',
    '--max-semi-space-size=32',
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    // More workers than cores only make timeouts; the database of the run wants some of a core as well.
    `--maxWorkers=${String(Math.max(2, Math.min(4, availableParallelism())))}`,
    ...args.filter((arg) => arg !== '--long'),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ...(long ? { TIRTAPAY_TEST_LONG: '1' } : {}) } },
);
process.exit(status ?? 1);
