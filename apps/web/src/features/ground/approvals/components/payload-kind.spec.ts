import { payloadKind } from './payload-kind';

it.each([
  ['budget', 100_000, 'MONEY'],
  ['difference', -500, 'MONEY'],
  ['basis_points', 1_250, 'BASIS_POINTS'],
  ['mdr_ppm', 7_000, 'PPM'],
  ['valid_from', '2026-12-10', 'DAY'],
  ['valid_from', '2026-12', 'MONTH'],
  ['mode', 'PERCENT', 'WORD'],
  ['grace_days', 10, null],
  ['amount', 0.5, null],
  ['legal_basis', 'SK 12/2026', null],
  ['cap', null, null],
])('reads %s %p as %p', (name, value, kind) => {
  expect(payloadKind(name, value)).toBe(kind);
});
