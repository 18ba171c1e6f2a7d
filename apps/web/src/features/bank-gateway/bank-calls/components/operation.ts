import type words from '../words/id.json';

export type Operation = keyof typeof words.operation;

/** The end of each path that banks may call, native and SNAP BI. */
const PATHS: readonly (readonly [string, Operation])[] = [
  ['/payment/verify', 'verify'],
  ['/payment/process', 'process'],
  ['/v1/payment/status', 'status'],
  ['/payment/receipt', 'receipt'],
  ['/payment/reversal', 'reversal'],
  ['/webhook/payment-notification', 'notification'],
  ['/transfer-va/inquiry', 'vaInquiry'],
  ['/transfer-va/payment', 'vaPayment'],
  ['/transfer-va/status', 'vaStatus'],
  ['/qr/qr-mpm-notify', 'qrNotify'],
  ['/access-token/b2b', 'token'],
];

/** What the bank wanted, by the path it called. */
export function operationOf(path: string): Operation {
  return PATHS.find(([end]) => path.endsWith(end))?.[1] ?? 'other';
}
