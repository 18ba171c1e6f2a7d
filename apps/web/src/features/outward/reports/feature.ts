import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const reports: Feature<'reports', typeof words> = {
  name: 'reports',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'reports',
      access: 'report.read',
      load: () => import('./components/catalogue-page').then((m) => m.CataloguePage),
    },
    {
      path: 'reports/letterhead',
      access: 'report.manage',
      load: () => import('./components/letterhead-page').then((m) => m.LetterheadPage),
    },
    {
      path: 'reports/saved',
      access: 'report.read',
      load: () => import('./components/saved-reports-page').then((m) => m.SavedReportsPage),
    },
    {
      path: 'reports/:report',
      access: 'report.read',
      load: () => import('./components/report-page').then((m) => m.ReportPage),
    },
  ],
  navigation: [
    { path: 'reports', title: { id: 'Laporan', en: 'Reports' }, group: 'billing', icon: 'columns' },
    {
      path: 'reports/saved',
      title: { id: 'Laporan tersimpan', en: 'Saved reports' },
      group: null,
      icon: 'bookmark',
    },
    {
      path: 'reports/letterhead',
      title: { id: 'Kop dan penanda tangan laporan', en: 'Letterhead of reports' },
      group: null,
      icon: 'edit',
    },
  ],
};
