import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const checkouts: Feature<'checkouts', typeof words> = {
  name: 'checkouts',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'checkouts',
      access: 'intent.read',
      load: () => import('./components/checkouts-page').then((m) => m.CheckoutsPage),
    },
    {
      path: 'checkouts/:id',
      access: 'intent.read',
      load: () => import('./components/checkout-page').then((m) => m.CheckoutPage),
    },
  ],
  navigation: [
    { path: 'checkouts', title: { id: 'VA dan QRIS', en: 'VA and QRIS' }, group: 'billing', icon: 'qr' },
  ],
};
