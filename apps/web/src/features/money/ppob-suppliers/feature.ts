import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const ppobSuppliers: Feature<'ppob-suppliers', typeof words> = {
  name: 'ppob-suppliers',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'ppob/suppliers',
      access: 'supplier.read',
      load: () => import('./components/suppliers-page').then((m) => m.SuppliersPage),
    },
    {
      path: 'ppob/supplier-movements',
      access: 'supplier.read',
      load: () => import('./components/movements-page').then((m) => m.SupplierMovementsPage),
    },
  ],
  navigation: [
    {
      path: 'ppob/suppliers',
      title: { id: 'Pemasok PPOB', en: 'PPOB suppliers' },
      group: 'ppob',
      icon: 'link',
    },
    {
      path: 'ppob/supplier-movements',
      title: { id: 'Rekening pemasok', en: 'Supplier statement' },
      group: null,
      icon: 'log',
    },
  ],
};
