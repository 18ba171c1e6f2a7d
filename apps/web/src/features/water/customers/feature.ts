import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const customers: Feature<'customers', typeof words> = {
  name: 'customers',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'customers',
      access: 'customer.read',
      load: () => import('./components/customers-page').then((m) => m.CustomersPage),
    },
    {
      path: 'customers/new',
      access: 'customer.write',
      load: () => import('./components/new-customer-page').then((m) => m.NewCustomerPage),
    },
    {
      path: 'customers/:id',
      access: 'customer.read',
      load: () => import('./components/customer-page').then((m) => m.CustomerPage),
    },
    {
      path: 'customers/:id/edit',
      access: 'customer.write',
      load: () => import('./components/edit-customer-page').then((m) => m.EditCustomerPage),
    },
  ],
  navigation: [
    { path: 'customers', title: { id: 'Pelanggan', en: 'Customers' }, group: 'billing', icon: 'people' },
    {
      path: 'customers/new',
      title: { id: 'Daftarkan pelanggan', en: 'Register a customer' },
      group: null,
      icon: 'plus',
    },
  ],
};
