import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const regions: Feature<'regions', typeof words> = {
  name: 'regions',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'regions',
      access: 'region.read',
      load: () => import('./components/regions-page').then((m) => m.RegionsPage),
    },
  ],
  navigation: [{ path: 'regions', title: { id: 'Wilayah', en: 'Regions' }, group: 'master', icon: 'map' }],
};
