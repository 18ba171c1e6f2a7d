import fc from 'fast-check';
import { composeBill } from '../billing';
import { rupiah } from '../money';
import type { TariffVersion } from '../tariff';
import { addDays, businessDate, businessDateOf, period, type Period } from '../time';
import { monthEnds } from './month-ends';
import { settleGap, type ChainedReading } from './settle-gap';
import { spreadStands } from './spread-stands';

const zoneDay = (epochMs: number) => businessDateOf(epochMs, 'Asia/Makassar');
const day = businessDate;

const HALSEL: TariffVersion = {
  code: 'HALSEL-RT1',
  legalBasis: 'Kepbup 186/2022',
  validFrom: period('2022-01'),
  blocks: [
    { lower: 0, upper: 10, rate: rupiah(2_000) },
    { lower: 10, upper: 20, rate: rupiah(2_500) },
    { lower: 20, upper: 30, rate: rupiah(3_000) },
    { lower: 30, upper: null, rate: rupiah(4_000) },
  ],
  fixedCharges: [{ code: 'ABONEMEN', label: 'Abonemen', meterSizeMm: null, amount: rupiah(10_000) }],
  minimum: { kind: 'NONE' },
};

const bill = (usage: number, month: Period) =>
  composeBill({ usage, version: HALSEL, meterSizeMm: 15, period: month }).total;

const reading = (
  id: number,
  month: string,
  method: ChainedReading['method'],
  stands: readonly [number, number],
  readOn: string,
): ChainedReading => ({
  id,
  period: period(month),
  method,
  previousStand: stands[0],
  currentStand: stands[1],
  meterId: 1,
  broken: false,
  readOn: day(readOn),
});

const truth = (month: string, currentStand: number, readOn: string) => ({
  id: 99,
  period: period(month),
  currentStand,
  meterId: 1,
  broken: false,
  readOn: day(readOn),
});

