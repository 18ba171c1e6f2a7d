import { groupsOf } from './row-groups';

const rows = [
  { bank: 'Bank Sultra', id: 1, day: 1 },
  { bank: 'Bank Sultra', id: 1, day: 2 },
  { bank: 'Bank Sultra', id: 2, day: 1 },
];
const days = (apart: string | null) =>
  groupsOf(rows, 'bank', apart).map((group) => group.rows.map(({ row, number }) => [row.day, number]));

test('two of one name are two groups, as on paper', () => {
  expect(days('id')).toEqual([
    [
      [1, 1],
      [2, 2],
    ],
    [[1, 3]],
  ]);
  expect(days(null)).toHaveLength(1);
});

test('a report without groups is one', () => {
  expect(groupsOf(rows, null, null)).toHaveLength(1);
});
