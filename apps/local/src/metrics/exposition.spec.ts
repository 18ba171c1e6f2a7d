import { exposition } from './exposition';

test('is what Prometheus reads: help, type, a line a value, labels in quotes', () => {
  const figures = new Map<
    { name: string; help: string },
    { labels: Record<string, string>; value: number }[]
  >([
    [
      { name: 'a_calls', help: 'Calls' },
      [
        { labels: { bank: 'BANK "X"\n\\' }, value: 3 },
        { labels: {}, value: 0.25 },
      ],
    ],
    [{ name: 'b_none', help: 'Nothing yet' }, []],
  ]);
  expect(exposition(figures)).toBe(
    [
      '# HELP a_calls Calls',
      '# TYPE a_calls gauge',
      'a_calls{bank="BANK \\"X\\"\\n\\\\"} 3',
      'a_calls 0.25',
      '# HELP b_none Nothing yet',
      '# TYPE b_none gauge',
      '',
    ].join('\n'),
  );
});
