import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const ppobSales: Feature<'ppob-sales', typeof words> = {
  name: 'ppob-sales',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  speaks: ['ppob'],
  pages: [
    {
      path: 'ppob/transactions',
      access: 'ppob.read',
      load: () => import('./components/sales-page').then((m) => m.SalesPage),
    },
    {
      path: 'ppob/transactions/:id',
      access: 'ppob.read',
      load: () => import('./components/sale-page').then((m) => m.SalePage),
    },
  ],
  navigation: [
    {
      path: 'ppob/transactions',
      title: { id: 'Transaksi PPOB', en: 'PPOB transactions' },
      group: 'ppob',
      icon: 'payment',
    },
  ],
};
