import { decisionsOf } from './approval-kind';
import { PERMISSIONS, type Permission } from './permission';
import { ROLES, type Role } from './role';

const EVERY_STAFF = ['notice.read', 'dashboard.read'] as const satisfies readonly Permission[];

/** What PDAM's office reads all day; managers read the same to decide. */
const OFFICE_READ = [
  'region.read',
  'tariff.read',
  'customer.read',
  'customer.export',
  'reading.read',
  'bill.read',
  'penalty.read',
  'waiver.read',
  'payment.read',
  'intent.read',
  'credit.read',
  'case.read',
  'ledger.read',
  'receipt.read',
  'reconciliation.read',
  'report.read',
  'counter.read',
  'ppob.read',
  'partner.read',
  'supplier.read',
  'job.read',
  'approval.read',
] as const satisfies readonly Permission[];

/**
 * Default-deny: whatever is not listed is refused. Who decides what others asked for is the table of approval kinds;
 * that maker and checker are two different people is checked on the approval itself, not by role.
 */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  ADMIN_SUPER: PERMISSIONS,
  ADMIN_PDAM: [
    ...EVERY_STAFF,
    ...OFFICE_READ,
    'region.manage',
    'tariff.propose',
    'customer.write',
    'customer.deactivate',
    'customer.import',
    'pii.read',
    'reading.record',
    'reading.verify',
    'bill.issue',
    'bill.correct.request',
    'penalty.manage',
    'waiver.propose',
    'payment.reverse.request',
    'intent.manage',
    'case.resolve',
    'reconciliation.manage',
    'counter.supervise',
    'ppob.sell',
    'ppob.manage',
    'job.manage',
    'setting.read',
    'report.manage',
    'view.share',
  ],
  PETUGAS_METER: [
    ...EVERY_STAFF,
    'region.read',
    'tariff.read',
    'customer.read',
    'reading.read',
    'reading.record',
  ],
  // One queue, one drawer: what is needed to sell and to look up what was sold.
  KASIR: [
    ...EVERY_STAFF,
    'customer.read',
    'bill.read',
    'payment.read',
    'receipt.read',
    'counter.read',
    'counter.sell',
    'ppob.read',
    'ppob.sell',
  ],
  MANAJER: [
    ...EVERY_STAFF,
    ...OFFICE_READ,
    ...decisionsOf('MANAJER'),
    'counter.supervise',
    // Closed by somebody else than the office that prepared it.
    'reconciliation.close',
    'audit.read',
    'report.supervise',
    'view.share',
  ],
  ADMIN_IT: [
    ...EVERY_STAFF,
    // Pay points lie in regions.
    'region.read',
    'bank.read',
    'bank.manage',
    'bank.log.read',
    'partner.read',
    'supplier.read',
    'webhook.manage',
    'certification.run',
    'payment.read',
    'intent.read',
    // A dead notification and a call without an answer are cases, and IT is who mends them.
    'case.read',
    'job.read',
    'job.manage',
    'approval.read',
    ...decisionsOf('ADMIN_IT'),
    'setting.read',
    'setting.manage',
    'audit.read',
    'view.share',
  ],
};

export function hasPermission(role: Role, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].includes(permission);
}

/** Roles that hold a permission, in the order of ROLES. */
export function rolesWith(permission: Permission): Role[] {
  return ROLES.filter((role) => hasPermission(role, permission));
}
