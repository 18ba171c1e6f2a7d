import { AsyncLocalStorage } from 'node:async_hooks';
import type { Permission, Role } from '@tirtapay/domain';

/** Who acts. Written into every audit row. */
export type Actor =
  | {
      readonly kind: 'USER';
      readonly id: number;
      readonly name: string;
      readonly role: Role;
      readonly permissions: ReadonlySet<Permission>;
      readonly sessionId: string;
      /** A temporary password: only the person's own session routes are open until it is changed. */
      readonly mustChangePassword?: boolean;
      /** The role signs in in two steps: as above until the second one is set up. */
      readonly mustSetUpTwoStep?: boolean;
    }
  | {
      readonly kind: 'BANK';
      readonly id: number;
      readonly code: string;
      /** The native key that signed; null for a SNAP partner. */
      readonly keyId: number | null;
    }
  /** Who sells by API; its id is the collector's. */
  | { readonly kind: 'PARTNER'; readonly id: number; readonly code: string; readonly keyId: number }
  | { readonly kind: 'PUBLIC' }
  | { readonly kind: 'SYSTEM' }
  /** Whoever holds the server: the commands of the console. */
  | { readonly kind: 'CONSOLE' };

/** What is known about the request being served; absent in background jobs. */
export interface RequestContext {
  readonly requestId: string;
  readonly ip: string;
  readonly language: 'id' | 'en';
  actor: Actor;
}

const storage = new AsyncLocalStorage<RequestContext>();

export function runInContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

export function currentContext(): RequestContext | undefined {
  return storage.getStore();
}

export const ACTOR_KINDS = [
  'USER',
  'BANK',
  'PARTNER',
  'PUBLIC',
  'SYSTEM',
  'CONSOLE',
] as const satisfies readonly Actor['kind'][];

export const CONSOLE_ACTOR: Actor = { kind: 'CONSOLE' };
export const SYSTEM_ACTOR: Actor = { kind: 'SYSTEM' };

export function currentActor(): Actor {
  return storage.getStore()?.actor ?? SYSTEM_ACTOR;
}

/** The signed-in member of staff, or null for banks, the public and jobs. */
export function currentUserId(): number | null {
  const actor = currentActor();
  return actor.kind === 'USER' ? actor.id : null;
}

/** The signed-in member of staff, on routes that let nobody else in. */
export function currentStaff(): Actor & { kind: 'USER' } {
  const actor = currentActor();
  if (actor.kind !== 'USER') throw new Error(`a member of staff expected, not ${actor.kind}`);
  return actor;
}

/** The language of the answer; jobs write Indonesian. */
export function currentLanguage(): 'id' | 'en' {
  return storage.getStore()?.language ?? 'id';
}

export { personActedFor, runAsPerson } from './acting-person';
