import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const penalties: Feature<'penalties', typeof words> = {
  name: 'penalties',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'penalties',
      access: 'penalty.read',
      load: () => import('./components/penalty-policies-page').then((m) => m.PenaltyPoliciesPage),
    },
    {
      path: 'penalties/:id',
      access: 'penalty.read',
      load: () => import('./components/policy-page').then((m) => m.PolicyPage),
    },
    {
      path: 'penalties/propose',
      access: 'penalty.manage',
      load: () => import('./components/propose-policy-page').then((m) => m.ProposePolicyPage),
    },
  ],
  navigation: [
    { path: 'penalties', title: { id: 'Denda', en: 'Penalties' }, group: 'master', icon: 'bill' },
    {
      path: 'penalties/propose',
      title: { id: 'Usulkan kebijakan denda', en: 'Propose a penalty policy' },
      group: null,
      icon: 'plus',
    },
  ],
};
