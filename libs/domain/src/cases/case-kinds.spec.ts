import { answerBy } from '../dispute';
import { addDays, businessDate } from '../time';
import { CASE_DAYS, caseDueAt, closesByItself } from './index';

test('every kind has whole days, and a doubt those its ticket promises', () => {
  for (const days of Object.values(CASE_DAYS)) expect(days).toBeGreaterThanOrEqual(1);
  const opened = new Date('2026-01-10T01:00:00Z');
  expect(caseDueAt('DISPUTE', opened).toISOString()).toBe('2026-01-24T01:00:00.000Z');
  expect(caseDueAt('WEBHOOK_DEAD', opened).toISOString()).toBe('2026-01-13T01:00:00.000Z');
  const day = businessDate('2026-01-10');
  expect(addDays(day, CASE_DAYS.DISPUTE ?? 0)).toBe(answerBy(day));
});

test('only a doubt is not closed by hand', () => {
  expect(closesByItself('DISPUTE')).toBe(true);
  expect(Object.keys(CASE_DAYS).filter(closesByItself)).toEqual(['DISPUTE', 'SALE_NOT_HANDED_BACK']);
});
