import {
  hasPermission,
  isPermission,
  isRole,
  PERMISSIONS,
  PRINCIPALS,
  ROLE_PERMISSIONS,
  ROLES,
  rolesWith,
} from './index';

describe('roles', () => {
  test('six staff roles and two principals without a log-in', () => {
    expect(ROLES).toEqual(['ADMIN_SUPER', 'ADMIN_PDAM', 'PETUGAS_METER', 'KASIR', 'MANAJER', 'ADMIN_IT']);
    expect(PRINCIPALS).toHaveLength(8);
    expect(isRole('MANAJER')).toBe(true);
    expect(isRole('BANK')).toBe(false);
    expect(isPermission('bill.issue')).toBe(true);
    expect(isPermission('bill.steal')).toBe(false);
  });

  test('permissions are distinct and named resource.action', () => {
    expect(new Set(PERMISSIONS).size).toBe(PERMISSIONS.length);
    for (const permission of PERMISSIONS) expect(permission).toMatch(/^[a-z_]+(\.[a-z_]+)+$/);
    for (const role of ROLES)
      expect(new Set(ROLE_PERMISSIONS[role]).size).toBe(ROLE_PERMISSIONS[role].length);
  });

  test('the super administrator may do everything, and everybody is told the news', () => {
    for (const permission of PERMISSIONS) expect(hasPermission('ADMIN_SUPER', permission)).toBe(true);
    expect(rolesWith('notice.read')).toEqual(ROLES);
  });

  test.each([
    ['PETUGAS_METER', 'reading.verify'],
    ['PETUGAS_METER', 'bill.issue'],
    ['PETUGAS_METER', 'pii.read'],
    ['KASIR', 'counter.supervise'],
    ['KASIR', 'payment.reverse.request'],
    ['KASIR', 'pii.read'],
    ['ADMIN_PDAM', 'counter.sell'],
    ['MANAJER', 'counter.sell'],
    ['MANAJER', 'bill.issue'],
    ['MANAJER', 'customer.write'],
    ['MANAJER', 'user.manage'],
    ['ADMIN_PDAM', 'bank.manage'],
    ['ADMIN_PDAM', 'user.manage'],
    ['ADMIN_IT', 'payment.reverse.request'],
    ['ADMIN_IT', 'customer.read'],
    ['ADMIN_IT', 'bill.issue'],
  ] as const)('%s may not %s', (role, permission) => {
    expect(hasPermission(role, permission)).toBe(false);
  });
});
