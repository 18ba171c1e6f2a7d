import { operationOf } from './operation';

test.each([
  ['/api/v1/payment/verify', 'verify'],
  ['/api/v1/payment/status', 'status'],
  ['/api/webhook/payment-notification', 'notification'],
  ['/api/v1/webhook/payment-notification', 'notification'],
  ['/api/snap/v1.0/transfer-va/status', 'vaStatus'],
  ['/api/snap/v1.0/transfer-va/payment', 'vaPayment'],
  ['/api/snap/v1.0/access-token/b2b', 'token'],
  ['/api/v1/payment/unknown', 'other'],
])('%s is %s', (path, operation) => {
  expect(operationOf(path)).toBe(operation);
});
