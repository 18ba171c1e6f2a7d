import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const verification: Feature<'verification', typeof words> = {
  name: 'verification',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'verification',
      access: 'reading.verify',
      load: () => import('./components/verification-page').then((m) => m.VerificationPage),
    },
  ],
  navigation: [
    { path: 'verification', title: { id: 'Verifikasi', en: 'Verification' }, group: 'work', icon: 'verify' },
  ],
};
