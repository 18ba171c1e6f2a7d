// Prints the largest modules; fails when one is so large that it is the house rather than a room of it.
const { execFileSync } = require('node:child_process');
const { resolve } = require('node:path');
const { manifests } = require('./manifests.cjs');

const MODULES = 'apps/api/src/modules';
const MOST = 0.15;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', MODULES], {
  cwd: resolve(__dirname, '..'),
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file.endsWith('.ts'));
const modules = manifests
  .map(({ name }) => ({ name, count: files.filter((file) => file.startsWith(`${MODULES}/${name}/`)).length }))
  .sort((a, b) => b.count - a.count);
const told = ({ name, count }) =>
  `${name} ${String(count)} files (${((100 * count) / files.length).toFixed(1)} %)`;
console.log(
  `${String(files.length)} files in ${String(modules.length)} modules; ${modules.slice(0, 3).map(told).join(', ')}`,
);
if (modules.some(({ count }) => count / files.length >= MOST)) {
  console.error(`a module has ${String(MOST * 100)} % of the modules' files or more`);
  process.exitCode = 1;
}
