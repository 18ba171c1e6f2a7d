import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const counter: Feature<'counter', typeof words> = {
  name: 'counter',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  speaks: ['ppob'],
  pages: [
    {
      path: 'counter',
      access: 'counter.sell',
      load: () => import('./components/counter-page').then((m) => m.CounterPage),
    },
    {
      path: 'counter/close',
      access: 'counter.sell',
      load: () => import('./components/close-page').then((m) => m.ClosePage),
    },
    {
      path: 'shifts',
      access: 'counter.read',
      load: () => import('./components/shifts-page').then((m) => m.ShiftsPage),
    },
    {
      path: 'shifts/:id',
      access: 'counter.read',
      load: () => import('./components/shift-page').then((m) => m.ShiftPage),
    },
    {
      path: 'drawers',
      access: 'counter.supervise',
      load: () => import('./components/drawers-page').then((m) => m.DrawersPage),
    },
  ],
  navigation: [
    {
      path: 'counter',
      title: { id: 'Loket', en: 'Counter' },
      group: 'work',
      icon: 'store',
      firstOf: 'KASIR',
    },
    { path: 'shifts', title: { id: 'Shift loket', en: 'Shifts' }, group: 'billing', icon: 'clock' },
    { path: 'drawers', title: { id: 'Laci loket', en: 'Drawers' }, group: 'billing', icon: 'store' },
  ],
};
