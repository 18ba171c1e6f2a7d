import { rmSync } from 'node:fs';
import { clusterAccess } from './cluster-access';

export default async function stopCluster(): Promise<void> {
  await globalThis.tirtapayTestCluster?.stop();
  rmSync(clusterAccess().folder, { recursive: true, force: true });
}
