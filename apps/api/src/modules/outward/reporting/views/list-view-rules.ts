import type { Actor } from '../../../../platform/context';

type Staff = Actor & { kind: 'USER' };

/** A private view is its owner's alone; what is shared is kept by everybody who may share. */
export function mayChange(view: { owner_id: number; role: string | null }, staff: Staff): boolean {
  return view.role === null ? view.owner_id === staff.id : staff.permissions.has('view.share');
}
