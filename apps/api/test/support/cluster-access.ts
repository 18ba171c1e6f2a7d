import type { DatabaseRoles } from '../../../local/src/provision';

/** How a test file reaches the one PostgreSQL of the run; handed from the global set-up through the environment. */
export interface ClusterAccess {
  readonly port: number;
  readonly superPassword: string;
  readonly roles: DatabaseRoles;
  readonly folder: string;
}

export const TEMPLATE_DATABASE = 'tirtapay_template';
const VARIABLE = 'TIRTAPAY_TEST_CLUSTER';

export function announceCluster(access: ClusterAccess): void {
  process.env[VARIABLE] = JSON.stringify(access);
}

export const hasCluster = (): boolean => process.env[VARIABLE] !== undefined;

export function clusterAccess(): ClusterAccess {
  const text = process.env[VARIABLE];
  if (text === undefined) throw new Error('no test database: the jest project lacks the global set-up');
  return JSON.parse(text) as ClusterAccess;
}

export function urlFor(access: ClusterAccess, who: 'super' | 'owner' | 'app', database: string): string {
  const { owner, ownerPassword, app, appPassword } = access.roles;
  const [user, password] = {
    super: ['postgres', access.superPassword],
    owner: [owner, ownerPassword],
    app: [app, appPassword],
  }[who] as [string, string];
  return `postgresql://${user}:${password}@127.0.0.1:${String(access.port)}/${database}`;
}
