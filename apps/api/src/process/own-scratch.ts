import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * Temporary files of this process lie in a folder of its own within its home: uploads while they are read, files while they
 * are written. It goes with the process, and what a process that was killed left behind goes when the next one starts.
 * Where the home cannot be written, they lie where the system keeps such files.
 * @param env of the process; whatever asks for the folder of temporary files gets ours from then on
 */
export function ownScratch(home: string, env: NodeJS.ProcessEnv): void {
  const all = join(home, 'tmp');
  const own = join(all, nameOf(process.pid));
  try {
    mkdirSync(all, { recursive: true, mode: 0o700 });
    // Our own number stands for a process of before: numbers come again, in a container always.
    for (const name of readdirSync(all)) if (isLeftBehind(name)) remove(join(all, name));
    mkdirSync(own, { mode: 0o700 });
  } catch {
    return;
  }
  env.TMPDIR = own;
  process.once('exit', () => {
    remove(own);
  });
}

function nameOf(pid: number): string {
  return `${hostname()}.${String(pid)}`;
}

/** Of another machine that shares the home nothing is known: its files stay. */
function isLeftBehind(name: string): boolean {
  const pid = Number(name.slice(name.lastIndexOf('.') + 1));
  if (!Number.isInteger(pid) || name !== nameOf(pid)) return false;
  return pid === process.pid || !isRunning(pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process, and alive.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
