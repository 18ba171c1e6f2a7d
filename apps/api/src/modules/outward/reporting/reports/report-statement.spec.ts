import { average, count, percent, rupiah, text } from './columns';
import { grouped, sumsOf, withRatios } from './report-figures';
import { bound } from './report-statement';
import { groupedDecimal } from './report-words';

test('names become numbers, one for each type they are wanted as; other casts and times of day do not', () => {
  const { sql, values } = bound(
    "SELECT a::date, '08:00' FROM b WHERE c = :one AND d >= :two::date AND (:two IS NULL OR f = :three::bigint) AND e = :one AND g < :two::date",
    { one: 'x', two: null, three: '7', four: 'y' },
  );
  expect(sql).toBe(
    "SELECT a::date, '08:00' FROM b WHERE c = $1::text AND d >= $2::date AND ($3::text IS NULL OR f = $4::bigint) AND e = $1::text AND g < $2::date",
  );
  expect(values).toEqual(['x', null, null, '7']);
  expect(() => bound('SELECT :nobody', {})).toThrow(':nobody');
});

const COLUMNS = [
  text('region', 'Wilayah', 'Region'),
  count('bills', 'Lembar', 'Bills'),
  rupiah('paid', 'Dibayar', 'Paid'),
  rupiah('billed', 'Ditagih', 'Billed'),
  percent('rate', '%', '%', { of: 'paid', per: 'billed' }),
  average('each', 'Rata-rata', 'Average', { of: 'billed', per: 'bills' }),
];
const ROWS = [
  { region: 'A', bills: 1, paid: 100, billed: 300 },
  { region: 'A', bills: 2, paid: 200, billed: 300 },
  { region: 'B', bills: 0, paid: 0, billed: 0 },
];

test('a ratio below is that of the sums, never the sum of ratios; of nothing it is nothing', () => {
  expect(withRatios(COLUMNS, ROWS[0] ?? {})).toMatchObject({ rate: 33.33, each: 300 });
  expect(withRatios(COLUMNS, ROWS[2] ?? {})).toMatchObject({ rate: null, each: null });
  expect(sumsOf(COLUMNS, ROWS)).toEqual({ bills: 3, paid: 300, billed: 600, rate: 50, each: 200 });
});

test('rows of one value stand together, and the sums of the groups are the sum of all', () => {
  const groups = grouped(COLUMNS, ROWS, 'region');
  expect(groups.map(({ name, rows, sums }) => [name, rows.length, sums.paid])).toEqual([
    ['A', 2, 300],
    ['B', 1, 0],
  ]);
});

test('two of one name are two groups where a column tells them apart', () => {
  const rows = ROWS.map((row, id) => ({ ...row, region: 'A', id }));
  expect(grouped(COLUMNS, rows, 'region').map(({ sums }) => sums.paid)).toEqual([300]);
  expect(grouped(COLUMNS, rows, 'region', 'id').map(({ name, sums }) => [name, sums.paid])).toEqual([
    ['A', 100],
    ['A', 200],
    ['A', 0],
  ]);
});

test('an average is grouped on paper, and never a zero with a sign', () => {
  expect(groupedDecimal(114_217.05)).toBe('114.217,05');
  expect(groupedDecimal(-1_234.5)).toBe('-1.234,50');
  expect(groupedDecimal(-0.001)).toBe('0,00');
});
