import { NO_SNAP_SERVICE } from '@tirtapay/bank-protocol';
import { BANK_OPERATIONS } from '@tirtapay/contracts';
import type { AnsweringService } from './snap-refusal';

const ROOT = '/api/snap/';

const SERVICES: ReadonlyMap<string, AnsweringService> = new Map(
  Object.values(BANK_OPERATIONS).flatMap((operation): [string, AnsweringService][] =>
    'service' in operation ? [[operation.path, operation.service]] : [],
  ),
);

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
