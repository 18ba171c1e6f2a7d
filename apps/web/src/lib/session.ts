import type { SessionTokenDto, SignedInUserDto } from '@tirtapay/api-client';
import { useSyncExternalStore } from 'react';

/**
 * `expired`: the person was signed in on this page and its unsaved work is still on screen; `takenBy` names whoever logged
 * in since, in another tab of this browser.
 * `left`: somebody logged out here, so the next person starts on a page of their own.
 */
type Session =
  | { status: 'unknown' }
  | { status: 'anonymous'; left: boolean }
  | { status: 'active'; user: SignedInUserDto }
  | { status: 'expired'; user: SignedInUserDto; takenBy: string | null };

// The access token lives in memory only: nothing a script could read survives the page.
let accessToken: string | undefined;
let session: Session = { status: 'unknown' };
const listeners = new Set<() => void>();

function publish(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

export const currentSession = (): Session => session;
export const currentToken = (): string | undefined => accessToken;

export function openSession(answer: SessionTokenDto): void {
  accessToken = answer.access_token;
  publish({ status: 'active', user: answer.user });
}

/** After a log-out, or when there never was a session. */
export function closeSession(): void {
  accessToken = undefined;
  publish({
    status: 'anonymous',
    left: 'user' in session || (session.status === 'anonymous' && session.left),
  });
}

/** The refresh was refused: keep the page, ask for the password again. */
export function expireSession(takenBy: string | null = null): void {
  accessToken = undefined;
  publish(
    'user' in session
      ? { status: 'expired', user: session.user, takenBy }
      : { status: 'anonymous', left: false },
  );
}

/**
 * The refreshed session, whose cookie all tabs of a browser share. One of somebody else is not taken over: what one person
 * has on the screen must not be sent in the name of another.
 * @returns whether whoever is signed in on this page still is
 */
export function renewSession(answer: SessionTokenDto): boolean {
  // Whoever left while it was asked for is not let in again by the answer.
  if (session.status === 'anonymous' && session.left) return false;
  if ('user' in session && session.user.id !== answer.user.id) {
    expireSession(answer.user.name);
    return false;
  }
  openSession(answer);
  return true;
}

/** The user changed something about itself, for instance the password it had to change. */
export function updateUser(user: SignedInUserDto): void {
  if (session.status === 'active') publish({ status: 'active', user });
}

/** Whoever has to change the password or to set up the second step gets nowhere else before. */
export const mustVisitAccount = (user: SignedInUserDto): boolean =>
  user.must_change_password || user.must_set_up_two_step;

export function useSession(): Session {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentSession);
}
