import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const instalments: Feature<'instalments', typeof words> = {
  name: 'instalments',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'instalments',
      access: 'bill.read',
      load: () => import('./components/plans-page').then((m) => m.PlansPage),
    },
    {
      path: 'instalments/:id',
      access: 'bill.read',
      load: () => import('./components/plan-page').then((m) => m.PlanPage),
    },
    {
      path: 'instalments/customer/:id',
      access: 'bill.correct.request',
      load: () => import('./components/new-plan-page').then((m) => m.NewPlanPage),
    },
  ],
  navigation: [
    {
      path: 'instalments',
      title: { id: 'Rencana angsuran', en: 'Instalment plans' },
      group: 'billing',
      icon: 'bill',
    },
  ],
};
