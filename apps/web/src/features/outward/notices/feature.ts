import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const notices: Feature<'notices', typeof words> = {
  name: 'notices',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [],
};
