import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const tariffs: Feature<'tariffs', typeof words> = {
  name: 'tariffs',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'tariffs',
      access: 'tariff.read',
      load: () => import('./components/tariffs-page').then((m) => m.TariffsPage),
    },
    {
      path: 'tariffs/:id',
      access: 'tariff.read',
      load: () => import('./components/tariff-page').then((m) => m.TariffPage),
    },
    {
      path: 'tariffs/:id/propose',
      access: 'tariff.propose',
      load: () => import('./components/propose-version-page').then((m) => m.ProposeVersionPage),
    },
  ],
  navigation: [{ path: 'tariffs', title: { id: 'Tarif', en: 'Tariffs' }, group: 'master', icon: 'tariff' }],
};
