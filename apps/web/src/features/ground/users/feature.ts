import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const users: Feature<'users', typeof words> = {
  name: 'users',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'users',
      access: 'user.manage',
      load: () => import('./components/users-page').then((m) => m.UsersPage),
    },
    {
      path: 'users/roles',
      access: 'user.manage',
      load: () => import('./components/roles-page').then((m) => m.RolesPage),
    },
  ],
  navigation: [
    { path: 'users', title: { id: 'Pengguna', en: 'Users' }, group: 'system', icon: 'user' },
    {
      path: 'users/roles',
      title: { id: 'Wewenang peran', en: 'What each role may' },
      group: null,
      icon: 'key',
    },
  ],
};
