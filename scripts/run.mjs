// Runs one of our programs from the compiled server, building first what is stale: `node scripts/run.mjs migrate`.
import { createRequire } from 'node:module';

const PROGRAMS = {
  start: 'apps/local/src/start.js',
  migrate: 'apps/local/src/migrate.js',
  openapi: 'apps/local/src/openapi.js',
  invariants: 'apps/local/src/invariants.js',
  export: 'apps/local/src/export.js',
  archive: 'apps/local/src/archive.js',
  'rotate-secrets': 'apps/local/src/rotate-secrets.js',
  user: 'apps/local/src/user.js',
  doctor: 'apps/local/src/doctor.js',
  metrics: 'apps/local/src/serve-metrics.js',
  bank: 'apps/bank-simulator/src/cli.js',
  bench: 'bench/main.js',
};

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`tirtapay: Node 20.19 or newer is needed, this is ${process.versions.node}`);
  process.exit(1);
}
const name = process.argv[2] ?? '';
const program = PROGRAMS[name];
if (program === undefined) {
  console.error(`tirtapay: no such program "${name}"; there are ${Object.keys(PROGRAMS).join(', ')}`);
  process.exit(1);
}
try {
  const { buildStale } = await import('./build-stale.mjs');
  await buildStale(name === 'start' ? ['server', 'web'] : ['server']);
} catch (error) {
  console.error(
    `tirtapay: ${error.code === 'ERR_MODULE_NOT_FOUND' ? 'the build tools are not installed: run "npm ci"' : error.message}`,
  );
  process.exit(1);
}
// The program sees its own arguments where it would have them when run directly.
process.argv.splice(1, 2, program);
createRequire(import.meta.url)(`../dist/server/${program}`);
