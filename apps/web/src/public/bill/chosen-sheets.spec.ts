import { amountsOf, chosenCount, chosenSearch, countAfterTick } from './chosen-sheets';

test.each([
  [null, 3, 3],
  ['2', 3, 2],
  ['0', 3, 1],
  ['9', 3, 3],
  ['-1', 3, 3],
  ['1e9', 3, 3],
  ['2', 1, 1],
])('?lembar=%s of %d sheets pays %d', (param, open, expected) => {
  expect(chosenCount(param, open)).toBe(expected);
});

test('a tick takes older sheets along, clearing drops newer ones, the oldest stays', () => {
  expect(countAfterTick(2, true)).toBe(3);
  expect(countAfterTick(2, false)).toBe(2);
  expect(countAfterTick(0, false)).toBe(1);
});

test('stamp duty goes by the chosen sheets, strictly above five million', () => {
  const sheets = [{ total: 5_000_000 }, { total: 1 }];
  expect(amountsOf(sheets, 1)).toEqual({ billAmount: 5_000_000, stampDuty: 0, payable: 5_000_000 });
  expect(amountsOf(sheets, 2)).toEqual({ billAmount: 5_000_001, stampDuty: 10_000, payable: 5_010_001 });
});

test('the address survives a round trip', () => {
  for (const count of [1, 2, 3]) {
    expect(chosenCount(new URLSearchParams(chosenSearch(count, 3)).get('lembar'), 3)).toBe(count);
  }
});
