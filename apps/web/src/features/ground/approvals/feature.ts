import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const approvals: Feature<'approvals', typeof words> = {
  name: 'approvals',
  speaks: ['reconciliation'],
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'approvals',
      access: 'approval.read',
      load: () => import('./components/approvals-page').then((m) => m.ApprovalsPage),
    },
  ],
  navigation: [
    { path: 'approvals', title: { id: 'Persetujuan', en: 'Approvals' }, group: 'work', icon: 'inbox' },
  ],
};
