import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<number>();

/**
 * Runs work of this process in the name of a person who asked for it earlier. Calls the process makes to its own routes
 * are judged by what that person may do now; nothing that comes over a socket can say it stands in somebody's name.
 */
export function runAsPerson<T>(personId: number, work: () => T): T {
  return storage.run(personId, work);
}

export function personActedFor(): number | undefined {
  return storage.getStore();
}
