import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const COMPILED = resolve(__dirname, '../../../../dist/server/apps/api/src/platform/threads');

/** In a process that was started as the product is: how much young memory (MB) two threads reach that litter as they may. */
const LITTERING = `
const { Worker } = require('node:worker_threads');
const { withYoungMemoryOfItsOwn } = require(${JSON.stringify(COMPILED)});
const litter = \`
  let kept;
  for (let i = 0; i < 2_000_000; i += 1) kept = { i, of: [i] };
  const young = require('node:v8').getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
  require('node:worker_threads').parentPort.postMessage(young.space_size / 2 ** 20);
\`;
const open = () => new Worker(litter, { eval: true, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
const megabytes = (worker) => new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
(async () => {
  const own = await megabytes(withYoungMemoryOfItsOwn(open));
  const usual = await megabytes(open());
  process.stdout.write(JSON.stringify({ own, usual }));
})();
`;

it('a thread has the young memory of its limits, and the next one that of the process again', () => {
  const said = execFileSync(
    process.execPath,
    ['--min-semi-space-size=16', '--max-semi-space-size=32', '-e', LITTERING],
    { encoding: 'utf8' },
  );
  expect(JSON.parse(said)).toEqual({ own: 4, usual: 32 });
});
