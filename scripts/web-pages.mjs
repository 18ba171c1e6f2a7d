// Writes the addresses of the staff's workplace, which its features declare, where server and nginx read them:
// libs/contracts/src/staff-pages.ts and docker/nginx/default.conf. `every-page.spec.ts` finds it when this was forgotten.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const features = join(root, 'apps/web/src/features');

/** A feature is plain data; what it imports besides types it imports only when a page is opened. */
function featuresOf(file) {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    swcrc: false,
    module: { type: 'commonjs', ignoreDynamic: true },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', code)(module, module.exports, (name) => {
    throw new Error(`${file} imports ${name}: a feature is plain data`);
  });
  return Object.values(module.exports);
}

const paths = readdirSync(features)
  .flatMap((area) =>
    readdirSync(join(features, area)).map((name) => join(features, area, name, 'feature.ts')),
  )
  .flatMap(featuresOf)
  .flatMap(({ pages }) => pages.map(({ path }) => path))
  .sort();

writeFileSync(
  join(root, 'libs/contracts/src/staff-pages.ts'),
  `/** Made by \`npm run pages\` from the features of the web application, never edited. */
export const STAFF_PAGES = [
${['/admin', ...paths.map((path) => `/admin/${path}`)].map((path) => `  '${path}',\n`).join('')}] as const;
`,
);

const conf = join(root, 'docker/nginx/default.conf');
const pattern = paths.map((path) => path.replaceAll(/:[a-z]+/g, '[^/]+')).join('|');
writeFileSync(
  conf,
  readFileSync(conf, 'utf8').replace(
    /^( {2}location ~ )\^\/admin\(.*$/m,
    (_line, before) => `${before}^/admin(/(${pattern}))?/?$ {`,
  ),
);
