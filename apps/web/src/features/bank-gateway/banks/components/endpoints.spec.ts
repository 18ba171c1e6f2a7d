import type { BankDto } from '@tirtapay/api-client';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENDPOINTS, endpointsOf } from './endpoints';

const { paths } = JSON.parse(
  readFileSync(join(__dirname, '../../../../../../../docs/openapi.json'), 'utf8'),
) as { paths: Record<string, Record<string, object> | undefined> };

test.each(ENDPOINTS)('the API answers $method $path', ({ method, path }) => {
  expect(paths[path]?.[method.toLowerCase()]).toBeDefined();
});

const bank = (keys: object[], partners: object[]) =>
  ({ keys, snap_partners: partners }) as unknown as BankDto;

test('a bank is told of the doors it holds keys to', () => {
  const doors = endpointsOf(bank([{ status: 'ACTIVE' }], [{ status: 'ACTIVE', mode: 'ASYMMETRIC' }]));
  expect(doors.native).toEqual(ENDPOINTS.filter(({ protocol }) => protocol === 'NATIVE'));
  const all = ENDPOINTS.filter(({ protocol }) => protocol === 'SNAP');
  expect(doors.snap).toEqual(all.filter(({ service }) => service !== '73'));
  expect(doors.snap.map(({ service }) => service)).toContain('24');
  const symmetric = endpointsOf(bank([], [{ status: 'ACTIVE', mode: 'SYMMETRIC' }]));
  expect([symmetric.native, symmetric.snap]).toEqual([[], all]);
});

test('a revoked key opens nothing', () => {
  const { native, snap } = endpointsOf(bank([{ status: 'REVOKED' }], [{ status: 'REVOKED' }]));
  expect([native, snap]).toEqual([[], []]);
});
