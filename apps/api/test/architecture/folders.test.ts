import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../../..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /^(apps|libs|bench|scripts)\//.test(file));

describe('the house', () => {
  it('has no rooms without a name', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.ts)/.test(file))).toEqual(
      [],
    );
  });

  it('keeps a module behind its index: a folder of a module has one', () => {
    const modules = new Set(
      files.flatMap((file) => /^apps\/api\/src\/modules\/([^/]+\/[^/]+)\//.exec(file)?.[1] ?? []),
    );
    expect([...modules].filter((name) => !files.includes(`apps/api/src/modules/${name}/index.ts`))).toEqual(
      [],
    );
  });

  it('leaves no unfinished business in the code', () => {
    const marks = new RegExp(['TO', 'DO|FIX', 'ME|XX', 'X:'].join(''));
    const unfinished = files
      .filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file) && !file.startsWith('libs/api-client/src/'))
      .filter((file) => marks.test(readFileSync(resolve(ROOT, file), 'utf8')));
    expect(unfinished).toEqual([]);
  });
});
