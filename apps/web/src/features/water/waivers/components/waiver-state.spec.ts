import { daysOf, waiverStateOn } from './waiver-state';

const programme = {
  status: 'APPROVED',
  valid_from: '2026-12-10',
  valid_to: '2026-12-20',
  last_day: '2026-12-20',
  revoked: false,
} as const;

it.each([
  ['2026-12-09', 'COMING'],
  ['2026-12-10', 'RUNNING'],
  ['2026-12-20', 'RUNNING'],
  ['2026-12-21', 'OVER'],
] as const)('on %s it is %s', (today, state) => {
  expect(waiverStateOn(programme, today)).toBe(state);
});

it('one that is revoked while it runs ends with that day', () => {
  const revoked = { ...programme, revoked: true, last_day: '2026-12-12' };
  expect(waiverStateOn(revoked, '2026-12-12')).toBe('RUNNING');
  expect(waiverStateOn(revoked, '2026-12-13')).toBe('REVOKED');
  expect(daysOf(revoked)).toEqual(['2026-12-10', '2026-12-12']);
});

it('one that is revoked before its first day never comes, and its days are not turned around', () => {
  const revoked = { ...programme, revoked: true, last_day: '2026-11-29' };
  expect(waiverStateOn(revoked, '2026-11-29')).toBe('REVOKED');
  expect(daysOf(revoked)).toEqual(['2026-12-10', '2026-12-20']);
});

it('what was not agreed to is what became of the request', () => {
  expect(waiverStateOn({ ...programme, status: 'REJECTED' }, '2026-12-15')).toBe('REJECTED');
});
