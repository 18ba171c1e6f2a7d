import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const banks: Feature<'banks', typeof words> = {
  name: 'banks',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  speaks: ['credentials'],
  pages: [
    {
      path: 'banks',
      access: 'bank.read',
      load: () => import('./components/banks-page').then((m) => m.BanksPage),
    },
    {
      path: 'banks/:id',
      access: 'bank.read',
      load: () => import('./components/bank-overview-page').then((m) => m.BankOverviewPage),
    },
    {
      path: 'banks/:id/keys',
      access: 'bank.read',
      load: () => import('./components/bank-keys-page').then((m) => m.BankKeysPage),
    },
    {
      path: 'banks/:id/settings',
      access: 'bank.read',
      load: () => import('./components/bank-settings-page').then((m) => m.BankSettingsPage),
    },
  ],
  frames: [
    {
      path: 'banks/:id',
      access: 'bank.read',
      load: () => import('./components/bank-frame').then((m) => m.BankFrame),
    },
  ],
  navigation: [
    {
      path: 'banks',
      title: { id: 'Bank', en: 'Banks' },
      group: 'integration',
      icon: 'bank',
      firstOf: 'ADMIN_IT',
    },
  ],
};
