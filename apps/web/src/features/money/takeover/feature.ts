import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const takeover: Feature<'takeover', typeof words> = {
  name: 'takeover',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'import',
      access: 'customer.import',
      load: () => import('./components/import-page').then((m) => m.ImportPage),
    },
    {
      path: 'import/history',
      access: 'customer.import',
      load: () => import('./components/imports-page').then((m) => m.ImportsPage),
    },
    {
      path: 'import/:id',
      access: 'customer.import',
      load: () => import('./components/imported-page').then((m) => m.ImportedPage),
    },
  ],
  navigation: [
    { path: 'import', title: { id: 'Impor data lama', en: 'Import' }, group: 'master', icon: 'up' },
    {
      path: 'import/history',
      title: { id: 'Riwayat impor', en: 'Earlier imports' },
      group: null,
      icon: 'history',
    },
  ],
};
