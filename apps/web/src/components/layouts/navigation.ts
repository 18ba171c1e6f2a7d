import type { Permission } from '@tirtapay/domain';
import type { Feature } from './feature';

export type NavigationItem = NonNullable<Feature['navigation']>[number] & {
  to: string;
  permission: Permission;
};

/** The menu of these features: an entry is open to whom its page is open. */
export function navigationOf(features: readonly Feature[]): NavigationItem[] {
  return features.flatMap(({ navigation = [], pages, name }) =>
    navigation.map((entry) => {
      const access = pages.find((page) => page.path === entry.path)?.access;
      if (access === undefined || access === 'signed-in' || access === 'anybody')
        throw new Error(`${name}: the menu names ${entry.path}, which is no page with a permission`);
      return { ...entry, to: `/${entry.path}`, permission: access };
    }),
  );
}

/** What the menu shows; Ctrl K finds the rest as well. */
export const menuItems = (items: readonly NavigationItem[]): NavigationItem[] =>
  items.filter(({ group }) => group !== null);

export function allowedItems(
  items: readonly NavigationItem[],
  permissions: readonly string[],
): NavigationItem[] {
  return items.filter((item) => permissions.includes(item.permission));
}

/** The page a role works on most comes first after the log-in. */
export function firstPageOf(
  items: readonly NavigationItem[],
  user: { role: string; permissions: readonly string[] },
): string {
  const allowed = menuItems(allowedItems(items, user.permissions));
  return (allowed.find((item) => item.firstOf === user.role) ?? allowed[0])?.to ?? '/account';
}

/** The menu entry of an address: `/customers/4/edit` belongs to `/customers`, `/readings/new` to itself. */
export function activeItem(items: readonly NavigationItem[], pathname: string): string | undefined {
  return items
    .map((item) => item.to)
    .filter((to) => pathname === to || pathname.startsWith(`${to}/`))
    .sort((a, b) => b.length - a.length)[0];
}
