import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ownScratch } from './own-scratch';

describe('temporary files of a process', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'scratch-'));
  });
  afterEach(() => {
    rmSync(home, { recursive: true, force: true });
  });
  const left = (name: string) => {
    mkdirSync(join(home, 'tmp', name), { recursive: true });
    writeFileSync(join(home, 'tmp', name, 'body'), 'upload of a bank');
  };

  it('lie in a folder of its own, and those of a killed one go', () => {
    // A process that is over for certain, one that lives, one of another machine, and something else.
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const [killed, living, elsewhere] = [
      `${hostname()}.${String(gone)}`,
      `${hostname()}.${String(process.ppid)}`,
      `other-machine.${String(gone)}`,
    ];
    for (const name of [killed, living, elsewhere, 'notes']) left(name);
    const env: NodeJS.ProcessEnv = {};
    ownScratch(home, env);
    const own = join(home, 'tmp', `${hostname()}.${String(process.pid)}`);
    expect([env.TMPDIR, existsSync(own)]).toEqual([own, true]);
    expect(readdirSync(join(home, 'tmp')).sort()).toEqual(
      [living, elsewhere, 'notes', `${hostname()}.${String(process.pid)}`].sort(),
    );
    // A process of the same number was there before: what it left is not ours.
    writeFileSync(join(own, 'body'), 'half an upload');
    ownScratch(home, env);
    expect(readdirSync(own)).toEqual([]);
  });

  it('lie where the system keeps them when the home cannot be written', () => {
    const env: NodeJS.ProcessEnv = {};
    writeFileSync(join(home, 'tmp'), 'a file');
    ownScratch(home, env);
    expect(env).toEqual({});
  });
});
