// The manifests of the modules as data, for tools that run outside the application.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { runInNewContext } = require('node:vm');
const { transformSync } = require('@swc/core');

const ROOT = join(__dirname, '..', 'apps', 'api', 'src', 'modules');

/** A manifest is plain data: it is evaluated with nothing around it. */
function load(path) {
  const { code } = transformSync(readFileSync(path, 'utf8'), {
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  const exported = {};
  runInNewContext(code, { exports: exported });
  return Object.values(exported)[0];
}

const manifests = readdirSync(ROOT, { recursive: true })
  .filter((file) => file.endsWith('.manifest.ts'))
  .sort()
  .map((file) => {
    const manifest = load(join(ROOT, file));
    const folder = file.split(/[\\/]/).slice(0, -1).join('/');
    if (manifest.name !== folder) throw new Error(`${file} says it is ${manifest.name}`);
    return manifest;
  });
const byName = new Map(manifests.map((manifest) => [manifest.name, manifest]));

/** What a module may know it may know through others as well. */
function reach(name, seen = new Set()) {
  const manifest = byName.get(name);
  if (manifest === undefined) throw new Error(`no module ${name}`);
  for (const next of manifest.mayKnow)
    if (!seen.has(next)) {
      seen.add(next);
      reach(next, seen);
    }
  return [...seen].sort();
}

module.exports = { manifests, reach };
