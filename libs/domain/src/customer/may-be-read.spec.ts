import fc from 'fast-check';
import { CUSTOMER_STATES, type CustomerState } from './customer-state';
import { mayBeRead, READ_STATES } from './may-be-read';

const SHUT_OFF = Date.UTC(2026, 0, 10, 2);
const before = { readAt: SHUT_OFF - 1, askedAgain: false };
const after = { readAt: SHUT_OFF, askedAgain: false };

it.each<[CustomerState, number | null, boolean, boolean, boolean]>([
  // state, shut off at, taken before that, taken after that, asked for again
  ['AKTIF', null, true, true, true],
  ['AKTIF', SHUT_OFF, true, true, true],
  ['SEGEL', SHUT_OFF, true, false, true],
  ['SEGEL', null, false, false, true],
  ['NONAKTIF', SHUT_OFF, true, false, true],
  ['NONAKTIF', null, false, false, true],
  ['CALON', null, false, false, false],
  ['CALON', SHUT_OFF, false, false, false],
])('%s, water shut off at %p: before %p, after %p, again %p', (state, servedUntil, early, late, again) => {
  const connection = { state, servedUntil };
  expect(mayBeRead(connection, before)).toBe(early);
  expect(mayBeRead(connection, after)).toBe(late);
  expect(mayBeRead(connection, { ...after, askedAgain: true })).toBe(again);
});

it('takes no stand of the time behind a seal unless it was asked for again', () => {
  const states = CUSTOMER_STATES.filter((state) => !READ_STATES.includes(state));
  fc.assert(
    fc.property(fc.constantFrom(...states), fc.nat(), fc.nat(), (state, servedUntil, later) => {
      expect(mayBeRead({ state, servedUntil }, { readAt: servedUntil + later, askedAgain: false })).toBe(
        false,
      );
    }),
  );
});
