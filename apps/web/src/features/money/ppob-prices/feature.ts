import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const ppobPrices: Feature<'ppob-prices', typeof words> = {
  name: 'ppob-prices',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  speaks: ['ppob'],
  pages: [
    {
      path: 'ppob/prices',
      access: 'ppob.read',
      load: () => import('./components/prices-page').then((m) => m.PricesPage),
    },
  ],
  navigation: [
    {
      path: 'ppob/prices',
      title: { id: 'Harga PPOB', en: 'PPOB prices' },
      group: 'ppob',
      icon: 'tariff',
    },
  ],
};
