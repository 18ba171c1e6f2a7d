// Compiles the TypeScript of the server side (libs, API, sandbox bank, bench) to CommonJS under dist/.
// Node >= 20.19 can require() the ES modules Nest 12 ships; see docs/adr/0001-module-system.md.
import { transformFile } from '@swc/core';
import { readdirSync, mkdirSync, writeFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'dist', 'server');
const LIBS = ['domain', 'contracts', 'bank-protocol', 'documents'];
const sources = [
  ...LIBS.map((name) => `libs/${name}/src`),
  'apps/api/src',
  'apps/bank-simulator/src',
  'bench',
];

function* typescriptFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* typescriptFiles(path);
    else if (/\.ts$/.test(entry.name) && !/\.(spec|test|d)\.ts$/.test(entry.name)) yield path;
  }
}

export async function buildServer() {
  rmSync(out, { recursive: true, force: true });
  const paths = Object.fromEntries(
    LIBS.map((name) => [`@tirtapay/${name}`, [join(root, `libs/${name}/src/index.ts`)]]),
  );
  const files = sources.flatMap((folder) => [...typescriptFiles(join(root, folder))]);
  await Promise.all(
    files.map(async (file) => {
      const { code, map } = await transformFile(file, {
        swcrc: false,
        configFile: false,
        module: { type: 'commonjs' },
        sourceMaps: true,
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
          baseUrl: root,
          paths,
        },
      });
      const target = join(out, relative(root, file)).replace(/\.ts$/, '.js');
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, `${code}\n//# sourceMappingURL=${target.split('/').pop()}.map\n`);
      if (map) writeFileSync(`${target}.map`, map);
    }),
  );
  writeFileSync(join(out, 'package.json'), '{"type":"commonjs"}\n');
  return files.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  const count = await buildServer();
  console.log(`compiled ${count} files in ${Math.round(performance.now() - started)} ms`);
}
