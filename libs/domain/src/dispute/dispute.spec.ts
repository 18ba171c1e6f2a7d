import { businessDate } from '../time';
import { answerBy, checkBy, disputeReasons, disputeRefusal, holdLapsesOn, prolongedHold } from './index';

const doubt = { state: 'ISSUED', source: 'PUBLIC', open: false, answered: 0 } as const;

test('an issued or paid bill may be doubted, one doubt at a time, from the public page once', () => {
  expect(disputeRefusal(doubt)).toBeNull();
  expect(disputeRefusal({ ...doubt, state: 'PAID' })).toBeNull();
  for (const state of ['DRAFT', 'CANCELLED', 'REPLACED_BY'] as const)
    expect(disputeRefusal({ ...doubt, state })).toBe('NOT_ISSUED');
  expect(disputeRefusal({ ...doubt, open: true })).toBe('OPEN_ALREADY');
  expect(disputeRefusal({ ...doubt, answered: 1 })).toBe('HEARD');
  expect(disputeRefusal({ ...doubt, answered: 1, source: 'OFFICE' })).toBeNull();
});

test('the answer is promised within two weeks, the reader comes before it, and never yesterday', () => {
  const answer = answerBy(businessDate('2026-01-10'));
  expect(answer).toBe('2026-01-24');
  expect(checkBy(businessDate('2026-01-10'), answer)).toBe('2026-01-15');
  expect(checkBy(businessDate('2026-01-22'), answer)).toBe('2026-01-24');
  expect(checkBy(businessDate('2026-01-30'), answer)).toBe('2026-01-30');
});

test('what the office writes down stands still for twice the promised time, what a customer asks until he is answered', () => {
  const answer = answerBy(businessDate('2026-01-10'));
  expect(holdLapsesOn('OFFICE', answer)).toBe('2026-02-07');
  expect(holdLapsesOn('PUBLIC', answer)).toBeNull();
});

test('a second person gives two weeks more, counted from today when the time is over', () => {
  const lapses = businessDate('2026-02-07');
  expect(prolongedHold(lapses, businessDate('2026-02-01'))).toBe('2026-02-21');
  expect(prolongedHold(lapses, businessDate('2026-03-01'))).toBe('2026-03-15');
});

test('of what is no water nobody doubts a stand', () => {
  expect(disputeReasons(true)[0]).toBe('USAGE');
  expect(disputeReasons(false)).toEqual(['OTHER', 'PENALTY']);
});
