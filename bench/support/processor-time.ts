import { readdirSync, readFileSync } from 'node:fs';

/*
 * Processor time, which a busy machine does not stretch as it stretches time: what a call costs the server and the sessions
 * of its database. From /proc, in hundredths of a second; zero where there is none.
 */

const HUNDREDTH = 10;

/** Of a process and all its threads until now, milliseconds. */
function spent(pid: string): { parent: string; milliseconds: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything; behind it the fields are fixed.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return {
      parent: fields[1] ?? '',
      milliseconds: (Number(fields[11]) + Number(fields[12])) * HUNDREDTH,
    };
  } catch {
    return null;
  }
}

/**
 * Of the server and of every session of its database, milliseconds. Sessions that ended keep what was seen of them. Not counted
 * is what all databases share (log writer, checkpoints, vacuum).
 * @param postmaster the process whose children the sessions are
 * @returns asked again and again: what was spent until now
 */
export function processorTime(server: number, postmaster: number, database: string): () => number {
  const seen = new Map<string, number>();
  return () => {
    seen.set(String(server), spent(String(server))?.milliseconds ?? 0);
    for (const pid of readdirSync('/proc')) {
      if (!/^\d+$/.test(pid)) continue;
      const one = spent(pid);
      if (one?.parent === String(postmaster) && titleOf(pid).split(' ').includes(database))
        seen.set(pid, one.milliseconds);
    }
    return [...seen.values()].reduce((sum, milliseconds) => sum + milliseconds, 0);
  };
}

/** `postgres: role database address state`, which PostgreSQL keeps up to date. */
function titleOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
