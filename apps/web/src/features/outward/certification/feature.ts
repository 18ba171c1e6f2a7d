import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const certification: Feature<'certification', typeof words> = {
  name: 'certification',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'banks/:id/certification',
      access: 'bank.read',
      load: () => import('./components/certification-page').then((m) => m.CertificationPage),
    },
  ],
};
