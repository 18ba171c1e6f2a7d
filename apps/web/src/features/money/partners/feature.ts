import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const partners: Feature<'partners', typeof words> = {
  name: 'partners',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  speaks: ['credentials'],
  pages: [
    {
      path: 'partners',
      access: 'partner.read',
      load: () => import('./components/partners-page').then((m) => m.PartnersPage),
    },
    {
      path: 'partners/:id',
      access: 'partner.read',
      load: () => import('./components/partner-page').then((m) => m.PartnerPage),
    },
    {
      path: 'deposit-movements',
      access: 'partner.read',
      load: () => import('./components/movements-page').then((m) => m.MovementsPage),
    },
  ],
  navigation: [
    { path: 'partners', title: { id: 'Mitra', en: 'Partners' }, group: 'ppob', icon: 'store' },
    {
      path: 'deposit-movements',
      title: { id: 'Rekening deposit', en: 'Deposit statement' },
      group: null,
      icon: 'log',
    },
  ],
};
