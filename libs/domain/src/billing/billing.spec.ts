import fc from 'fast-check';
import vectors from '../../fixtures/tariff-vectors.json';
import { buildCustomerNumber } from '../customer';
import { formatRupiah, rupiah } from '../money';
import type { FixedCharge, MinimumCharge, TariffVersion } from '../tariff';
import { addMonths, period } from '../time';
import { billNumber, composeBill, MissingMeterCharge, parseBillNumber, recomputeBill } from './index';

const beban: FixedCharge = {
  code: 'BEBAN_TETAP',
  label: 'Beban tetap',
  meterSizeMm: null,
  amount: rupiah(10_000),
};
const danaMeter = (size: number, amount: number): FixedCharge => ({
  code: 'DANA_METER',
  label: `Dana meter ${String(size)} mm`,
  meterSizeMm: size,
  amount: rupiah(amount),
});

const HALSEL_RT1: TariffVersion = {
  code: 'HALSEL-RT1',
  legalBasis: 'Kepbup 186/2022',
  validFrom: period('2022-07'),
  blocks: [
    { lower: 0, upper: 10, rate: rupiah(2_000) },
    { lower: 10, upper: 20, rate: rupiah(2_500) },
    { lower: 20, upper: 30, rate: rupiah(3_000) },
    { lower: 30, upper: null, rate: rupiah(4_000) },
  ],
  fixedCharges: [beban],
  minimum: { kind: 'NONE' },
};

const october = period('2025-10');
const bill = (usage: number, change: Partial<TariffVersion> = {}) =>
  composeBill({ usage, version: { ...HALSEL_RT1, ...change }, meterSizeMm: 13, period: october });

