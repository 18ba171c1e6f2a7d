import { mkdirSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { productAccess } from './product';

/**
 * What two files must not do to the shared product at the same time, for instance setting the supplier's faults and
 * clearing all of them: one after the other, and all else goes on meanwhile.
 */
export async function alone<T>(what: string, work: () => Promise<T>): Promise<T> {
  const mark = join(dirname(productAccess().home), `alone-${what}`);
  while (!taken(mark)) await new Promise((resolve) => setTimeout(resolve, 100));
  try {
    return await work();
  } finally {
    rmdirSync(mark);
  }
}

/** Making a folder succeeds for one of those who try; whatever else goes wrong is not waited for. */
function taken(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}
