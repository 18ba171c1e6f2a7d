import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const ppobCheck: Feature<'ppob-check', typeof words> = {
  name: 'ppob-check',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  speaks: ['ppob'],
  pages: [
    {
      path: 'ppob/check',
      access: 'ppob.sell',
      load: () => import('./components/check-page').then((m) => m.CheckPage),
    },
  ],
  navigation: [
    { path: 'ppob/check', title: { id: 'Cek harga', en: 'Price check' }, group: 'ppob', icon: 'search' },
  ],
};
