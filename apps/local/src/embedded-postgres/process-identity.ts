import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** State and start time of a process as Linux tells them; null elsewhere, or when the process is gone. */
function linuxStat(pid: number): { state: string; start: string } | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // Fields after the program's name in parentheses, which may itself hold spaces; the 22nd of all is the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', start: fields[19] ?? '' };
  } catch {
    return null;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  // In a container whose first process reaps nobody, the dead keep their number for ever.
  return linuxStat(pid)?.state !== 'Z';
}

/**
 * A word that changes when the number of a process is given to another one: its start time. Null when it is gone or
 * nothing can be learnt about it.
 */
export function startMark(pid: number): string | null {
  const known = linuxStat(pid);
  if (known !== null) return known.start;
  const { status, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : null;
}

/** Whether a living process is a database server that works in this data directory. */
export function servesDataDirectory(pid: number, dataDirectory: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    return readlinkSync(`/proc/${String(pid)}/cwd`) === dataDirectory;
  } catch {
    const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return stdout.includes('postgres') && stdout.includes(dataDirectory);
  }
}
