import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const billRuns: Feature<'bill-runs', typeof words> = {
  name: 'bill-runs',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'bill-runs',
      access: 'bill.issue',
      load: () => import('./components/bill-runs-page').then((m) => m.BillRunsPage),
    },
    {
      path: 'bill-runs/new',
      access: 'bill.issue',
      load: () => import('./components/new-bill-run-page').then((m) => m.NewBillRunPage),
    },
    {
      path: 'bill-runs/:id',
      access: 'bill.issue',
      load: () => import('./components/bill-run-page').then((m) => m.BillRunPage),
    },
  ],
  navigation: [
    {
      path: 'bill-runs',
      title: { id: 'Penetapan rekening', en: 'Issue bills' },
      group: 'work',
      icon: 'play',
    },
    {
      path: 'bill-runs/new',
      title: { id: 'Tetapkan rekening periode baru', en: 'Issue the bills of a period' },
      group: null,
      icon: 'plus',
    },
  ],
};
