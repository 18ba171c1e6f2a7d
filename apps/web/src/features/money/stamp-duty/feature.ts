import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const stampDuty: Feature<'stamp-duty', typeof words> = {
  name: 'stamp-duty',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'stamp-duty',
      access: 'reconciliation.read',
      load: () => import('./components/stamp-duty-page').then((m) => m.StampDutyPage),
    },
  ],
  navigation: [
    {
      path: 'stamp-duty',
      title: { id: 'Bea meterai', en: 'Stamp duty' },
      group: 'billing',
      icon: 'bill',
    },
  ],
};
