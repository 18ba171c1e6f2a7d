export { PaymentPage } from './components/payment-page';
export { PaymentsPage } from './components/payments-page';
