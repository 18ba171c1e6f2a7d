import type { Permission } from '@tirtapay/domain';
import type common from '../../i18n/id/common.json';
import type { IconName } from '../icon';

interface NavigationItem {
  to: string;
  label: Exclude<keyof typeof common.nav, 'group'>;
  group: keyof typeof common.nav.group;
  icon: IconName;
  permission: Permission;
}

/** Everything that can be reached from the menu; a person sees what their permissions open. */
export const NAVIGATION: readonly NavigationItem[] = [
  { to: '/dashboard', label: 'dashboard', group: 'work', icon: 'home', permission: 'dashboard.read' },
  { to: '/readings/new', label: 'readingEntry', group: 'work', icon: 'meter', permission: 'reading.record' },
  { to: '/verification', label: 'verification', group: 'work', icon: 'verify', permission: 'reading.verify' },
  { to: '/bill-runs', label: 'billRuns', group: 'work', icon: 'play', permission: 'bill.issue' },
  { to: '/approvals', label: 'approvals', group: 'work', icon: 'inbox', permission: 'approval.read' },
  { to: '/cases', label: 'cases', group: 'work', icon: 'warning', permission: 'case.read' },
  { to: '/customers', label: 'customers', group: 'billing', icon: 'people', permission: 'customer.read' },
  { to: '/readings', label: 'readings', group: 'billing', icon: 'columns', permission: 'reading.read' },
  { to: '/bills', label: 'bills', group: 'billing', icon: 'bill', permission: 'bill.read' },
  { to: '/payments', label: 'payments', group: 'billing', icon: 'payment', permission: 'payment.read' },
  { to: '/banks', label: 'banks', group: 'integration', icon: 'bank', permission: 'bank.read' },
  {
    to: '/bank-calls',
    label: 'bankCalls',
    group: 'integration',
    icon: 'log',
    permission: 'bank.log.read',
  },
  { to: '/webhooks', label: 'webhooks', group: 'integration', icon: 'bell', permission: 'bank.log.read' },
  {
    to: '/outbound-calls',
    label: 'outboundCalls',
    group: 'integration',
    icon: 'external',
    permission: 'bank.log.read',
  },
  {
    to: '/signature-checker',
    label: 'signatureChecker',
    group: 'integration',
    icon: 'edit',
    permission: 'bank.manage',
  },
  { to: '/sandbox-bank', label: 'sandboxBank', group: 'integration', icon: 'play', permission: 'bank.read' },
  { to: '/developer', label: 'developer', group: 'integration', icon: 'link', permission: 'bank.read' },
  {
    to: '/developer/errors',
    label: 'errorCatalogue',
    group: 'integration',
    icon: 'warning',
    permission: 'bank.read',
  },
  { to: '/penalties', label: 'penalties', group: 'master', icon: 'bill', permission: 'penalty.read' },
  { to: '/tariffs', label: 'tariffs', group: 'master', icon: 'tariff', permission: 'tariff.read' },
  { to: '/regions', label: 'regions', group: 'master', icon: 'map', permission: 'region.read' },
  { to: '/users', label: 'users', group: 'system', icon: 'user', permission: 'user.manage' },
  { to: '/activity', label: 'activity', group: 'system', icon: 'history', permission: 'audit.read' },
];

/** The page a role works on most comes first after the log-in. */
const FIRST_PAGE: Record<string, string> = { PETUGAS_METER: '/readings/new', ADMIN_IT: '/banks' };

export function allowedItems(permissions: readonly string[]): NavigationItem[] {
  return NAVIGATION.filter((item) => permissions.includes(item.permission));
}

export function firstPageOf(user: { role: string; permissions: readonly string[] }): string {
  const allowed = allowedItems(user.permissions);
  const own = FIRST_PAGE[user.role];
  return (allowed.find((item) => item.to === own) ?? allowed[0])?.to ?? '/account';
}

/** The menu entry of an address: `/customers/4/edit` belongs to `/customers`, `/readings/new` to itself. */
export function activeItem(pathname: string): string | undefined {
  return NAVIGATION.map((item) => item.to)
    .filter((to) => pathname === to || pathname.startsWith(`${to}/`))
    .sort((a, b) => b.length - a.length)[0];
}
