// Writes what the product is shipped with as a CycloneDX document: `npm run sbom [file]`, dist/sbom.cdx.json unless said. From the
// lock and what is installed of it; nobody is asked. `npm sbom --omit=dev` leaves out what is needed for both, shipping and
// building: rxjs and zod among it.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const file = resolve(process.argv[2] ?? join(root, 'dist', 'sbom.cdx.json'));
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const own = read('package.json');
const { packages } = read('package-lock.json');

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const shipped = Object.entries(packages)
  .filter(([path, entry]) => path !== '' && entry.dev !== true && existsSync(join(root, path)))
  .map(([path, entry]) => ({ ...entry, path, name: nameOf(path) }));
const byPath = new Map(shipped.map((one) => [one.path, one]));
const refOf = ({ path, name, version }) => `${name}@${version}|${path}`;

/** Where Node would find `name` from a package at `from`: the nearest node_modules that has it. */
function found(from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const one = byPath.get(`${folder === '' ? '' : `${folder}/`}node_modules/${name}`);
    if (one !== undefined || folder === '') return one;
  }
}

/** An id or an expression of SPDX, or the words of whoever uses neither. */
function licencesOf({ path, license }) {
  const said = license ?? read(join(path, 'package.json')).license;
  if (typeof said !== 'string') return [];
  if (/ (AND|OR) /.test(said)) return [{ expression: said }];
  return [{ license: said.includes(' ') ? { name: said } : { id: said } }];
}

/** `sha512-…` of the lock, as the document writes it. */
function hashesOf({ integrity = '' }) {
  return integrity.split(' ').flatMap((hash) => {
    const [, bits, content] = /^sha(\d+)-(.+)$/.exec(hash) ?? [];
    if (bits === undefined) return [];
    return [{ alg: `SHA-${bits}`, content: Buffer.from(content, 'base64').toString('hex') }];
  });
}

const needed = (path, { dependencies = {}, optionalDependencies = {}, peerDependencies = {} }) => [
  ...new Set(
    Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }).flatMap((name) => {
      const one = found(path, name);
      return one === undefined ? [] : [refOf(one)];
    }),
  ),
];
const ownRef = `${own.name}@${own.version}`;
const document = {
  $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  serialNumber: `urn:uuid:${randomUUID()}`,
  version: 1,
  metadata: {
    timestamp: new Date().toISOString(),
    component: { 'bom-ref': ownRef, type: 'application', name: own.name, version: own.version },
  },
  components: shipped.map((one) => ({
    'bom-ref': refOf(one),
    type: 'library',
    name: one.name,
    version: one.version,
    scope: one.optional === true ? 'optional' : 'required',
    purl: `pkg:npm/${one.name.replace('@', '%40')}@${one.version}`,
    hashes: hashesOf(one),
    licenses: licencesOf(one),
  })),
  dependencies: [
    { ref: ownRef, dependsOn: needed('', own) },
    ...shipped.map((one) => ({ ref: refOf(one), dependsOn: needed(one.path, one) })),
  ],
};
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
console.log(`${document.components.length} packages in ${file}`);
