import type { BankConnectionDto } from '@tirtapay/api-client';
import { changeOf, missingFields, numberProblems, valuesOf } from './connection-values';

const CONNECTION: BankConnectionDto = {
  base_url: 'https://api.bank.example/snap',
  client_key: 'tirta',
  partner_id: 'tirta',
  channel_id: '95051',
  partner_service_id: '13501',
  mode: 'ASYMMETRIC',
  merchant_id: null,
  terminal_id: 'A01',
  va_minutes: 120,
  qris_minutes: 15,
  methods: ['QRIS', 'VA'],
  active: false,
  has_secret: true,
  public_key: 'PEM',
  next_public_key: null,
};

it('asks for the whole of a connection, without what only the server knows', () => {
  const { merchant_id: _, has_secret: _has, public_key: _key, next_public_key: _next, ...rest } = CONNECTION;
  expect(changeOf(valuesOf(CONNECTION))).toEqual({ ...rest, methods: ['VA', 'QRIS'] });
});

it('takes away what was emptied, and spaces around what was pasted', () => {
  const values = { ...valuesOf(CONNECTION), base_url: ' https://b.example ', terminal_id: ' ', methods: [] };
  const change = changeOf(values);
  expect(change).toMatchObject({ base_url: 'https://b.example', methods: [] });
  expect(change).not.toHaveProperty('terminal_id');
});

it('of a bank that is not called yet begins empty, with the usual lives, and cannot be sent', () => {
  const values = valuesOf(null);
  expect(values).toMatchObject({ va_minutes: 1_440, qris_minutes: 30, active: true });
  expect(missingFields(values)).toEqual([
    'base_url',
    'client_key',
    'partner_id',
    'channel_id',
    'partner_service_id',
  ]);
  const typed = { ...valuesOf(CONNECTION), va_minutes: '', qris_minutes: '3,5' };
  expect(Object.keys(numberProblems(typed))).toEqual(['va_minutes', 'qris_minutes']);
});