describe('a true stand settles what lies before it', () => {
  const estimates = [
    reading(1, '2025-08', 'ACTUAL', [0, 100], '2025-08-26'),
    reading(2, '2025-09', 'ESTIMATED', [100, 110], '2025-09-25'),
    reading(3, '2025-10', 'ESTIMATED', [110, 120], '2025-10-25'),
    reading(4, '2025-11', 'ESTIMATED', [120, 130], '2025-11-24'),
  ];

  it('spreads 120 m³ over three estimates of 10 and its own month: Rp340.000 less Rp90.000 are Rp250.000', () => {
    const gap = settleGap({
      chain: estimates,
      reading: truth('2025-12', 220, '2025-12-24'),
      sealed: [],
      zoneDay,
    });
    expect(gap?.months.map(({ period: month, replaces, usage }) => [month, replaces, usage])).toEqual([
      ['2025-09', 2, 30],
      ['2025-10', 3, 30],
      ['2025-11', 4, 30],
    ]);
    expect(gap?.own).toMatchObject({ previousStand: 190, currentStand: 220, usage: 30 });
    const owed = [30, 30, 30, 30].map((usage) => bill(usage, period('2025-12')));
    const billed = [10, 10, 10].map((usage) => bill(usage, period('2025-09')));
    const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
    expect([sum(owed), sum(billed), sum(owed) - sum(billed)]).toEqual([340_000, 90_000, 250_000]);
  });

  it('goes down as well as up, and never below nothing', () => {
    const gap = settleGap({
      chain: estimates,
      reading: truth('2025-12', 108, '2025-12-24'),
      sealed: [],
      zoneDay,
    });
    expect(gap?.months.map(({ usage }) => usage)).toEqual([2, 2, 2]);
    expect(gap?.own.usage).toBe(2);
  });

  it('prices 45 m³ of a quarter as three months of 15', () => {
    const gap = settleGap({
      chain: [reading(1, '2025-09', 'ACTUAL', [0, 100], '2025-09-25')],
      reading: truth('2025-12', 145, '2025-12-25'),
      sealed: [],
      zoneDay,
    });
    expect(
      gap?.months.map(({ period: month, replaces, usage, readOn }) => [month, replaces, usage, readOn]),
    ).toEqual([
      ['2025-10', null, 15, '2025-10-25'],
      ['2025-11', null, 15, '2025-11-25'],
    ]);
    expect(gap?.own.usage).toBe(15);
  });

  it('does not miss a month that ended sealed: nobody was to read it', () => {
    const sealed = [
      { from: Date.parse('2025-09-30T10:00:00+08:00'), to: Date.parse('2025-11-02T10:00:00+08:00') },
    ];
    const gap = settleGap({
      chain: [reading(1, '2025-09', 'ACTUAL', [0, 100], '2025-09-25')],
      reading: truth('2025-12', 145, '2025-12-25'),
      sealed,
      zoneDay,
    });
    expect(gap?.months.map(({ period: month }) => month)).toEqual(['2025-11']);
  });

  it('does not miss a month that was charged without a reading, wherever its seal ended', () => {
    const input = {
      chain: [reading(1, '2025-09', 'ACTUAL', [0, 100], '2025-09-25')],
      reading: truth('2025-12', 145, '2025-12-25'),
      sealed: [],
      zoneDay,
    };
    const gap = settleGap({ ...input, charged: [period('2025-10')] });
    expect(gap?.months.map(({ period: month }) => month)).toEqual(['2025-11']);
    expect(settleGap({ ...input, charged: [period('2025-10'), period('2025-11')] })).toBeNull();
  });

  it.each([
    ['nothing lies between', [reading(1, '2025-11', 'ACTUAL', [0, 100], '2025-11-25')], 130],
    ['the connection was taken over', [], 130],
    [
      'an estimate passed the end of the dial',
      [{ ...reading(1, '2025-11', 'ESTIMATED', [99_990, 5], '2025-11-25'), broken: true }],
      30,
    ],
    [
      'the meter was exchanged since',
      [{ ...reading(1, '2025-10', 'ACTUAL', [0, 100], '2025-10-25'), meterId: 7 }],
      130,
    ],
    [
      'the stand is below the last one somebody saw',
      [reading(1, '2025-10', 'ACTUAL', [0, 100], '2025-10-25')],
      90,
    ],
  ])('leaves everything as it is where %s', (_, chain, stand) => {
    expect(
      settleGap({ chain, reading: truth('2025-12', stand, '2025-12-25'), sealed: [], zoneDay }),
    ).toBeNull();
  });

  it('loses and makes no water, whatever was estimated or missed', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ estimated: fc.boolean(), usage: fc.nat(60), days: fc.integer({ min: 20, max: 45 }) }),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        fc.nat(400),
        (months, used) => {
          let stand = 100;
          let readOn = day('2025-01-25');
          let month = period('2025-01');
          const chain = [reading(1, '2025-01', 'ACTUAL', [0, 100], readOn)];
          const next = () => period(addDays(day(`${month}-28`), 10).slice(0, 7));
          for (const [index, { estimated, usage, days }] of months.entries()) {
            month = next();
            readOn = addDays(readOn, days);
            if (!estimated) continue;
            chain.push(reading(index + 2, month, 'ESTIMATED', [stand, stand + usage], readOn));
            stand += usage;
          }
          const gap = settleGap({
            chain,
            reading: { ...truth(next(), 100 + used, addDays(readOn, 30)) },
            sealed: [],
            zoneDay,
          });
          const all = [...(gap?.months ?? []), ...(gap === null ? [] : [gap.own])];
          expect(all).toHaveLength(months.length + 1);
          expect(all.reduce((sum, { usage }) => sum + usage, 0)).toBe(used);
          for (const [index, { previousStand, usage }] of all.entries()) {
            expect(usage).toBeGreaterThanOrEqual(0);
            expect(previousStand).toBe(all[index - 1]?.currentStand ?? 100);
          }
        },
      ),
    );
  });
});

describe('stands nobody saw', () => {
  it('are those of days, rounded half up', () => {
    expect(
      spreadStands({ from: 100, to: 220, months: [{ days: 30 }, { days: 30 }, { days: 30 }, { days: 30 }] }),
    ).toEqual([130, 160, 190, 220]);
    expect(spreadStands({ from: 0, to: 1, months: [{ days: 15 }, { days: 15 }] })).toEqual([1, 1]);
    expect(() => spreadStands({ from: 5, to: 4, months: [{ days: 1 }] })).toThrow(RangeError);
    expect(() => spreadStands({ from: 0, to: 4, months: [] })).toThrow(RangeError);
    expect(() => spreadStands({ from: 0, to: 4, months: [{ days: 0 }] })).toThrow(RangeError);
  });

  it('lie a calendar month apart, or in equal parts where the next visit came sooner', () => {
    expect(monthEnds(day('2026-01-28'), day('2026-04-28'), 2)).toEqual(['2026-02-28', '2026-03-28']);
    expect(monthEnds(day('2026-01-31'), day('2026-02-20'), 1)).toEqual(['2026-02-10']);
    expect(monthEnds(day('2026-01-31'), day('2026-01-31'), 2)).toEqual(['2026-01-31', '2026-01-31']);
  });
});
