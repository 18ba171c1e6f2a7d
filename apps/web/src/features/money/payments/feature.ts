import type { Feature } from '../../../components/layouts/feature';
import type words from './words/id.json';

export const payments: Feature<'payments', typeof words> = {
  name: 'payments',
  words: { id: () => import('./words/id.json'), en: () => import('./words/en.json') },
  pages: [
    {
      path: 'payments',
      access: 'payment.read',
      load: () => import('./components/payments-page').then((m) => m.PaymentsPage),
    },
    {
      path: 'payments/:id',
      access: 'payment.read',
      load: () => import('./components/payment-page').then((m) => m.PaymentPage),
    },
  ],
  navigation: [
    { path: 'payments', title: { id: 'Pembayaran', en: 'Payments' }, group: 'billing', icon: 'payment' },
  ],
};
