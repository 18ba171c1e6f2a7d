import type { PpobPriceDto, PpobServiceDto } from '@tirtapay/api-client';
import { PPOB_SERVICES, variantOf, type PpobServiceCode } from '@tirtapay/domain';
import { offersFor, operatorOf } from './offers';
import { matchingServices } from './service-search';

const service = (code: PpobServiceCode): PpobServiceDto => ({
  service_code: code,
  name: PPOB_SERVICES[code].name,
  admin_fee: 1_000,
  active: true,
  version: 1,
  fields: PPOB_SERVICES[code].fields.map(({ name, kind, label }) => ({ name, kind, label: label.id })),
  priced_by: PPOB_SERVICES[code].pricing.by,
  variant_of: [...variantOf(PPOB_SERVICES[code])],
  delivers: null,
});
const price = (code: PpobServiceCode, variant: string, amount: number | null): PpobPriceDto => ({
  service_code: code,
  variant,
  price: amount,
  admin_fee: 1_000,
});

const PRICES = [
  price('PULSA', 'TELKOMSEL', 50_000),
  price('PULSA', 'TELKOMSEL', 10_000),
  price('PULSA', 'XL', 25_000),
  price('PAKET_DATA', 'TELKOMSEL/10GB', 50_000),
  price('PAKET_DATA', 'XL/25GB', 95_000),
  price('MUSIK', 'Premium/1 Bulan', 50_000),
  price('MUSIK', 'Premium/3 Bulan', 145_000),
  price('MUSIK', 'Dasar/1 Bulan', 20_000),
  price('PLN', '', 20_000),
  price('PGN', '', null),
];

describe('what the price list offers for a field', () => {
  test.each([
    ['PULSA', 'nominal', { nomor_hp: '+62 812-3456-7890' }, ['10000', '50000']],
    ['PULSA', 'nominal', { nomor_hp: '0817' }, []],
    ['PULSA', 'nomor_hp', {}, null],
    ['PAKET_DATA', 'paket_data', { nomor_hp: '081712345678' }, ['25GB']],
    ['MUSIK', 'paket', {}, ['Premium', 'Dasar']],
    ['MUSIK', 'periode', { paket: 'Premium' }, ['1 Bulan', '3 Bulan']],
    ['MUSIK', 'periode', { paket: 'Dasar' }, ['1 Bulan']],
    ['PLN', 'nominal', {}, ['20000']],
    ['PGN', 'periode', {}, null],
  ] as const)('%s %s after %j', (code, name, filled, offered) => {
    expect(offersFor(service(code), PRICES, name, filled)).toEqual(offered);
  });

  test('an operator is that of a whole number only', () => {
    expect(operatorOf({ nomor_hp: '081234567890' })).toBe('TELKOMSEL');
    expect(operatorOf({ nomor_hp: '0812' })).toBe('');
    expect(operatorOf({})).toBe('');
  });
});

describe('a service is found', () => {
  const ALL = (['PAJAK', 'PLN', 'PDAM', 'PULSA'] as const).map(service);
  test.each([
    ['', ['PAJAK', 'PLN', 'PDAM', 'PULSA']],
    ['2', ['PLN']],
    ['listrik', ['PLN']],
    ['PULS', ['PULSA']],
    ['pln_prabayar', ['PLN']],
    ['p', ['PAJAK', 'PLN', 'PDAM', 'PULSA']],
    ['kopi', []],
  ])('by %j', (typed, found) => {
    expect(matchingServices(ALL, typed).map(({ service_code: code }) => code)).toEqual(found);
  });
});
