import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const activity: Feature<'activity', typeof words> = {
  name: 'activity',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'activity',
      access: 'audit.read',
      load: () => import('./components/activity-page').then((m) => m.ActivityPage),
    },
  ],
  navigation: [
    {
      path: 'activity',
      title: { id: 'Log aktivitas', en: 'Activity log' },
      group: 'system',
      icon: 'history',
    },
  ],
};
