import { NO_SNAP_SERVICE, SNAP_SERVICES } from '@tirtapay/bank-protocol';
import type { AnsweringService } from './snap-refusal';

const ROOT = '/api/snap/';

const SERVICES: ReadonlyMap<string, AnsweringService> = new Map([
  ['/api/snap/v1.0/access-token/b2b', SNAP_SERVICES.accessTokenB2b],
  ['/api/snap/v1.0/transfer-va/inquiry', SNAP_SERVICES.vaInquiry],
  ['/api/snap/v1.0/transfer-va/payment', SNAP_SERVICES.vaPayment],
  ['/api/snap/v1.0/transfer-va/status', SNAP_SERVICES.vaStatus],
  ['/api/snap/v1.0/qr/qr-mpm-notify', SNAP_SERVICES.qrNotify],
]);

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}

/** Whether a URL is answered in SNAP's words, also when no service is there. */
export function isSnapUrl(url: string): boolean {
  return `${pathOf(url)}/`.startsWith(ROOT);
}

/** The service a URL names, or 00. */
export function snapServiceAt(url: string): AnsweringService {
  return SERVICES.get(pathOf(url)) ?? NO_SNAP_SERVICE;
}
