import { ROLE_PERMISSIONS, ROLES } from '@tirtapay/domain';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  activeItem,
  allowedItems,
  firstPageOf,
  menuItems,
  navigationOf,
} from '../components/layouts/navigation';
import { FEATURES } from './features';

const NAVIGATION = menuItems(navigationOf(FEATURES));

test.each(ROLES)('%s starts on a page it may open', (role) => {
  const permissions = ROLE_PERMISSIONS[role];
  const first = firstPageOf(NAVIGATION, { role, permissions });
  expect(allowedItems(NAVIGATION, permissions).map((item) => item.to)).toContain(first);
});

test('a reader starts where readings are typed, an office worker on the dashboard', () => {
  expect(
    firstPageOf(NAVIGATION, { role: 'PETUGAS_METER', permissions: ROLE_PERMISSIONS.PETUGAS_METER }),
  ).toBe('/readings/new');
  expect(firstPageOf(NAVIGATION, { role: 'ADMIN_PDAM', permissions: ROLE_PERMISSIONS.ADMIN_PDAM })).toBe(
    '/dashboard',
  );
});

test('somebody without any permission lands on their own account', () => {
  expect(firstPageOf(NAVIGATION, { role: 'ADMIN_PDAM', permissions: [] })).toBe('/account');
});

test('the longest matching entry is the active one', () => {
  expect(activeItem(NAVIGATION, '/customers/12/edit')).toBe('/customers');
  expect(activeItem(NAVIGATION, '/readings/new')).toBe('/readings/new');
  expect(activeItem(NAVIGATION, '/readings')).toBe('/readings');
  expect(activeItem(NAVIGATION, '/account')).toBeUndefined();
});

test('every entry of the menu has an address of its own', () => {
  expect(new Set(NAVIGATION.map((item) => item.to)).size).toBe(NAVIGATION.length);
});

test('every folder of a feature is in the list, under its own name', () => {
  const root = join(__dirname, '..', 'features');
  const folders = readdirSync(root).flatMap((area) => readdirSync(join(root, area)));
  expect(FEATURES.map(({ name }) => name).sort()).toEqual(folders.sort());
});

test('every page of a feature has one address', () => {
  const paths = FEATURES.flatMap(({ pages }) => pages.map(({ path }) => path));
  expect(new Set(paths).size).toBe(paths.length);
});
