import type { BankProtocol, Language } from '@tirtapay/domain';

export interface BankOperation {
  readonly protocol: BankProtocol;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** ASPI's number of a SNAP BI service. */
  readonly service?: string;
  readonly name: Readonly<Record<Language, string>>;
}

/** What a bank may ask of us, by name: screens tell calls by it, banks are handed the addresses of it. */
export const BANK_OPERATIONS = {
  verify: {
    protocol: 'NATIVE',
    method: 'POST',
    path: '/api/v1/payment/verify',
    name: { id: 'Cek tagihan', en: 'Bill inquiry' },
  },
  process: {
    protocol: 'NATIVE',
    method: 'POST',
    path: '/api/v1/payment/process',
    name: { id: 'Bayar', en: 'Payment' },
  },
  status: {
    protocol: 'NATIVE',
    method: 'GET',
    path: '/api/v1/payment/status',
    name: { id: 'Status pembayaran', en: 'Payment status' },
  },
  receipt: {
    protocol: 'NATIVE',
    method: 'GET',
    path: '/api/v1/payment/receipt',
    name: { id: 'Kwitansi', en: 'Receipt' },
  },
  reversal: {
    protocol: 'NATIVE',
    method: 'POST',
    path: '/api/v1/payment/reversal',
    name: { id: 'Pembatalan hari yang sama', en: 'Same-day reversal' },
  },
  notification: {
    protocol: 'NATIVE',
    method: 'POST',
    path: '/api/webhook/payment-notification',
    name: { id: 'Notifikasi pembayaran', en: 'Payment notification' },
  },
  token: {
    protocol: 'SNAP',
    method: 'POST',
    path: '/api/snap/v1.0/access-token/b2b',
    service: '73',
    name: { id: 'Token akses', en: 'Access token' },
  },
  vaInquiry: {
    protocol: 'SNAP',
    method: 'POST',
    path: '/api/snap/v1.0/transfer-va/inquiry',
    service: '24',
    name: { id: 'Cek tagihan VA', en: 'VA bill inquiry' },
  },
  vaPayment: {
    protocol: 'SNAP',
    method: 'POST',
    path: '/api/snap/v1.0/transfer-va/payment',
    service: '25',
    name: { id: 'Bayar VA', en: 'VA payment' },
  },
  vaStatus: {
    protocol: 'SNAP',
    method: 'POST',
    path: '/api/snap/v1.0/transfer-va/status',
    service: '26',
    name: { id: 'Status VA', en: 'VA status' },
  },
  qrNotify: {
    protocol: 'SNAP',
    method: 'POST',
    path: '/api/snap/v1.0/qr/qr-mpm-notify',
    service: '52',
    name: { id: 'Notifikasi QRIS', en: 'QRIS notification' },
  },
} as const satisfies Readonly<Record<string, BankOperation>>;

/** The base of all addresses, and of an older one of notifications. */
const BASE = /^\/api(?:\/v1|\/snap\/v1\.0)?/;

/** What a call wanted, by the path it came to. @returns null when nothing of ours is there */
export function bankOperationAt(path: string): BankOperation | null {
  const end = path.replace(BASE, '');
  return Object.values(BANK_OPERATIONS).find((one) => one.path.replace(BASE, '') === end) ?? null;
}
