import type { Role } from './role';

/** Money that was or will be asked for from customers. */
const MANAGEMENT = ['ADMIN_SUPER', 'MANAJER'] as const satisfies readonly Role[];
/** By whom, from where and with which key we are called, and whom we call. */
const TECHNOLOGY = ['ADMIN_SUPER', 'ADMIN_IT'] as const satisfies readonly Role[];

/** Who may be both persons of a decision by making a second self. */
const SUPER = ['ADMIN_SUPER'] as const satisfies readonly Role[];

/**
 * What needs a second person, and whose decision it is: the one table of the rule. Never the maker, whatever the role
 * (`decisionRefusal`). ADMIN_PDAM makes and decides nothing. A kind that is missing here can neither be asked for nor
 * decided; a new one needs a row here, its words in the interface and a follow-up (`FollowUps`) that carries it out.
 */
export const APPROVAL_DECIDERS = {
  payment_reversal: MANAGEMENT,
  tariff_version: MANAGEMENT,
  bank: TECHNOLOGY,
  penalty_policy: MANAGEMENT,
  waiver_programme: MANAGEMENT,
  nonwater_charge: MANAGEMENT,
  nonwater_cancellation: MANAGEMENT,
  nonwater_return: MANAGEMENT,
  instalment_plan: MANAGEMENT,
  instalment_end: MANAGEMENT,
  refund: MANAGEMENT,
  told_money: MANAGEMENT,
  bill_correction: MANAGEMENT,
  dispute_release: MANAGEMENT,
  dispute_hold: MANAGEMENT,
  opening_correction: MANAGEMENT,
  bank_key: TECHNOLOGY,
  bank_settings: TECHNOLOGY,
  bank_connection: TECHNOLOGY,
  bank_secret: TECHNOLOGY,
  bank_own_key: TECHNOLOGY,
  bank_go_live: TECHNOLOGY,
  privileged_user: SUPER,
  partner: TECHNOLOGY,
  partner_settings: TECHNOLOGY,
  partner_deposit: MANAGEMENT,
  partner_deposit_correction: MANAGEMENT,
  drawer_difference: MANAGEMENT,
  drawer_correction: MANAGEMENT,
  drawer_fee: MANAGEMENT,
  price_list: MANAGEMENT,
  reconciliation_adjustment: MANAGEMENT,
  reconciliation_reopening: MANAGEMENT,
  reconciliation_withdrawal: MANAGEMENT,
  reconciliation_old_days: MANAGEMENT,
  reconciliation_end: MANAGEMENT,
  settlement_terms: MANAGEMENT,
  reconciliation_absence: MANAGEMENT,
  opening_balances: MANAGEMENT,
  legacy_number: MANAGEMENT,
  money_settings: SUPER,
  supplier_payment: MANAGEMENT,
  supplier_terms: MANAGEMENT,
  stamp_duty_payment: MANAGEMENT,
  ppob_outcome: MANAGEMENT,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type ApprovalKind = keyof typeof APPROVAL_DECIDERS;

export const APPROVAL_KINDS = Object.keys(APPROVAL_DECIDERS) as readonly ApprovalKind[];

/** Each kind has a permission of its own: who may decide tariffs cannot decide keys by it. */
export type DecidePermission = `approval.decide.${ApprovalKind}`;

export function decidePermission(kind: ApprovalKind): DecidePermission {
  return `approval.decide.${kind}`;
}

export function isApprovalKind(text: unknown): text is ApprovalKind {
  return APPROVAL_KINDS.some((kind) => kind === text);
}

/** Roles that decide a kind. */
export function decidersOf(kind: ApprovalKind): readonly Role[] {
  return APPROVAL_DECIDERS[kind];
}

/** The permissions a role holds by the table. */
export function decisionsOf(role: Role): DecidePermission[] {
  return APPROVAL_KINDS.filter((kind) => decidersOf(kind).includes(role)).map(decidePermission);
}
