import type { BankDto } from '@tirtapay/api-client';
import { addressRow, changeOf, stepsOf, typedAddresses, valuesOf } from './settings-values';

const BANK: BankDto = {
  id: 1,
  code: 'SULTRA',
  name: 'Bank Sultra',
  active: true,
  environment: 'SANDBOX',
  admin_fee: 2500,
  qris_admin_fee: 0,
  allowed_cidrs: ['203.0.113.0/28'],
  rate_limit_per_second: 50,
  cutoff_start: '23:00',
  cutoff_end: '23:59',
  va_prefix: '13501',
  channels: ['TELLER', 'VA'],
  instructions: {
    ATM: { en: ['Insert card', 'Choose Pay'], id: ['Masukkan kartu', 'Pilih Bayar'] },
  },
  keys: [],
  snap_partners: [],
  version: 3,
};

test('a form that was only opened asks for nothing', () => {
  expect(changeOf(BANK, valuesOf(BANK))).toEqual({});
});

test('only what differs is asked for', () => {
  const values = valuesOf(BANK);
  expect(changeOf(BANK, { ...values, admin_fee: 3000 })).toEqual({ admin_fee: 3000 });
  const more = { ...values, addresses: [...values.addresses, addressRow(), addressRow(' 198.51.100.7 ')] };
  expect(changeOf(BANK, more)).toEqual({ allowed_cidrs: ['203.0.113.0/28', '198.51.100.7'] });
  expect(typedAddresses(more)).toHaveLength(2);
});

test('a cut-off changes as a whole and is taken away by null', () => {
  const values = valuesOf(BANK);
  expect(changeOf(BANK, { ...values, cutoff_end: '00:30' })).toEqual({
    cutoff_start: '23:00',
    cutoff_end: '00:30',
  });
  expect(changeOf(BANK, { ...values, closes: false })).toEqual({ cutoff_start: null, cutoff_end: null });
  expect(changeOf(BANK, { ...values, va_prefix: ' ' })).toEqual({ va_prefix: null });
});

test('ticking channels off and on again changes nothing', () => {
  const values = valuesOf(BANK);
  expect(changeOf(BANK, { ...values, channels: ['VA', 'TELLER'] })).toEqual({});
  expect(changeOf(BANK, { ...values, channels: ['VA', 'QRIS'] })).toEqual({ channels: ['VA', 'QRIS'] });
});

test('instructions go as a whole, without the channels that say nothing', () => {
  const values = valuesOf(BANK);
  values.instructions.QRIS = { id: 'Pindai\n\n  Bayar ', en: 'Scan\nPay' };
  expect(changeOf(BANK, values).instructions).toEqual({
    ATM: BANK.instructions.ATM,
    QRIS: { id: ['Pindai', 'Bayar'], en: ['Scan', 'Pay'] },
  });
  values.instructions.ATM = { id: '', en: ' ' };
  expect(Object.keys(changeOf(BANK, values).instructions ?? {})).toEqual(['QRIS']);
});

test('a step is a line that says something', () => {
  expect(stepsOf(' satu \n\n\tdua\n')).toEqual(['satu', 'dua']);
});
