import type { Tx } from '../../../platform/database';

/** Whether somebody still lives by a region: asked before it is closed, answered by whoever keeps customers. */
export abstract class RegionUse {
  abstract isUsed(tx: Tx, regionId: number): Promise<boolean>;
}
