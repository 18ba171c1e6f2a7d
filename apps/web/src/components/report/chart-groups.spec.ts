import { chartGroups } from './chart-groups';

const CHART = { by: 'day', of: ['paid', 'billed'] };
const ROWS = [
  { day: '2026-01-01', bank: 'A', paid: 10, billed: 20 },
  { day: '2026-01-01', bank: 'B', paid: 1, billed: null },
  { day: '2026-01-02', bank: 'A', paid: 5, billed: 6 },
];

test('rows of one label are one column, in their order', () => {
  expect(chartGroups({ chart: CHART, rows: ROWS, row_count: 3 })).toEqual([
    { key: '2026-01-01', values: [11, 20] },
    { key: '2026-01-02', values: [5, 6] },
  ]);
});

test('of a report that is shown in part nothing is drawn: the last days would be missing', () => {
  expect(chartGroups({ chart: CHART, rows: ROWS, row_count: 1_001 })).toEqual([]);
  expect(chartGroups({ chart: null, rows: ROWS, row_count: 3 })).toEqual([]);
});
