import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const bills: Feature<'bills', typeof words> = {
  name: 'bills',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'bills',
      access: 'bill.read',
      load: () => import('./components/bills-page').then((m) => m.BillsPage),
    },
    {
      path: 'bills/:id',
      access: 'bill.read',
      load: () => import('./components/bill-page').then((m) => m.BillPage),
    },
    {
      path: 'bills/:id/correction',
      access: 'bill.correct.request',
      load: () => import('./components/correction-page').then((m) => m.CorrectionPage),
    },
    {
      path: 'disputes/:id',
      access: 'bill.read',
      load: () => import('./components/dispute-page').then((m) => m.DisputePage),
    },
  ],
  navigation: [{ path: 'bills', title: { id: 'Rekening', en: 'Bills' }, group: 'billing', icon: 'bill' }],
};