describe('composing a bill', () => {
  test.each(vectors.filter((vector) => vector.tariff === 'HALSEL-RT1'))(
    '$m3 m³ cost $total',
    ({ m3, water, fixed, total }) => {
      expect(bill(m3)).toMatchObject({ waterAmount: water, fixedAmount: fixed, total });
    },
  );

  test('25 m³, line by line, as it is printed', () => {
    const { lines, dueDate, trace } = bill(25);
    expect(lines.map((line) => [line.kind, line.code, line.label, line.formula])).toEqual([
      ['WATER_BLOCK', 'BLOK_1', 'Pemakaian 0–10 m³', '10 m³ × Rp2.000 = Rp20.000'],
      ['WATER_BLOCK', 'BLOK_2', 'Pemakaian 11–20 m³', '10 m³ × Rp2.500 = Rp25.000'],
      ['WATER_BLOCK', 'BLOK_3', 'Pemakaian 21–30 m³', '5 m³ × Rp3.000 = Rp15.000'],
      ['FIXED', 'BEBAN_TETAP', 'Beban tetap', '1 bulan × Rp10.000 = Rp10.000'],
    ]);
    expect(dueDate).toBe('2025-11-20');
    expect(trace).toEqual([
      'Tarif HALSEL-RT1 (Kepbup 186/2022), berlaku sejak Juli 2022; pemakaian Oktober 2025: 25 m³',
      'Pemakaian 0–10 m³: 10 m³ × Rp2.000 = Rp20.000',
      'Pemakaian 11–20 m³: 10 m³ × Rp2.500 = Rp25.000',
      'Pemakaian 21–30 m³: 5 m³ × Rp3.000 = Rp15.000',
      'Beban tetap: 1 bulan × Rp10.000 = Rp10.000',
      'Harga air Rp60.000 + biaya tetap Rp10.000 = Rp70.000',
    ]);
  });

  test('the open block says where it begins, a flat tariff says nothing', () => {
    expect(bill(31).lines[3]?.label).toBe('Pemakaian di atas 30 m³');
    expect(bill(5, { blocks: [{ lower: 0, upper: null, rate: rupiah(6_500) }] }).lines[0]?.label).toBe(
      'Pemakaian air',
    );
  });

  test.each([
    [0, 30_000],
    [7, 30_000],
    [10, 30_000],
    [11, 32_500],
  ])('with a minimum of 10 m³, %d m³ cost %d', (usage, total) => {
    expect(bill(usage, { minimum: { kind: 'M3', value: 10 } }).total).toBe(total);
  });

  test('a minimum volume that reaches into the next block is priced there', () => {
    const { lines } = bill(7, { minimum: { kind: 'M3', value: 12 } });
    expect(lines.filter((line) => line.kind === 'MINIMUM').map((line) => line.formula)).toEqual([
      '3 m³ × Rp2.000 = Rp6.000',
      '2 m³ × Rp2.500 = Rp5.000',
    ]);
  });

  test('a month sealed throughout owes the fixed charges, no minimum, and says why', () => {
    const version = { ...HALSEL_RT1, minimum: { kind: 'M3', value: 10 } as const };
    const sealed = { usage: 0, version, meterSizeMm: 13, period: october, sealed: true };
    const { lines, waterAmount, fixedAmount, total, trace } = composeBill(sealed);
    expect([waterAmount, fixedAmount, total]).toEqual([0, 10_000, 10_000]);
    expect(lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['WATER_BLOCK', 0],
      ['FIXED', 10_000],
    ]);
    expect(trace[0]).toContain('disegel sepanjang Oktober 2025: tidak dibaca, hanya biaya tetap');
    expect(composeBill({ ...sealed, sealed: false }).total).toBe(30_000);
    expect(() => composeBill({ ...sealed, usage: 1 })).toThrow(RangeError);
  });

  test('a minimum in rupiah fills up the water, not the fixed charges', () => {
    const minimum: MinimumCharge = { kind: 'RUPIAH', value: rupiah(25_000) };
    expect(bill(7, { minimum })).toMatchObject({ waterAmount: 25_000, fixedAmount: 10_000, total: 35_000 });
    expect(bill(25, { minimum }).total).toBe(70_000);
  });

  test('charges by meter size go before the general one; a missing size is an error, not a gift', () => {
    const fixedCharges = [beban, danaMeter(13, 5_000), danaMeter(19, 7_500)];
    expect(bill(0, { fixedCharges }).fixedAmount).toBe(15_000);
    const large = (charges: FixedCharge[]) => () =>
      composeBill({
        usage: 0,
        version: { ...HALSEL_RT1, fixedCharges: charges },
        meterSizeMm: 25,
        period: october,
      });
    expect(large(fixedCharges)).toThrow(MissingMeterCharge);
    const general = { ...danaMeter(0, 9_000), meterSizeMm: null };
    expect(large([...fixedCharges, general])().fixedAmount).toBe(19_000);
    expect(bill(0, { fixedCharges: [general, danaMeter(13, 5_000)] }).fixedAmount).toBe(5_000);
  });

  test('anybody recomputes the same bill from its lines, and a doctored line is found', () => {
    const minimums = fc.oneof<fc.Arbitrary<MinimumCharge>[]>(
      fc.constant({ kind: 'NONE' }),
      fc.nat({ max: 40 }).map((value) => ({ kind: 'M3', value })),
      fc.nat({ max: 100_000 }).map((value) => ({ kind: 'RUPIAH', value: rupiah(value) })),
    );
    fc.assert(
      fc.property(fc.nat({ max: 500 }), minimums, fc.nat(), (usage, minimum, seed) => {
        const composed = bill(usage, { minimum });
        const { waterAmount, fixedAmount, total } = composed;
        expect(recomputeBill(composed.lines)).toEqual({ waterAmount, fixedAmount, total, wrongLines: [] });
        expect(waterAmount + fixedAmount).toBe(total);
        expect(total).toBeGreaterThanOrEqual(bill(usage).total);
        for (const line of composed.lines) {
          expect(line.formula.endsWith(`× ${formatRupiah(line.rate)} = ${formatRupiah(line.amount)}`)).toBe(
            true,
          );
        }
        const index = seed % composed.lines.length;
        const doctored = composed.lines.map((line, i) =>
          i === index ? { ...line, amount: rupiah(line.amount + 1) } : line,
        );
        expect(recomputeBill(doctored)).toEqual({ waterAmount, fixedAmount, total, wrongLines: [index] });
      }),
    );
  });
});

describe('bill number', () => {
  test('customer number and period, 18 digits', () => {
    expect(billNumber('010203000046', october)).toBe('010203000046202510');
    expect(parseBillNumber('010203000046202510')).toEqual({
      customerNumber: '010203000046',
      period: '2025-10',
    });
    expect(() => billNumber('010203000042', october)).toThrow(RangeError);
    for (const text of ['010203000042202510', '010203000046202513', '01020300004620251', '']) {
      expect(parseBillNumber(text)).toBeNull();
    }
  });

  test('reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.nat({ max: 600 }), (sequence, months) => {
        const customerNumber = buildCustomerNumber({ region: '01', route: '0203', sequence });
        const usagePeriod = addMonths(period('2000-01'), months);
        expect(parseBillNumber(billNumber(customerNumber, usagePeriod))).toEqual({
          customerNumber,
          period: usagePeriod,
        });
      }),
    );
  });
});
