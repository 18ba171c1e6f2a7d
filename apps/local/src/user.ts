import { parseArgs } from 'node:util';
import { isRole, ROLES } from '@tirtapay/domain';
import {
  helpAtConsole,
  makeFirstUsers,
  makeUser,
  renewCode,
  UsernameTaken,
  type HelpRefusal,
} from '../../api/src/modules/ground/identity';
import { SystemClock } from '../../api/src/platform/clock';
import { loadConfig, type Config } from '../../api/src/platform/config';
import { Database, type Tx } from '../../api/src/platform/database';
import { Vault } from '../../api/src/platform/security';
import { codesText } from '../../api/src/process/first-users';
import { homeOf, prepareHome } from './home';
import { withDatabase } from './open-database';
import { runCommand } from '../../api/src/process/run-command';
import { secretsOf } from './secrets';
import { StartFailure } from '../../api/src/process/start-failure';

const USAGE = `usage:
  npm run tirtapay -- user create --username siti.rahma --name "Sitti Rahma" --role ADMIN_SUPER
  npm run tirtapay -- user code --username siti.rahma
Both print a one-time code. An empty database gets two super administrators by "user create" alone.
roles: ${ROLES.join(', ')}`;

interface Wanted {
  readonly username?: string | undefined;
  readonly name?: string | undefined;
  readonly role?: string | undefined;
}

/**
 * As long as no bill was ever issued, whoever holds the server is the second person for users. After that the console
 * makes nobody: two people inside do, and the trail says who.
 */
async function isSetUp(tx: Tx): Promise<boolean> {
  const [state] = await tx.query<{ running: boolean }>(
    'SELECT EXISTS (SELECT FROM tagihan WHERE issued_at IS NOT NULL) AS running',
  );
  return state?.running !== true;
}

/** Why the console does not help, and what does. */
const REFUSALS: Readonly<Record<HelpRefusal, string>> = {
  NO_USER: 'there is no active user of that name',
  NO_REQUEST:
    'bills have been issued: somebody inside must ask first, for a new password of this user and nothing else (page of users)',
  ANOTHER_DECIDES:
    'bills have been issued, and somebody inside can decide this request: it is approved on the page of approvals',
  CHANGED: 'the user was changed since the request; withdraw it and ask again',
};

async function create(tx: Tx, now: Date, wanted: Wanted) {
  if (!(await isSetUp(tx)))
    throw new StartFailure(
      'bills have been issued: users are made and changed by two people on the page of users, not at the console',
    );
  const first = await makeFirstUsers(tx, now);
  if (first.length > 0 && wanted.username === undefined) return first;
  const { username = '', name = '', role } = wanted;
  if (!/^[a-z0-9._-]{3,32}$/.test(username) || name.trim() === '' || !isRole(role))
    throw new StartFailure(USAGE);
  try {
    return [...first, await makeUser(tx, now, { username, name: name.trim(), role, asksName: false })];
  } catch (error) {
    if (error instanceof UsernameTaken) throw new StartFailure(`there is a user ${username} already`);
    throw error;
  }
}

async function renew(tx: Tx, now: Date, username: string) {
  const renewed = await renewCode(tx, now, username);
  if (renewed === null) throw new StartFailure(`there is no active user ${username}`);
  return [renewed];
}

/** One half is printed here; the other is shown to whoever asked, so that neither can become that person alone. */
async function help(tx: Tx, now: Date, vault: Vault, username: string): Promise<string> {
  const helped = await helpAtConsole(tx, now, vault, username);
  if (typeof helped === 'string') throw new StartFailure(REFUSALS[helped]);
  return (
    `Bagian 2 dari 2 untuk ${helped.username}; bagian 1 ditampilkan kepada ${helped.maker} di halaman Persetujuan.\n` +
    `Half 2 of 2 for ${helped.username}; half 1 is shown to ${helped.maker} on the page of approvals.\n\n` +
    `  ${helped.username.padEnd(16)}  ${helped.code}\n`
  );
}

/** What is printed. */
async function act(name: string, tx: Tx, now: Date, wanted: Wanted, config: Config): Promise<string> {
  if (name === 'create') return codesText(await create(tx, now, wanted), config.publicUrl);
  const { username = '' } = wanted;
  if (await isSetUp(tx)) return codesText(await renew(tx, now, username), config.publicUrl);
  return help(tx, now, new Vault(config), username);
}

async function run(arguments_: readonly string[]): Promise<number> {
  const { positionals, values } = parse(arguments_);
  const name = positionals[0] ?? '';
  if (!['create', 'code'].includes(name) || positionals.length > 1) throw new StartFailure(USAGE);
  return withDatabase(process.env, async ({ appUrl }) => {
    const config = configFor(process.env, appUrl);
    const database = new Database(config);
    try {
      const clock = new SystemClock(config.zone);
      process.stdout.write(await database.transaction((tx) => act(name, tx, clock.date(), values, config)));
      return 0;
    } finally {
      await database.onApplicationShutdown();
    }
  });
}

function parse(arguments_: readonly string[]) {
  try {
    return parseArgs({
      args: [...arguments_],
      allowPositionals: true,
      options: { username: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' } },
    });
  } catch {
    throw new StartFailure(USAGE);
  }
}

function configFor(env: NodeJS.ProcessEnv, appUrl: string): Config {
  const own = env.DATA_KEYS && env.JWT_KEYS ? null : secretsOf(prepareHome(homeOf(env)).path);
  return loadConfig({
    ...env,
    DATABASE_URL: appUrl,
    JWT_KEYS: env.JWT_KEYS || own?.jwtKeys,
    DATA_KEYS: env.DATA_KEYS || own?.dataKeys,
  });
}

runCommand(() => run(process.argv.slice(2)));
