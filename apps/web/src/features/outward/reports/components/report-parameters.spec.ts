import type { ReportSummaryDto } from '@tirtapay/api-client';
import { askedFor, strayIn } from './report-parameters';

const parameters: ReportSummaryDto['parameters'] = [
  { name: 'from', title: 'Dari periode', kind: 'PERIOD', optional: false, choices: [] },
  { name: 'to', title: 'Sampai periode', kind: 'PERIOD', optional: false, choices: [] },
  {
    name: 'region',
    title: 'Wilayah',
    kind: 'CHOICE',
    optional: true,
    choices: [{ value: '1', title: 'Kendari' }],
  },
];
const stray = (address: string) => strayIn(parameters, new URLSearchParams(address));

test.each([
  ['', []],
  ['from=2025-11&to=2025-12&region=1', []],
  ['region=', []],
  ['regoin=1', ['regoin: 1']],
  ['region=999', ['Wilayah: 999']],
  ['region=1&region=2', ['Wilayah: 1', 'Wilayah: 2']],
  ['from=2025-13', ['Dari periode: 2025-13']],
])('of %p nothing is left out unsaid', (address, expected) => {
  expect(stray(address)).toEqual(expected);
});

test('what is not said is the usual', () => {
  expect(askedFor(parameters, new URLSearchParams(), '2026-01-15')).toEqual({
    from: '2025-10',
    to: '2025-12',
    region: '',
  });
});
