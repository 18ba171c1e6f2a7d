import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const bankCalls: Feature<'bank-calls', typeof words> = {
  name: 'bank-calls',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'bank-calls',
      access: 'bank.log.read',
      load: () => import('./components/bank-calls-page').then((m) => m.BankCallsPage),
    },
  ],
  navigation: [
    {
      path: 'bank-calls',
      title: { id: 'Log permintaan', en: 'Request log' },
      group: 'integration',
      icon: 'log',
    },
  ],
};
