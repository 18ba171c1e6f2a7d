import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const waivers: Feature<'waivers', typeof words> = {
  name: 'waivers',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'waivers',
      access: 'waiver.read',
      load: () => import('./components/waivers-page').then((m) => m.WaiversPage),
    },
    {
      path: 'waivers/propose',
      access: 'waiver.propose',
      load: () => import('./components/propose-waiver-page').then((m) => m.ProposeWaiverPage),
    },
    {
      path: 'waivers/:id',
      access: 'waiver.read',
      load: () => import('./components/waiver-page').then((m) => m.WaiverPage),
    },
  ],
  navigation: [
    {
      path: 'waivers',
      title: { id: 'Pemutihan denda', en: 'Penalty waivers' },
      group: 'billing',
      icon: 'bill',
    },
    {
      path: 'waivers/propose',
      title: { id: 'Usulkan program pemutihan', en: 'Propose a waiver programme' },
      group: null,
      icon: 'plus',
    },
  ],
};
