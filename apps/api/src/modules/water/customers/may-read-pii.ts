import { currentActor } from '../../../platform/context';

/** Whoever may not read telephone numbers and addresses gets them masked. */
export function mayReadPii(): boolean {
  const actor = currentActor();
  return actor.kind === 'USER' && actor.permissions.has('pii.read');
}
