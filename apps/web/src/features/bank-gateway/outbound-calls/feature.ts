import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const outboundCalls: Feature<'outbound-calls', typeof words> = {
  name: 'outbound-calls',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'outbound-calls',
      access: 'bank.log.read',
      load: () => import('./components/outbound-calls-page').then((m) => m.OutboundCallsPage),
    },
  ],
  navigation: [
    {
      path: 'outbound-calls',
      title: { id: 'Panggilan ke bank', en: 'Calls to banks' },
      group: 'integration',
      icon: 'external',
    },
  ],
};
