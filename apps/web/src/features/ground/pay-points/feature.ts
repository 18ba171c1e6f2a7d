import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const payPoints: Feature<'pay-points', typeof words> = {
  name: 'pay-points',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'pay-points',
      access: 'setting.read',
      load: () => import('./components/pay-points-page').then((m) => m.PayPointsPage),
    },
  ],
  navigation: [
    { path: 'pay-points', title: { id: 'Titik bayar', en: 'Pay points' }, group: 'master', icon: 'store' },
  ],
};
