import { APPROVAL_KINDS, decidePermission, isApprovalKind, type ApprovalKind } from './approval-kind';
import type { Permission } from './permission';
import { hasPermission } from './role-permissions';
import type { Role } from './role';

/** The kinds these permissions let somebody decide, when another asked. */
export function decidableKinds(permissions: ReadonlySet<Permission>): ApprovalKind[] {
  return APPROVAL_KINDS.filter((kind) => permissions.has(decidePermission(kind)));
}

/** `SAME_PERSON`: whoever asked never decides. `NOT_ABLE`: the kind belongs to other roles. */
export type DecisionRefusal = 'SAME_PERSON' | 'NOT_ABLE';

/** People by whom a kind can be decided: the maker may be one of them, so one alone is not enough. */
export const ABLE_PEOPLE_NEEDED = 2;

/** What the routes ask of whoever asks for a kind. */
const ASKED_WITH: Readonly<Record<ApprovalKind, Permission>> = {
  payment_reversal: 'payment.reverse.request',
  tariff_version: 'tariff.propose',
  penalty_policy: 'penalty.manage',
  waiver_programme: 'waiver.propose',
  nonwater_charge: 'tariff.propose',
  nonwater_cancellation: 'bill.correct.request',
  nonwater_return: 'bill.correct.request',
  instalment_plan: 'bill.correct.request',
  instalment_end: 'bill.correct.request',
  refund: 'case.resolve',
  told_money: 'case.resolve',
  bill_correction: 'bill.correct.request',
  dispute_release: 'bill.correct.request',
  dispute_hold: 'bill.correct.request',
  opening_correction: 'bill.correct.request',
  bank: 'bank.manage',
  bank_key: 'bank.manage',
  bank_settings: 'bank.manage',
  bank_connection: 'bank.manage',
  bank_secret: 'bank.manage',
  bank_own_key: 'bank.manage',
  bank_go_live: 'bank.manage',
  privileged_user: 'user.manage',
  partner: 'bank.manage',
  partner_settings: 'bank.manage',
  partner_deposit: 'ppob.manage',
  partner_deposit_correction: 'ppob.manage',
  drawer_difference: 'counter.sell',
  drawer_correction: 'counter.supervise',
  drawer_fee: 'counter.supervise',
  price_list: 'ppob.manage',
  reconciliation_adjustment: 'reconciliation.manage',
  reconciliation_reopening: 'reconciliation.manage',
  reconciliation_withdrawal: 'reconciliation.manage',
  reconciliation_old_days: 'reconciliation.manage',
  reconciliation_end: 'reconciliation.manage',
  settlement_terms: 'reconciliation.manage',
  reconciliation_absence: 'reconciliation.manage',
  opening_balances: 'customer.import',
  legacy_number: 'customer.write',
  money_settings: 'setting.manage',
  supplier_payment: 'ppob.manage',
  supplier_terms: 'ppob.manage',
  stamp_duty_payment: 'reconciliation.manage',
  ppob_outcome: 'ppob.manage',
};

/**
 * Roles that take part in what needs two people, asking or deciding. Whoever could make, change or enter such an account
 * alone could be both persons: so these take two people themselves.
 */
export function isPrivileged(role: Role): boolean {
  return APPROVAL_KINDS.some(
    (kind) => hasPermission(role, ASKED_WITH[kind]) || hasPermission(role, decidePermission(kind)),
  );
}

/** From outside every decision into one: whoever made such an account may know its password. */
export function becomesPrivileged(before: Role, after: Role): boolean {
  return !isPrivileged(before) && isPrivileged(after);
}

/** Whoever makes people or holds the keys of banks: a password that was seen over a shoulder must not be enough. */
export function needsTwoStep(role: Role): boolean {
  return role === 'ADMIN_SUPER' || role === 'ADMIN_IT';
}

interface Person {
  readonly id: number;
  readonly permissions: ReadonlySet<Permission>;
}

/**
 * Whether a person may approve or refuse what another asked for. A kind this release does not know (asked for by an
 * older one) is decided by nobody; its maker withdraws it.
 * @example decisionRefusal({ kind: 'bank_key', madeBy: 4 }, { id: 4, permissions }) → 'SAME_PERSON'
 * @returns null when the person may decide
 */
export function decisionRefusal(
  request: { readonly kind: string; readonly madeBy: number },
  person: Person,
): DecisionRefusal | null {
  if (request.madeBy === person.id) return 'SAME_PERSON';
  if (!isApprovalKind(request.kind)) return 'NOT_ABLE';
  return person.permissions.has(decidePermission(request.kind)) ? null : 'NOT_ABLE';
}
