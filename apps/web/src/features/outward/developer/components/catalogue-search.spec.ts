import type { ErrorEntryDto } from '@tirtapay/api-client';
import { searchCatalogue } from './catalogue-search';

const entry = (code: string, text: string, more: Partial<ErrorEntryDto> = {}): ErrorEntryDto => ({
  code: code as ErrorEntryDto['code'],
  status: 409,
  title: { id: text, en: `${text} (en)` },
  cause: { id: 'sebab', en: 'cause' },
  fix: { id: 'ulangi', en: 'repeat' },
  safe_to_retry: false,
  audience: ['bank'],
  ...more,
});
const ENTRIES = [
  entry('bill.already_paid', 'Tagihan sudah lunas'),
  entry('service.unavailable', 'Sedang sibuk', {
    status: 503,
    safe_to_retry: true,
    audience: ['bank', 'public'],
  }),
];
const codes = (filter: Partial<Parameters<typeof searchCatalogue>[1]>) =>
  searchCatalogue(ENTRIES, { text: '', audience: null, retry: null, ...filter }).map(({ code }) => code);

test('every word has to be somewhere: code, status, or either language', () => {
  expect(codes({ text: 'LUNAS tagihan' })).toEqual(['bill.already_paid']);
  expect(codes({ text: '503' })).toEqual(['service.unavailable']);
  expect(codes({ text: 'repeat' })).toHaveLength(2);
  expect(codes({ text: 'lunas 503' })).toEqual([]);
});

test('filters narrow the search', () => {
  expect(codes({ retry: true })).toEqual(['service.unavailable']);
  expect(codes({ retry: false })).toEqual(['bill.already_paid']);
  expect(codes({ audience: 'public' })).toEqual(['service.unavailable']);
  expect(codes({ audience: 'staff' })).toEqual([]);
});
