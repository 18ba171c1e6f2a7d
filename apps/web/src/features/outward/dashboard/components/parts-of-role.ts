import type { Role } from '@tirtapay/domain';

export type DashboardPart = 'queues' | 'figures' | 'tables' | 'charts' | 'reports' | 'notices';

/**
 * What each role needs first when it comes in: the office and the readers their work, a manager and a cashier the money, IT what
 * broke. Within a part nobody is shown what he may not open.
 */
const PARTS: Readonly<Record<Role, readonly DashboardPart[]>> = {
  ADMIN_SUPER: ['figures', 'queues', 'tables', 'charts', 'reports', 'notices'],
  ADMIN_PDAM: ['queues', 'figures', 'tables', 'charts', 'reports', 'notices'],
  MANAJER: ['figures', 'queues', 'charts', 'reports', 'tables', 'notices'],
  KASIR: ['figures', 'tables', 'notices', 'charts'],
  PETUGAS_METER: ['queues', 'notices'],
  ADMIN_IT: ['queues', 'notices', 'figures', 'charts'],
};

export const partsOf = (role: Role | null): readonly DashboardPart[] =>
  role === null ? ['notices'] : PARTS[role];
