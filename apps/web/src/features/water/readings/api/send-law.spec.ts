import { ApiProblem } from '../../../../lib/api-problem';
import { clockIsOff, outcomeOf } from './send-law';

const refused = (status: number, pointer = '', code = '') =>
  new ApiProblem(
    status,
    'request.invalid',
    '',
    '',
    undefined,
    [{ pointer, code, message: '' }],
    undefined,
    {},
  );

test.each([
  ['/read_at', 'not_a_past_instant', true],
  ['/read_at', 'differs', true],
  ['/read_at', 'meter_unclear', false],
  ['/read_at', 'before_last_reading', false],
  ['/read_at', 'before_installation', false],
  ['/read_at', 'before_period', false],
  ['/current_stand', 'differs', false],
])('%s %s: sent as read now is %s', (pointer, code, now) => {
  expect(clockIsOff(refused(422, pointer, code))).toBe(now);
});

test.each([
  [0, 'AWAY'],
  [500, 'FAILED'],
  [503, 'FAILED'],
  [401, 'WAITS'],
  [403, 'WAITS'],
  [408, 'WAITS'],
  [429, 'WAITS'],
  [409, 'REFUSED'],
  [422, 'REFUSED'],
])('%d: %s', (status, outcome) => {
  expect(outcomeOf(refused(status))).toBe(outcome);
});

test('what is no answer at all is no refusal', () => {
  expect(outcomeOf(new Error('no signal'))).toBe('AWAY');
});
