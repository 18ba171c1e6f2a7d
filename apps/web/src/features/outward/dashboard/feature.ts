import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const dashboard: Feature<'dashboard', typeof words> = {
  name: 'dashboard',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'dashboard',
      access: 'dashboard.read',
      load: () => import('./components/dashboard-page').then((m) => m.DashboardPage),
    },
  ],
  navigation: [{ path: 'dashboard', title: { id: 'Dasbor', en: 'Dashboard' }, group: 'work', icon: 'home' }],
};
