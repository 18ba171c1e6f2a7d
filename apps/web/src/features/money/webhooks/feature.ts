import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const webhooks: Feature<'webhooks', typeof words> = {
  name: 'webhooks',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'webhooks',
      access: 'bank.log.read',
      load: () => import('./components/webhooks-page').then((m) => m.WebhooksPage),
    },
  ],
  navigation: [
    {
      path: 'webhooks',
      title: { id: 'Notifikasi bank', en: 'Bank notifications' },
      group: 'integration',
      icon: 'bell',
    },
  ],
};
