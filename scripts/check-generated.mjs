// What is generated must be what the code says now: docs/openapi.json and the web client made from it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const client = join(root, 'libs', 'api-client', 'src');

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return status === 0;
}

function contents(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path), readFileSync(path, 'utf8')];
    }),
  );
}

const openApiIsCurrent = run('scripts/run.mjs', 'openapi', '--check');
const fresh = mkdtempSync(join(tmpdir(), 'tirtapay-client-'));
let clientIsCurrent;
try {
  const generator = join('node_modules', '@hey-api', 'openapi-ts', 'bin', 'run.js');
  const made =
    run(generator, '-f', 'libs/api-client/openapi-ts.config.ts', '-o', fresh) &&
    run('scripts/list-definitions.mjs', fresh);
  const [wanted, found] = [contents(fresh), contents(client)];
  const names = new Set([...wanted.keys(), ...found.keys()]);
  const different = [...names].filter((name) => wanted.get(name) !== found.get(name));
  clientIsCurrent = made && different.length === 0;
  if (made && !clientIsCurrent)
    console.error(
      `libs/api-client is not what docs/openapi.json says (${different.join(', ')}): run "npm run generate"`,
    );
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
process.exit(openApiIsCurrent && clientIsCurrent ? 0 : 1);
