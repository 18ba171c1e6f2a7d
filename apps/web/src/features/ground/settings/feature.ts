import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const settings: Feature<'settings', typeof words> = {
  name: 'settings',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'settings',
      access: 'setting.read',
      load: () => import('./components/settings-page').then((m) => m.SettingsPage),
    },
    {
      path: 'setup',
      access: 'setting.read',
      load: () => import('./components/setup-page').then((m) => m.SetupPage),
    },
  ],
  navigation: [
    { path: 'settings', title: { id: 'Pengaturan', en: 'Settings' }, group: 'system', icon: 'settings' },
    { path: 'setup', title: { id: 'Langkah awal', en: 'First steps' }, group: 'system', icon: 'check' },
  ],
};
