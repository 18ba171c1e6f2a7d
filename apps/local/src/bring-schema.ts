import { SCHEMA } from '../../api/src/house';
import { migrate } from '../../api/src/platform/database/migrate';
import { putBack } from './demo';
import type { OpenDatabase } from './open-database';

/**
 * The schema at its newest version. What a killed load of the demonstration had set aside is put back first: migrations
 * are written for the whole schema.
 * @returns the names of the migrations applied now
 */
export async function bringSchema({ ownerUrl, appUrl }: OpenDatabase): Promise<string[]> {
  await putBack(ownerUrl);
  return migrate(ownerUrl, appUrl, SCHEMA);
}
