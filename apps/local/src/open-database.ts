import { setTimeout as pause } from 'node:timers/promises';
import { Cluster } from './embedded-postgres';
import { homeOf, prepareHome, type Home } from './home';
import { runningDatabasePort } from './instance';
import { provisionDatabase } from './provision';
import { reachDatabase } from '../../api/src/process/reach-database';
import { secretsOf, type Secrets } from './secrets';

export interface OpenDatabase {
  /** The application's role. */
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** Null for a database that is not ours to start and stop. */
  readonly port: number | null;
  stop(): Promise<void>;
}

const DATABASE = 'tirtapay';
const RESTARTS = 5;

function clusterUrls(secrets: Secrets, port: number): { ownerUrl: string; appUrl: string } {
  const { owner, ownerPassword, app, appPassword } = secrets.databaseRoles;
  const at = `@127.0.0.1:${String(port)}/${DATABASE}`;
  return {
    ownerUrl: `postgresql://${owner}:${ownerPassword}${at}`,
    appUrl: `postgresql://${app}:${appPassword}${at}`,
  };
}

/** The database of the configuration: proven to be reachable, started by nobody here. */
export async function openConfiguredDatabase(appUrl: string, ownerUrl: string): Promise<OpenDatabase> {
  await reachDatabase('DATABASE_URL', appUrl);
  if (ownerUrl !== appUrl) await reachDatabase('DATABASE_OWNER_URL', ownerUrl);
  return { appUrl, ownerUrl, port: null, stop: () => Promise.resolve() };
}

/**
 * Our own PostgreSQL under the home, with PostgreSQL's default durability. A server that dies is started again on the
 * same port; `lost` is called when that does not work either.
 */
export async function openEmbeddedDatabase(
  home: Home,
  secrets: Secrets,
  lost: (reason: unknown) => void,
): Promise<OpenDatabase> {
  let cluster = new Cluster({ folder: home.databaseFolder, password: secrets.databaseSuperPassword });
  let stopping = false;
  const recover = async (port: number): Promise<void> => {
    for (let attempt = 1; !stopping; attempt += 1) {
      // Backends of the dead server need a moment to notice and let go of the shared memory.
      await pause(attempt * 200);
      const next = new Cluster({
        folder: home.databaseFolder,
        password: secrets.databaseSuperPassword,
        preferredPort: port,
      });
      try {
        await next.start(() => void recover(port));
        cluster = next;
        return;
      } catch (error) {
        if (attempt < RESTARTS) continue;
        lost(error);
        return;
      }
    }
  };
  await cluster.start(() => void recover(cluster.port));
  const { port } = cluster;
  try {
    await provisionDatabase(cluster.superUrl(), DATABASE, secrets.databaseRoles);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return {
    ...clusterUrls(secrets, port),
    port,
    stop: async () => {
      stopping = true;
      await cluster.stop();
    },
  };
}

/** For commands: the configured database, else that of the running instance, else our own for the while. */
export async function withDatabase<T>(
  env: NodeJS.ProcessEnv,
  work: (database: OpenDatabase) => Promise<T>,
): Promise<T> {
  const database = await databaseForCommand(env);
  try {
    return await work(database);
  } finally {
    await database.stop();
  }
}

async function databaseForCommand(env: NodeJS.ProcessEnv): Promise<OpenDatabase> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = env;
  if (appUrl) return openConfiguredDatabase(appUrl, ownerUrl || appUrl);
  const home = prepareHome(homeOf(env));
  const secrets = secretsOf(home.path);
  const port = runningDatabasePort(home.path);
  if (port !== null) return { ...clusterUrls(secrets, port), port, stop: () => Promise.resolve() };
  return openEmbeddedDatabase(home, secrets, (reason) => {
    throw reason;
  });
}
