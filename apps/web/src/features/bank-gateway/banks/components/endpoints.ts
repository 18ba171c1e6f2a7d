import type { BankDto } from '@tirtapay/api-client';
import type banks from '../words/id.json';

interface Endpoint {
  name: keyof typeof banks.endpoints.name;
  method: 'GET' | 'POST';
  path: string;
}

/** The routes a bank calls; the test beside holds them against the OpenAPI document. */
export const NATIVE_ENDPOINTS: readonly Endpoint[] = [
  { name: 'verify', method: 'POST', path: '/api/v1/payment/verify' },
  { name: 'process', method: 'POST', path: '/api/v1/payment/process' },
  { name: 'status', method: 'GET', path: '/api/v1/payment/status' },
  { name: 'receipt', method: 'GET', path: '/api/v1/payment/receipt' },
  { name: 'reversal', method: 'POST', path: '/api/v1/payment/reversal' },
  { name: 'notification', method: 'POST', path: '/api/webhook/payment-notification' },
];

export const SNAP_ENDPOINTS: readonly Endpoint[] = [
  { name: 'token', method: 'POST', path: '/api/snap/v1.0/access-token/b2b' },
  { name: 'inquiry', method: 'POST', path: '/api/snap/v1.0/transfer-va/inquiry' },
  { name: 'payment', method: 'POST', path: '/api/snap/v1.0/transfer-va/payment' },
  { name: 'vaStatus', method: 'POST', path: '/api/snap/v1.0/transfer-va/status' },
  { name: 'qrNotify', method: 'POST', path: '/api/snap/v1.0/qr/qr-mpm-notify' },
];

/** The doors this bank has credentials for. */
export function endpointsOf(bank: BankDto): { native: readonly Endpoint[]; snap: readonly Endpoint[] } {
  const active = ({ status }: { status: string }) => status === 'ACTIVE';
  const partners = bank.snap_partners.filter(active);
  return {
    native: bank.keys.some(active) ? NATIVE_ENDPOINTS : [],
    // A partner that signs every call with its own key needs no token.
    snap:
      partners.length === 0
        ? []
        : SNAP_ENDPOINTS.filter(
            ({ name }) => name !== 'token' || partners.some(({ mode }) => mode === 'SYMMETRIC'),
          ),
  };
}
