import type { TakenStopDto } from '@tirtapay/api-client';
import type { KeptStand } from '../api/device-store';
import type { Typed } from './stand-entry';
import {
  basisOf,
  isReadAnyway,
  isStale,
  keptOf,
  mayPutRight,
  rescueText,
  usageHint,
  waysToOther,
  withKept,
} from './walk-law';

const stop: TakenStopDto = {
  customer_id: 7,
  customer_number: '010203000046',
  name: 'Ibu Sari',
  address: 'Jl. Melati 10',
  meter_serial: 'M-1',
  state: 'UNREAD',
  reading_id: null,
  usage_m3: null,
  severity: null,
  has_photo: false,
  instruction: null,
  meter: { digits: 4, installed_stand: 0 },
  previous: { stand: 100, lowest_stand: 100, period: '2025-11', usage_m3: 10 },
  replacement: null,
  history: ['2025-11', '2025-10', '2025-09'].map((period) => ({
    period,
    usage_m3: 10,
    method: 'ACTUAL',
    days: 30,
  })),
};
const round = {
  route: { id: 1, code: '0001', name: 'Jalur', region_name: 'Wilayah' },
  period: '2025-12',
  taken_at: '2025-12-20T08:00:00+08:00',
  stops: [stop],
  cut: false,
};
const kept = (change: Partial<KeptStand> = {}): KeptStand => ({
  client_id: 'a',
  by: { id: 3, name: 'Rudi' },
  name: 'Ibu Sari',
  entry: {
    customer_number: '010203000046',
    period: '2025-12',
    condition_code: 'NORMAL',
    rollover: false,
    current_stand: 112,
  },
  note: '',
  read_at: '2025-12-20T09:00:00+08:00',
  photo: null,
  reading_id: null,
  refusal: null,
  ...change,
});
const typed = (change: Partial<Typed>): Typed => ({
  stand: '',
  condition: 'NORMAL',
  rollover: false,
  ...change,
});
const hint = (change: Partial<Typed>, of: Partial<TakenStopDto> = {}) =>
  usageHint(basisOf({ ...stop, ...of }, round), typed(change));

test.each([
  [110, { usage: 10, strange: null }],
  [121, { usage: 21, strange: 'HIGH' }],
  [120, { usage: 20, strange: null }],
  [104, { usage: 4, strange: 'LOW' }],
])('a stand of %d is seen beside what is usual', (stand, expected) => {
  expect(hint({ stand })).toEqual(expected);
});

test('a lower stand says nothing until a person says that the meter went round', () => {
  expect(hint({ stand: 3 })).toBeNull();
  expect(
    hint(
      { stand: 3, rollover: true },
      { previous: { ...stop.previous, stand: 9_990, lowest_stand: 9_990 } as never },
    ),
  ).toEqual({
    usage: 13,
    strange: null,
  });
});

test('an exchange counts over both meters', () => {
  const replacement = { replaced_on: '2025-12-10', removed_stand: 106, installed_stand: 2 };
  expect(hint({ stand: 8 }, { replacement })).toEqual({ usage: 12, strange: null });
});

test('nothing is said of a meter nobody can read, nor of one that was never read', () => {
  expect(hint({ stand: 110, condition: 'TERKUNCI' })).toBeNull();
  expect(hint({ stand: 500 }, { history: [] })).toEqual({ usage: 400, strange: null });
});

test('what waits on the device is done on the route, also on one that is taken along anew', () => {
  expect(withKept(round, [kept()]).stops.map(({ state }) => state)).toEqual(['RECORDED']);
  expect(keptOf([kept()], stop, { period: '2026-01' })).toBeUndefined();
});

test('only whoever read it puts right what the server does not have', () => {
  const [rudi, sari] = [
    { id: 3, name: 'Rudi' },
    { id: 4, name: 'Sari' },
  ];
  expect([
    mayPutRight(kept(), rudi),
    mayPutRight(kept(), sari),
    mayPutRight(kept({ reading_id: 9 }), rudi),
  ]).toEqual([true, false, false]);
});

test('a house that the server has read already is not open again when a second stand of it is thrown away', () => {
  const refused = (code: string) => kept({ refusal: { code, title: '', detail: '' } });
  expect([kept(), refused('reading.negative'), refused('reading.duplicate')].map(isReadAnyway)).toEqual([
    false,
    false,
    true,
  ]);
});

test('a reading that waits is sent back, one that was verified is corrected', () => {
  const refused = (existing: object) =>
    waysToOther(kept({ refusal: { code: 'reading.duplicate', title: '', detail: '', ...existing } }));
  expect([
    refused({ existing_status: 'RECORDED' }),
    refused({ existing_status: 'VERIFIED' }),
    refused({}),
  ]).toEqual([
    { sendBack: true, correct: false },
    { sendBack: false, correct: true },
    { sendBack: true, correct: true },
  ]);
});

test('a route of before the weekend is old', () => {
  const taken = { by: { id: 3, name: 'Rudi' }, round };
  const at = Date.parse(round.taken_at);
  expect([isStale(taken, at + 3 * 86_400_000), isStale(taken, at + 3 * 86_400_000 + 1)]).toEqual([
    false,
    true,
  ]);
  // A clock that is four days ahead was so when it was taken.
  const ahead = at + 4 * 86_400_000;
  expect(isStale({ ...taken, kept_at: ahead }, ahead + 1)).toBe(false);
});

test('the file is what the sheet of readings takes', () => {
  const { customer_number, period, rollover } = kept().entry;
  expect(
    rescueText(
      [
        kept({ note: 'pagar\tdikunci\nanjing' }),
        kept({ reading_id: 9 }),
        kept({
          note: 'x'.repeat(500),
          entry: { customer_number, period, rollover, condition_code: 'TERKUNCI' },
        }),
      ],
      ({ by }) => `dibaca ${by.name}`,
    ),
  ).toBe(
    `010203000046\t112\tNORMAL\tdibaca Rudi. pagar dikunci anjing\n010203000046\t\tTERKUNCI\tdibaca Rudi. ${'x'.repeat(487)}`,
  );
});
