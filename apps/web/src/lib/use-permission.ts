import type { Permission, Role } from '@tirtapay/domain';
import { useSession } from './session';

/** Whether the signed-in person may do this; the API decides again on every call. */
export function usePermission(permission: Permission): boolean {
  const session = useSession();
  return 'user' in session && session.user.permissions.includes(permission);
}

/** Of the signed-in person; null for nobody. */
export function useRole(): Role | null {
  const session = useSession();
  return 'user' in session ? session.user.role : null;
}
