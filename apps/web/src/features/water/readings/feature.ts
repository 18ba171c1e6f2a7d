import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const readings: Feature<'readings', typeof words> = {
  name: 'readings',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'readings',
      access: 'reading.read',
      load: () => import('./components/readings-page').then((m) => m.ReadingsPage),
    },
    {
      path: 'readings/new',
      access: 'reading.record',
      load: () => import('./components/reading-entry-page').then((m) => m.ReadingEntryPage),
    },
    {
      path: 'readings/round',
      access: 'reading.read',
      load: () => import('./components/round-page').then((m) => m.RoundPage),
    },
    {
      // Open without a session: it is for where nobody can log in. It shows what is on the device and nothing else.
      path: 'readings/walk',
      access: 'anybody',
      load: () => import('./components/walk-page').then((m) => m.WalkPage),
    },
    {
      path: 'readings/sheet',
      access: 'reading.record',
      load: () => import('./components/sheet-page').then((m) => m.SheetPage),
    },
    {
      path: 'readings/progress',
      access: 'reading.read',
      load: () => import('./components/progress-page').then((m) => m.ProgressPage),
    },
    {
      path: 'meter-checks',
      access: 'reading.record',
      load: () => import('./components/meter-checks-page').then((m) => m.MeterChecksPage),
    },
  ],
  navigation: [
    {
      path: 'readings/new',
      title: { id: 'Catat meter', en: 'Record a reading' },
      group: 'work',
      icon: 'meter',
      firstOf: 'PETUGAS_METER',
    },
    {
      path: 'readings/round',
      title: { id: 'Rute hari ini', en: "Today's route" },
      group: 'work',
      icon: 'map',
    },
    {
      path: 'meter-checks',
      title: { id: 'Periksa meter', en: 'Meters to check' },
      group: 'work',
      icon: 'warning',
    },
    {
      path: 'readings/sheet',
      title: { id: 'Lembar catatan', en: 'Sheet of readings' },
      group: null,
      icon: 'columns',
    },
    {
      path: 'readings/progress',
      title: { id: 'Kemajuan baca meter', en: 'Progress of reading' },
      group: 'billing',
      icon: 'history',
    },
    { path: 'readings', title: { id: 'Catatan meter', en: 'Readings' }, group: 'billing', icon: 'columns' },
  ],
};
