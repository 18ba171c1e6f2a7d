import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

/* What comes from others: from where, under which licence, and what of it may run when it is installed (docs/adr/0132). */

interface Locked {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
}
const own = read('package.json') as {
  dependencies: Readonly<Record<string, string>>;
  devDependencies: Readonly<Record<string, string>>;
  allowScripts: Readonly<Record<string, boolean>>;
};
const { '': _root, ...packages } = (
  read('package-lock.json') as { packages: Readonly<Record<string, Locked>> }
).packages;
const locked = Object.entries(packages).map(([path, entry]) => ({
  ...entry,
  path,
  name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
}));

/** Any use, also inside a product that is not open, for at most naming the authors. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Zlib',
]);
/** Others, for a reason. */
const ALLOWED_FOR: readonly (readonly [licence: string, names: RegExp, reason: string])[] = [
  ['LGPL-3.0-or-later', /^@img\/sharp-/, 'libvips is a library file of its own, loaded and never changed'],
  ['MPL-2.0', /^(axe-core|lightningcss(-.+)?)$/, 'used unchanged while building and testing, not shipped'],
  ['CC-BY-4.0', /^caniuse-lite$/, 'a table read while building, not shipped'],
];
/** Where package.json names no licence, the files beside it do. */
const NAMED_IN_FILES: Readonly<Record<string, readonly [file: string, words: RegExp, licence: string]>> = {
  'dejavu-fonts-ttf': ['LICENSE', /Permission is hereby granted, free of charge/, 'Bitstream-Vera'],
  'passport-strategy': ['LICENSE', /The MIT License/, 'MIT'],
  'parse-cache-control': ['LICENSE', /Redistribution and use in source and binary forms/, 'BSD-3-Clause'],
  pause: ['Readme.md', /\(The MIT License\)/, 'MIT'],
  'png-js': ['LICENSE', /MIT License/, 'MIT'],
};
ALLOWED.add('Bitstream-Vera');

/** As SPDX joins them: one of several, or all of several. */
const isAllowed = (expression: string, name: string): boolean => {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some((one) => isAllowed(one, name));
  if (bare.includes(' AND ')) return bare.split(' AND ').every((one) => isAllowed(one, name));
  return ALLOWED.has(bare) || ALLOWED_FOR.some(([licence, names]) => licence === bare && names.test(name));
};

function licenceOf({ name, path, license }: (typeof locked)[number]): string | null {
  const [file, words, licence] = NAMED_IN_FILES[name] ?? [];
  if (file !== undefined && words !== undefined && licence !== undefined) {
    // Said in the files of the version that was looked at: another one is looked at again.
    if (!existsSync(join(ROOT, path))) return null;
    return words.test(readFileSync(join(ROOT, path, file), 'utf8')) ? licence : 'none';
  }
  if (license !== undefined) return license;
  // A package of another platform, which the lock knows by name alone.
  return existsSync(join(ROOT, path)) ? 'none' : null;
}

describe('what comes from others', () => {
  it('comes from the registry that is set up and from no other address, as it was when it was looked at', () => {
    const elsewhere = locked.filter(({ resolved }) => resolved !== undefined);
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
    const unproven = locked.filter(
      ({ integrity, optional, os }) => integrity === undefined && !(optional === true && os !== undefined),
    );
    expect(unproven.map(({ path }) => path)).toEqual([]);
  });

  it('has a licence that lets it be shipped', () => {
    const licences = locked.map((one) => ({ ...one, licence: licenceOf(one) }));
    const refused = licences.filter(({ licence, name }) => licence !== null && !isAllowed(licence, name));
    expect(refused.map(({ name, licence }) => `${name}: ${String(licence)}`)).toEqual([]);
    for (const [licence, names, reason] of ALLOWED_FOR)
      expect([
        reason,
        licences.some((one) => names.test(one.name) && one.licence?.includes(licence)),
      ]).toEqual([reason, true]);
    for (const name of Object.keys(NAMED_IN_FILES)) expect(locked.map((one) => one.name)).toContain(name);
  });

  it('runs at its installation where it is allowed to by name, and nothing else does', () => {
    const withScript = new Set(locked.filter((one) => one.hasInstallScript === true).map(({ name }) => name));
    expect(Object.keys(own.allowScripts).sort()).toEqual([...withScript].sort());
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8').split('\n')).toContain('strict-allow-scripts=true');
  });

  it('is named, with what it may be checked against, in a document of its own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sbom '));
    const file = join(folder, 'sbom.cdx.json');
    const made = spawnSync(process.execPath, ['scripts/sbom.mjs', file], { cwd: ROOT, encoding: 'utf8' });
    expect([made.status, made.stderr]).toEqual([0, '']);
    const document = JSON.parse(readFileSync(file, 'utf8')) as {
      bomFormat: string;
      metadata: { component: { name: string } };
      components: { name: string; purl: string; hashes?: { content: string }[] }[];
    };
    rmSync(folder, { recursive: true });
    expect([document.bomFormat, document.metadata.component.name]).toEqual(['CycloneDX', 'tirtapay']);
    const names = document.components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(own.dependencies)) as string[]);
    expect(
      Object.keys(own.devDependencies).filter(
        (name) => /jest|eslint|vite$/.test(name) && names.includes(name),
      ),
    ).toEqual([]);
    expect(document.components.filter(({ hashes }) => (hashes ?? []).length === 0)).toEqual([]);
  });
});
