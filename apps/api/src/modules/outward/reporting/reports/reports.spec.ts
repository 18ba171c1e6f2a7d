import { REPORTS } from './reports';

/** How far a report reaches, by what its range counts; null: as far as anybody asks. */
const reach = (key: string, unit: 'days' | 'periods'): number | null => {
  const longest = REPORTS.find((report) => report.key === key)?.longest as Record<string, number> | undefined;
  return longest?.[unit] ?? null;
};

test('no figure opens a report that refuses the range of its own', () => {
  const refused = REPORTS.flatMap(({ key, columns, opens = '' }) =>
    [opens, ...columns.map(({ link = '' }) => link)].flatMap((links) =>
      links.split(' | ').flatMap((link) => {
        const [, opened] = /^\/reports\/([a-z-]+)\?.*\bfrom=\{from\}/.exec(link) ?? [];
        if (opened === undefined) return [];
        return (['days', 'periods'] as const).flatMap((unit) => {
          const theirs = reach(opened, unit);
          return theirs !== null && (reach(key, unit) ?? Infinity) > theirs
            ? [`${key} → ${opened}: at most ${String(theirs)} ${unit}`]
            : [];
        });
      }),
    ),
  );
  expect(refused).toEqual([]);
});

test.each(REPORTS.map((report) => [report.key, report] as const))(
  '%s: no two columns have one name',
  (_key, { columns }) => {
    for (const language of ['id', 'en'] as const) {
      const titles = columns.map(({ title }) => title[language]);
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    }
  },
);

test('a total that is no sum comes from a column of the statement, and never stands below a group', () => {
  const wrong = REPORTS.filter(({ columns, hidden = [], groupBy }) =>
    columns.some(({ whole }) => whole !== undefined && (!hidden.includes(whole) || groupBy !== undefined)),
  );
  expect(wrong.map(({ key }) => key)).toEqual([]);
});
