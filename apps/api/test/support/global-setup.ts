import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Tests run the compiled product (scripts/jest); what changed since is compiled before any of it is loaded. */
export default async function startCluster(): Promise<void> {
  const build = join(__dirname, '..', '..', '..', '..', 'scripts', 'build-stale.mjs');
  execFileSync(process.execPath, [build, 'server'], { stdio: 'inherit' });
  const { startTestCluster } = await import('./test-cluster');
  await startTestCluster();
}
