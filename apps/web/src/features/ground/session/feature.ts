import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const session: Feature<'session', typeof words> = {
  name: 'session',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'account',
      access: 'signed-in',
      load: () => import('./components/account-page').then((m) => m.AccountPage),
    },
    {
      path: 'login',
      access: 'anybody',
      load: () => import('./components/login-page').then((m) => m.LoginPage),
    },
    {
      path: 'activate',
      access: 'anybody',
      load: () => import('./components/activate-page').then((m) => m.ActivatePage),
    },
  ],
};
