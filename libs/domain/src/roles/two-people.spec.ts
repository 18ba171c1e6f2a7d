import {
  becomesPrivileged,
  APPROVAL_KINDS,
  decidePermission,
  decidersOf,
  decisionRefusal,
  hasPermission,
  isApprovalKind,
  isPrivileged,
  needsTwoStep,
  PERMISSIONS,
  ROLE_PERMISSIONS,
  ROLES,
  type ApprovalKind,
  type Role,
} from '.';

const MANAGEMENT: readonly Role[] = ['ADMIN_SUPER', 'MANAJER'];
const TECHNOLOGY: readonly Role[] = ['ADMIN_SUPER', 'ADMIN_IT'];

/** Written a second time, from the design: a row that changes changes here too, or fails. */
const WHO_DECIDES: Readonly<Record<ApprovalKind, readonly Role[]>> = {
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
  bill_correction: MANAGEMENT,
  dispute_release: MANAGEMENT,
  dispute_hold: MANAGEMENT,
  opening_correction: MANAGEMENT,
  refund: MANAGEMENT,
  told_money: MANAGEMENT,
  bank_key: TECHNOLOGY,
  bank_settings: TECHNOLOGY,
  bank_connection: TECHNOLOGY,
  bank_secret: TECHNOLOGY,
  bank_own_key: TECHNOLOGY,
  bank_go_live: TECHNOLOGY,
  privileged_user: ['ADMIN_SUPER'],
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
  money_settings: ['ADMIN_SUPER'],
  supplier_payment: MANAGEMENT,
  supplier_terms: MANAGEMENT,
  stamp_duty_payment: MANAGEMENT,
  ppob_outcome: MANAGEMENT,
};

const person = (id: number, role: Role) => ({ id, permissions: new Set(ROLE_PERMISSIONS[role]) });
const pairs = APPROVAL_KINDS.flatMap((kind) => ROLES.map((role) => [kind, role] as const));

describe('two people: kind × role', () => {
  test('the table knows every kind', () => {
    expect([...APPROVAL_KINDS].sort()).toEqual(Object.keys(WHO_DECIDES).sort());
    expect(isApprovalKind('bank_key')).toBe(true);
    expect(isApprovalKind('toString')).toBe(false);
  });

  test.each(pairs)('%s by %s', (kind, role) => {
    const able = WHO_DECIDES[kind].includes(role);
    expect(decidersOf(kind).includes(role)).toBe(able);
    expect(hasPermission(role, decidePermission(kind))).toBe(able);
    expect(decisionRefusal({ kind, madeBy: 1 }, person(2, role))).toBe(able ? null : 'NOT_ABLE');
    expect(decisionRefusal({ kind, madeBy: 2 }, person(2, role))).toBe('SAME_PERSON');
  });

  test('nobody decides by one permission for everything, and a clerk decides nothing', () => {
    expect(PERMISSIONS).not.toContain('approval.decide');
    for (const role of ['ADMIN_PDAM', 'PETUGAS_METER', 'KASIR'] as const)
      expect(ROLE_PERMISSIONS[role].filter((held) => held.startsWith('approval.decide'))).toEqual([]);
  });

  test('whoever asks or decides is privileged; only the meter reader is not', () => {
    expect(ROLES.filter((role) => !isPrivileged(role))).toEqual(['PETUGAS_METER']);
  });

  test('a meter reader becomes privileged by any other role, and nobody does by staying', () => {
    expect(ROLES.filter((role) => becomesPrivileged('PETUGAS_METER', role))).toEqual(
      ROLES.filter(isPrivileged),
    );
    expect(ROLES.filter((role) => becomesPrivileged(role, role))).toEqual([]);
    expect(becomesPrivileged('KASIR', 'ADMIN_SUPER')).toBe(false);
  });

  test('the two roles of the keys sign in in two steps', () => {
    expect(ROLES.filter(needsTwoStep)).toEqual(['ADMIN_SUPER', 'ADMIN_IT']);
  });

  test('a kind of an older release is decided by nobody', () => {
    expect(decisionRefusal({ kind: 'lottery', madeBy: 1 }, person(2, 'ADMIN_SUPER'))).toBe('NOT_ABLE');
  });
});
