import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const charges: Feature<'charges', typeof words> = {
  name: 'charges',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'charges',
      access: 'bill.read',
      load: () => import('./components/charges-page').then((m) => m.ChargesPage),
    },
    {
      path: 'charges/bill/:id',
      access: 'bill.issue',
      load: () => import('./components/bill-charge-page').then((m) => m.BillChargePage),
    },
  ],
  navigation: [
    { path: 'charges', title: { id: 'Biaya non-air', en: 'Charges' }, group: 'master', icon: 'tariff' },
  ],
};
