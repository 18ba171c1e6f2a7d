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
