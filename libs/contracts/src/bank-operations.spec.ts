import { BANK_OPERATIONS, bankOperationAt } from './bank-operations';

it.each([
  ['/api/v1/payment/verify', 'verify'],
  ['/api/v1/payment/status', 'status'],
  ['/api/webhook/payment-notification', 'notification'],
  ['/api/v1/webhook/payment-notification', 'notification'],
  ['/api/snap/v1.0/transfer-va/status', 'vaStatus'],
  ['/api/snap/v1.0/transfer-va/payment', 'vaPayment'],
  ['/api/snap/v1.0/access-token/b2b', 'token'],
] as const)('%s is %s', (path, operation) => {
  expect(bankOperationAt(path)).toBe(BANK_OPERATIONS[operation]);
});

it.each(['/api/v1/payment/unknown', '/api/v1/payment/verify/more', '/', ''])(
  '%j is nothing of ours',
  (path) => {
    expect(bankOperationAt(path)).toBeNull();
  },
);
