import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const cases: Feature<'cases', typeof words> = {
  name: 'cases',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'cases',
      access: 'case.read',
      load: () => import('./components/cases-page').then((m) => m.CasesPage),
    },
  ],
  navigation: [{ path: 'cases', title: { id: 'Kasus', en: 'Cases' }, group: 'work', icon: 'warning' }],
};
