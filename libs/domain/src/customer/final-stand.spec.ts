import { finalStandRefusal } from './index';

const last = { stand: 240, ofThisMeter: true, estimated: false };
const closing = { finalStand: 240, installedStand: 100, waiting: false, last };

test('a meter goes with the stand that was read last, or with the one it began with', () => {
  expect(finalStandRefusal(closing)).toBeNull();
  expect(finalStandRefusal({ ...closing, last: null, finalStand: 100 })).toBeNull();
});

test.each([
  [{ waiting: true }, 'WAITING'],
  [{ finalStand: 241 }, 'UNREAD'],
  [{ finalStand: 239 }, 'UNREAD'],
  [{ last: null }, 'UNREAD'],
  [{ last: { ...last, estimated: true } }, 'ESTIMATED'],
  [{ last: { ...last, ofThisMeter: false } }, 'OTHER_METER'],
] as const)('%p is refused as %s', (change, refusal) => {
  expect(finalStandRefusal({ ...closing, ...change })).toBe(refusal);
});
