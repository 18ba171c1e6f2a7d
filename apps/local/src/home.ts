import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { canReach, serverAccount } from './embedded-postgres';
import { StartFailure } from '../../api/src/process/start-failure';

/** Where an instance keeps everything it must not forget. Other ports and another home make a second instance. */
export interface Home {
  readonly path: string;
  /** Where PostgreSQL of this instance lives; outside the home only when its account cannot get there. */
  readonly databaseFolder: string;
}

/** The folder an instance is asked to live in; set to nothing is not set. */
export function homeOf({ TIRTAPAY_HOME }: NodeJS.ProcessEnv): string {
  return TIRTAPAY_HOME || '.tirtapay';
}

/** For root with a home in a private directory: the place where servers keep their data. */
const SHARED_STATE = '/var/lib/tirtapay';

/** Level by level: the recursive form of mkdir never returns on file systems that cannot hold folders (/proc). */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

function makeWritable(path: string): void {
  try {
    const fresh = !existsSync(path);
    makeFolder(path);
    // Others may pass through (the database server runs as an account without rights); what is secret has its own mode.
    if (fresh) chmodSync(path, 0o755);
    accessSync(path, constants.W_OK | constants.X_OK);
    const probe = join(path, `.probe-${randomBytes(4).toString('hex')}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new StartFailure(
      `the home ${path} cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)}): set TIRTAPAY_HOME to a folder of yours`,
    );
  }
}

function databaseFolderOf(path: string): string {
  const inside = join(path, 'postgres');
  if (existsSync(inside) || canReach(serverAccount(), path)) return inside;
  const pointer = join(path, 'postgres.location');
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  const outside = join(SHARED_STATE, randomBytes(6).toString('hex'));
  makeWritable(SHARED_STATE);
  mkdirSync(outside);
  writeFileSync(pointer, `${outside}\n`);
  return outside;
}

/** Makes the home when it is missing and proves that it can be written. */
export function prepareHome(configured: string): Home {
  const path = resolve(configured);
  makeWritable(path);
  const real = realpathSync(path);
  return { path: real, databaseFolder: databaseFolderOf(real) };
}
