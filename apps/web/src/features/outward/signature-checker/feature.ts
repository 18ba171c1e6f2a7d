import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const signatureChecker: Feature<'signature-checker', typeof words> = {
  name: 'signature-checker',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'signature-checker',
      access: 'bank.manage',
      load: () => import('./components/signature-checker-page').then((m) => m.SignatureCheckerPage),
    },
  ],
  navigation: [
    {
      path: 'signature-checker',
      title: { id: 'Pemeriksa tanda tangan', en: 'Signature checker' },
      group: 'integration',
      icon: 'edit',
    },
  ],
};
