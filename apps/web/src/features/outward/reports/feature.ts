import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const reports: Feature<'reports', typeof words> = {
  name: 'reports',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'reports',
      access: 'report.read',
      load: () => import('./components/reports-page').then((m) => m.ReportsPage),
    },
  ],
  navigation: [
    { path: 'reports', title: { id: 'Laporan', en: 'Reports' }, group: 'billing', icon: 'columns' },
  ],
};
