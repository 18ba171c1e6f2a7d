import { draftOf, isWork } from './walk-draft';

const empty = draftOf(undefined);

test.each([
  [{}, false],
  [{ note: ' ' }, false],
  [{ note: 'anjing' }, true],
  [{ photo: new Blob(['x']) }, true],
  [{ typed: { ...empty.typed, stand: 0 } }, true],
  [{ typed: { ...empty.typed, condition: 'TERKUNCI' as const } }, true],
])('%j is work: %s', (change, work) => {
  expect(isWork({ ...empty, ...change })).toBe(work);
});
