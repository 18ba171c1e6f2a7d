import { ApiProblem } from '../../../../lib/api-problem';
import { clockIsOff, waits } from './send-law';

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

test('what says nothing of the stand waits, what is refused does not', () => {
  expect(
    [new Error('no signal'), ...[500, 401, 408, 429, 409, 422].map((status) => refused(status))].map(waits),
  ).toEqual([true, true, true, true, true, false, false]);
});
