import { spawnSync } from 'node:child_process';
import { StartFailure } from '../../../api/src/process/start-failure';

/** Whom the database server runs as. PostgreSQL refuses to run as root, so root hands it to an account without rights. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

const CANDIDATES = ['postgres', 'nobody'];

function numericId(flag: '-u' | '-g', name: string): number | null {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  const id = Number(stdout);
  return status === 0 && Number.isInteger(id) && id > 0 ? id : null;
}

/** @returns null for an ordinary user, who runs the server himself */
export function serverAccount(): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of CANDIDATES) {
    const [uid, gid] = [numericId('-u', name), numericId('-g', name)];
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new StartFailure(
    `PostgreSQL may not run as root and there is no account ${CANDIDATES.join(' or ')} to run it: start as an ordinary user or set DATABASE_URL`,
  );
}

/** Whether the account can get to a path: search permission on every directory above it counts, ACLs included. */
export function canReach(account: ServerAccount | null, path: string): boolean {
  if (account === null) return true;
  const asked = spawnSync('/bin/sh', ['-c', 'test -r "$0" && test -x "$0"', path], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  });
  return asked.status === 0;
}
