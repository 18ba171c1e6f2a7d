import { APPROVAL_KINDS, decidePermission, type DecidePermission } from './approval-kind';

/** Closed list, `resource.action`. A route that needs something not listed here does not compile. */
const PLAIN = [
  'dashboard.read',
  'notice.read',
  'job.read',
  'job.manage',
  'region.read',
  'region.manage',
  'tariff.read',
  'tariff.propose',
  'customer.read',
  'customer.write',
  'customer.deactivate',
  'customer.import',
  'customer.export',
  'pii.read',
  'reading.read',
  'reading.record',
  'reading.verify',
  'bill.read',
  'bill.issue',
  'bill.correct.request',
  'penalty.read',
  'penalty.manage',
  'waiver.read',
  'waiver.propose',
  'payment.read',
  'payment.reverse.request',
  'intent.read',
  'intent.manage',
  'credit.read',
  'case.read',
  'case.resolve',
  'ledger.read',
  'receipt.read',
  'approval.read',
  'bank.read',
  'bank.manage',
  'bank.log.read',
  'webhook.manage',
  'certification.run',
  'reconciliation.read',
  'reconciliation.manage',
  'reconciliation.close',
  'report.read',
  'report.manage',
  'report.supervise',
  'view.share',
  'counter.read',
  'counter.sell',
  'counter.supervise',
  'ppob.read',
  'ppob.sell',
  'ppob.manage',
  'partner.read',
  'supplier.read',
  'user.manage',
  'audit.read',
  'setting.read',
  'setting.manage',
] as const;

export type PlainPermission = (typeof PLAIN)[number];
export type Permission = PlainPermission | DecidePermission;

export function isPlainPermission(permission: Permission): permission is PlainPermission {
  return PLAIN.some((known) => known === permission);
}

/** Deciding what another asked for is one permission per kind, from the table of kinds. */
export const PERMISSIONS: readonly Permission[] = [...PLAIN, ...APPROVAL_KINDS.map(decidePermission)];

export function isPermission(text: unknown): text is Permission {
  return PERMISSIONS.some((permission) => permission === text);
}
