import type { BankStatusDto } from '@tirtapay/api-client';
import { findingsOf } from './findings';

const QUIET: BankStatusDto = {
  light: 'GREEN',
  last_success_at: '2026-01-15T09:30:00+08:00',
  calls_15m: 40,
  errors_15m: 0,
  refused_15m: 0,
  last_refused_at: null,
  only_refused: false,
  error_percent: 0,
  p95_ms: 12,
  outbound: { state: 'CLOSED', last_success_at: null },
  keys_expiring: 0,
  open_webhooks: 0,
  dead_webhooks: 0,
};

test('a healthy bank gives nothing to look at', () => {
  expect(findingsOf(true, QUIET)).toEqual([]);
});

test('the most urgent comes first', () => {
  const found = findingsOf(true, {
    ...QUIET,
    errors_15m: 3,
    error_percent: 7.5,
    outbound: { state: 'OPEN', last_success_at: null },
    keys_expiring: 1,
    dead_webhooks: 2,
    open_webhooks: 4,
  });
  expect(found).toEqual([
    { kind: 'outboundOpen' },
    { kind: 'errors', fraction: 0.075 },
    { kind: 'dead', count: 2 },
    { kind: 'open', count: 4 },
    { kind: 'expiring', count: 1 },
  ]);
});

test('refusals at the door are something to look at until a call got in', () => {
  const refused = { ...QUIET, refused_15m: 5, last_refused_at: '2026-01-15T09:31:00+08:00' };
  expect(findingsOf(true, refused)).toEqual([]);
  expect(findingsOf(true, { ...refused, only_refused: true })).toEqual([{ kind: 'refused', count: 5 }]);
});

test('a bank that was never heard of says so, a bank switched off says only that', () => {
  const silent: BankStatusDto = {
    ...QUIET,
    light: 'GREY',
    last_success_at: null,
    calls_15m: 0,
    p95_ms: null,
  };
  expect(findingsOf(true, silent)).toEqual([{ kind: 'neverCalled' }]);
  expect(findingsOf(false, silent)).toEqual([{ kind: 'inactive' }]);
});
