import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const sandboxBank: Feature<'sandbox-bank', typeof words> = {
  name: 'sandbox-bank',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'sandbox-bank',
      access: 'bank.read',
      load: () => import('./components/sandbox-bank-page').then((m) => m.SandboxBankPage),
    },
  ],
  navigation: [
    {
      path: 'sandbox-bank',
      title: { id: 'Bank uji coba', en: 'Sandbox bank' },
      group: 'integration',
      icon: 'play',
    },
  ],
};
