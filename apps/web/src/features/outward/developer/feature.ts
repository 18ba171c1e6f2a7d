import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const developer: Feature<'developer', typeof words> = {
  name: 'developer',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'developer',
      access: 'bank.read',
      load: () => import('./components/developer-page').then((m) => m.DeveloperPage),
    },
    {
      path: 'developer/errors',
      access: 'bank.read',
      load: () => import('./components/error-catalogue-page').then((m) => m.ErrorCataloguePage),
    },
  ],
  navigation: [
    {
      path: 'developer',
      title: { id: 'Dokumen untuk bank', en: 'Documents for banks' },
      group: 'integration',
      icon: 'link',
    },
    {
      path: 'developer/errors',
      title: { id: 'Katalog kesalahan', en: 'Error catalogue' },
      group: 'integration',
      icon: 'warning',
    },
  ],
};
