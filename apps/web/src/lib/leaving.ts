import { closeSession, currentSession } from './session';

const KEY = 'tirtapay.leaving';

/** Whose session is still to be ended: of all tabs of this browser, until somebody logs in again. */
function noteLeaving(userId: number): void {
  try {
    localStorage.setItem(KEY, String(userId));
  } catch {
    // A browser that refuses storage asks for the password again only in this tab.
  }
}

export function forgetLeaving(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was noted either.
  }
}

function whoIsLeaving(): number | null {
  try {
    const noted = localStorage.getItem(KEY);
    return noted === null ? null : Number(noted);
  } catch {
    return null;
  }
}

/**
 * Ends the session here even when the server cannot be told; it is told when the page is opened the next time. Only success
 * says that it is over: a token that has run out is refused before anybody looks at the session behind it.
 */
export async function leave(tell: () => Promise<unknown>): Promise<void> {
  const session = currentSession();
  try {
    await tell();
    forgetLeaving();
  } catch {
    if ('user' in session) noteLeaving(session.user.id);
  } finally {
    closeSession();
  }
}

/** Whoever left and could not say so is not let in again by the cookie that stayed; whoever came after them is. */
export async function finishLeaving(tell: () => Promise<unknown>): Promise<void> {
  const session = currentSession();
  const leaving = whoIsLeaving();
  if (session.status !== 'active' || leaving === null) return;
  if (leaving === session.user.id) await leave(tell);
  else forgetLeaving();
}

/**
 * Whoever leaves without a word of the server has left the other tabs too: they would renew the session as soon as there is
 * a connection.
 * @returns what ends listening
 */
export function leaveWithOtherTabs(left: () => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    const session = currentSession();
    if (key !== KEY || !('user' in session) || newValue !== String(session.user.id)) return;
    closeSession();
    left();
  };
  window.addEventListener('storage', hear);
  return () => {
    window.removeEventListener('storage', hear);
  };
}
