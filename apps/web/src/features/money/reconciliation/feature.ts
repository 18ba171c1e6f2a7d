import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const reconciliation: Feature<'reconciliation', typeof words> = {
  name: 'reconciliation',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  speaks: ['ppob'],
  pages: [
    {
      path: 'reconciliation',
      access: 'reconciliation.read',
      load: () => import('./components/overview-page').then((m) => m.OverviewPage),
    },
    {
      path: 'reconciliation/upload',
      access: 'reconciliation.manage',
      load: () => import('./components/upload-page').then((m) => m.UploadPage),
    },
    {
      path: 'reconciliation/days',
      access: 'reconciliation.read',
      load: () => import('./components/days-page').then((m) => m.DaysPage),
    },
    {
      path: 'reconciliation/days/:id',
      access: 'reconciliation.read',
      load: () => import('./components/day-page').then((m) => m.DayPage),
    },
    {
      path: 'reconciliation/items',
      access: 'reconciliation.read',
      load: () => import('./components/items-page').then((m) => m.ItemsPage),
    },
    {
      path: 'reconciliation/items/:id',
      access: 'reconciliation.read',
      load: () => import('./components/item-page').then((m) => m.ItemPage),
    },
    {
      path: 'reconciliation/banks/:id',
      access: 'reconciliation.read',
      load: () => import('./components/agreement-page').then((m) => m.AgreementPage),
    },
    {
      path: 'reconciliation/files',
      access: 'reconciliation.read',
      load: () => import('./components/files-page').then((m) => m.FilesPage),
    },
  ],
  navigation: [
    {
      path: 'reconciliation',
      title: { id: 'Rekonsiliasi', en: 'Reconciliation' },
      group: 'billing',
      icon: 'verify',
    },
    {
      path: 'reconciliation/upload',
      title: { id: 'Unggah berkas', en: 'Upload a file' },
      group: null,
      icon: 'up',
    },
    {
      path: 'reconciliation/days',
      title: { id: 'Hari rekonsiliasi', en: 'Reconciliation days' },
      group: null,
      icon: 'history',
    },
    {
      path: 'reconciliation/items',
      title: { id: 'Baris rekonsiliasi', en: 'Reconciliation items' },
      group: null,
      icon: 'log',
    },
    {
      path: 'reconciliation/files',
      title: { id: 'Berkas rekonsiliasi', en: 'Reconciliation files' },
      group: null,
      icon: 'bill',
    },
  ],
};
