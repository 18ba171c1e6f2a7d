import { parseArgs } from 'node:util';
import { isRole, ROLES } from '@tirtapay/domain';
import { makeFirstUsers, makeUser, renewCode, UsernameTaken } from '../../api/src/modules/ground/identity';
import { SystemClock } from '../../api/src/platform/clock';
import { loadConfig, type Config } from '../../api/src/platform/config';
import { Database, type Tx } from '../../api/src/platform/database';
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
async function requireSetUp(tx: Tx): Promise<void> {
  const [state] = await tx.query<{ running: boolean }>(
    'SELECT EXISTS (SELECT FROM tagihan WHERE issued_at IS NOT NULL) AS running',
  );
  if (state?.running === true)
    throw new StartFailure(
      'bills have been issued: users are made and changed by two people on the page of users, not at the console',
    );
}

async function create(tx: Tx, now: Date, wanted: Wanted) {
  await requireSetUp(tx);
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

async function renew(tx: Tx, now: Date, { username = '' }: Wanted) {
  await requireSetUp(tx);
  const renewed = await renewCode(tx, now, username);
  if (renewed === null) throw new StartFailure(`there is no active user ${username}`);
  return [renewed];
}

async function run(arguments_: readonly string[]): Promise<number> {
  const { positionals, values } = parse(arguments_);
  const act = { create, code: renew }[positionals[0] ?? ''];
  if (act === undefined || positionals.length > 1) throw new StartFailure(USAGE);
  return withDatabase(process.env, async ({ appUrl }) => {
    const config = configFor(process.env, appUrl);
    const database = new Database(config);
    try {
      const clock = new SystemClock(config.zone);
      const users = await database.transaction((tx) => act(tx, clock.date(), values));
      process.stdout.write(codesText(users, config.publicUrl));
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
