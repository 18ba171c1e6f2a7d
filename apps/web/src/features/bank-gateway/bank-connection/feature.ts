import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const bankConnection: Feature<'bank-connection', typeof words> = {
  name: 'bank-connection',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'banks/:id/connection',
      access: 'bank.read',
      load: () => import('./components/connection-page').then((m) => m.ConnectionPage),
    },
  ],
};
