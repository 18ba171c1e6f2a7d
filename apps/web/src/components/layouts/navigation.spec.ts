import { ROLE_PERMISSIONS, ROLES } from '@tirtapay/domain';
import { activeItem, allowedItems, firstPageOf, NAVIGATION } from './navigation';

test.each(ROLES)('%s starts on a page it may open', (role) => {
  const permissions = ROLE_PERMISSIONS[role];
  const first = firstPageOf({ role, permissions });
  expect(allowedItems(permissions).map((item) => item.to)).toContain(first);
});

test('a reader starts where readings are typed, an office worker on the dashboard', () => {
  expect(firstPageOf({ role: 'PETUGAS_METER', permissions: ROLE_PERMISSIONS.PETUGAS_METER })).toBe(
    '/readings/new',
  );
  expect(firstPageOf({ role: 'ADMIN_PDAM', permissions: ROLE_PERMISSIONS.ADMIN_PDAM })).toBe('/dashboard');
});

test('somebody without any permission lands on their own account', () => {
  expect(firstPageOf({ role: 'ADMIN_PDAM', permissions: [] })).toBe('/account');
});

test('the longest matching entry is the active one', () => {
  expect(activeItem('/customers/12/edit')).toBe('/customers');
  expect(activeItem('/readings/new')).toBe('/readings/new');
  expect(activeItem('/readings')).toBe('/readings');
  expect(activeItem('/account')).toBeUndefined();
});

test('every entry of the menu has an address of its own', () => {
  expect(new Set(NAVIGATION.map((item) => item.to)).size).toBe(NAVIGATION.length);
});
