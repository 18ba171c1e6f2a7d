import { figureLink } from './figure-link';

const TEMPLATE = '/bills?period={period}&state=ISSUED&region_id={region_id?}';

test('a template becomes an address, its optional parts only with a value', () => {
  expect(figureLink(TEMPLATE, { period: '2026-10', region_id: 7 })).toBe(
    '/bills?period=2026-10&state=ISSUED&region_id=7',
  );
  expect(figureLink(TEMPLATE, { period: '2026-10', region_id: null })).toBe(
    '/bills?period=2026-10&state=ISSUED',
  );
  expect(figureLink('/customers/{id}', { id: 3 })).toBe('/customers/3');
  expect(figureLink('/find?q={q}', { q: 'a b&c' })).toBe('/find?q=a%20b%26c');
});

test('without what it is about there is no address: a sum of several months has no list of one', () => {
  expect(figureLink(TEMPLATE, { region_id: 7 })).toBeNull();
  expect(figureLink('/customers/{id}', {})).toBeNull();
});

test('of several templates the first that can be filled is taken', () => {
  const template = '/payments/{payment_id} | /bills/{bill_id}';
  expect(figureLink(template, { payment_id: 5, bill_id: 9 })).toBe('/payments/5');
  expect(figureLink(template, { payment_id: null, bill_id: 9 })).toBe('/bills/9');
  expect(figureLink(template, {})).toBeNull();
});
