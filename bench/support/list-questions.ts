import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/* What every list of the API is asked over grown books (growing-books.ts), by the word of the API document. */

interface ListShape {
  readonly sort: readonly string[];
  readonly indexed?: readonly string[];
  readonly search: boolean;
  readonly filters: Readonly<Record<string, { readonly type: string; readonly choices?: readonly string[] }>>;
}

const { paths } = JSON.parse(readFileSync(join(process.cwd(), 'docs/openapi.json'), 'utf8')) as {
  paths: Record<string, { get?: { 'x-list'?: ListShape } }>;
};
export const LISTS = Object.entries(paths).flatMap(([path, { get }]) =>
  get?.['x-list'] === undefined ? [] : [{ path, shape: get['x-list'] }],
);

/** Frequent, rare and missing values; a new filter is asked with what its type allows. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  region_id: ['3', '20', '999'],
  tariff_id: ['1', '8'],
  bank_id: ['1001', '1005', '9999'],
  collector_id: ['1001', '1005', '9999'],
  customer_id: ['77', '99999999'],
  http_status: ['200', '409', '500'],
  kind: ['DOUBLE_PAYMENT', 'UNKNOWN_TARGET', 'payment_reversal'],
  code: ['payment.duplicate', 'nothing'],
  action: ['payment.posted', 'tariff.proposed', 'nothing'],
  entity_type: ['pembayaran', 'meter_reading', 'nothing'],
  service: ['va.create', 'qris.generate', 'nothing'],
  path: ['/api/v1/payment/verify'],
};
const BY_TYPE: Readonly<Record<string, readonly string[]>> = {
  integer: ['1', '99999999'],
  boolean: ['true', 'false'],
  date: ['2025-09-20', '2026-01-20'],
  period: ['2025-09', '2026-01', '2031-01'],
  text: ['nothing'],
};
const SEARCHES = ['budi abe', '0103000000', 'REF-77', 'BANK-000000077', 'MTR77', 'qqqqq', 'tariff'];
/** Words and beginnings that stand in a tenth of the rows and more: the bench asks them of books that are large enough. */
export const COMMON = ['jalan', 'budi', 'payment', 'la', '12'];

export function questionsOf({ sort, search, filters }: ListShape): string[] {
  return [
    '',
    'page=100&page_size=100',
    ...sort.flatMap((key) => [`sort=${key}`, `sort=-${key}`]),
    ...Object.entries(filters).flatMap(([name, { type, choices }]) =>
      (choices ?? SAMPLES[name] ?? BY_TYPE[type] ?? []).map(
        (value) => `${name}=${encodeURIComponent(value)}`,
      ),
    ),
    ...(search ? [...SEARCHES, ...COMMON].map((text) => `q=${encodeURIComponent(text)}`) : []),
  ];
}
