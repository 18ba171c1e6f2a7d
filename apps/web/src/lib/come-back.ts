import { logOut } from '@tirtapay/api-client';
import { refreshSession } from './authorized-fetch';
import { finishLeaving } from './leaving';
import { currentSession } from './session';

/**
 * A page that was opened without a connection finds the session behind its cookie as soon as there is one.
 * @returns whether the server was reached: then there is a session, or there is none
 */
export async function comeBack(): Promise<boolean> {
  const session = currentSession();
  if (session.status !== 'anonymous' || session.left) return true;
  try {
    await refreshSession();
  } catch {
    return false;
  }
  // A server that starts anew says nothing of the session: nothing has become of it.
  if (currentSession() === session) return false;
  await finishLeaving(() => logOut({ throwOnError: true }));
  return true;
}
