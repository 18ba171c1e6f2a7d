// Adds to package-lock.json what npm leaves out of it: optional packages of other platforms that its registry did not
// offer when the lock was written. Without them `npm ci` takes the lock for out of date. Their versions are the exact
// ones their parents ask for; on the platforms they are not for, nothing is fetched. Run after every `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = join(resolve(dirname(fileURLToPath(import.meta.url)), '..'), 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'aix', 'sunos'];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32'];
/** How package names write a platform, where that is not how Node says it. */
const ALIASES = { windows: 'win32', wasi: 'linux' };

/** Where Node would find `name` from a package at `from`: the nearest node_modules that has it. */
function installed(from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (lock.packages[path] !== undefined) return path;
    if (folder === '' || !folder.includes('/node_modules/')) {
      const top = `node_modules/${name}`;
      return lock.packages[top] === undefined ? null : top;
    }
  }
}

function platformOf(name) {
  const words = name
    .split('/')
    .at(-1)
    .split(/[-.]/)
    .map((word) => ALIASES[word] ?? word);
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words
    .map((word) => (/^arm(v7)?$/.test(word) ? 'arm' : word))
    .find((word) => PROCESSORS.includes(word));
  const libc = words.find((word) => /musl/.test(word))
    ? 'musl'
    : words.find((word) => /gnu/.test(word))
      ? 'glibc'
      : null;
  return { os, cpu, libc: os === 'linux' ? libc : null };
}

const added = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!/^\d+\.\d+\.\d+/.test(version) || installed(path, name) !== null) continue;
    const { os, cpu, libc } = platformOf(name);
    if (os === undefined || cpu === undefined) continue;
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(entry.dev ? { dev: true } : {}),
      ...(libc === null ? {} : { libc: [libc] }),
      optional: true,
      os: [os],
    };
    added.push(`${name}@${version}`);
  }
}
const [[root, rootEntry], ...rest] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([[root, rootEntry], ...rest.sort(([a], [b]) => (a < b ? -1 : 1))]);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(
  added.length === 0 ? 'package-lock.json is complete' : `added ${added.length}: ${added.join(', ')}`,
);
