import fc from 'fast-check';
import { rupiah } from '../money';
import { period } from '../time';
import type { TariffVersion } from '../tariff';
import { composeBill, unpriceableSizes, unpricedMeter } from './index';

const charge = (code: string, meterSizeMm: number | null, amount: number) => ({
  code,
  label: meterSizeMm === null ? `Biaya ${code}` : `Biaya ${code} ${String(meterSizeMm)} mm`,
  meterSizeMm,
  amount: rupiah(amount),
});
const version = (fixedCharges: TariffVersion['fixedCharges']): TariffVersion => ({
  code: 'RT',
  legalBasis: 'Perbup 1/2026',
  validFrom: period('2026-01'),
  blocks: [{ lower: 0, upper: null, rate: rupiah(1_000) }],
  minimum: { kind: 'NONE' },
  fixedCharges,
});

test('a charge by meter size leaves out the size nobody thought of', () => {
  const charges = [
    charge('DANA_METER', 15, 5_000),
    charge('DANA_METER', 20, 7_500),
    charge('BEBAN', null, 1_000),
  ];
  const sizes = [
    { meterSizeMm: 15, meters: 900 },
    { meterSizeMm: 25, meters: 2 },
  ];
  expect(unpriceableSizes(version(charges), sizes)).toEqual([
    { meterSizeMm: 25, meters: 2, chargeCode: 'DANA_METER', chargeLabel: 'Biaya DANA_METER' },
  ]);
  expect(unpriceableSizes(version([...charges, charge('DANA_METER', null, 0)]), sizes)).toEqual([]);
});

test('whatever it lets pass can be billed for every usage, and nothing else can', () => {
  const size = fc.constantFrom(13, 15, 20, 25);
  const charges = fc.array(
    fc.record({ code: fc.constantFrom('A', 'B'), meterSizeMm: fc.option(size), amount: fc.nat(9_999) }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(charges, size, fc.nat(100_000), (list, meterSizeMm, usage) => {
      const priced = version(list.map(({ code, meterSizeMm: of, amount }) => charge(code, of, amount)));
      const bill = () => composeBill({ usage, version: priced, meterSizeMm, period: period('2026-02') });
      if (unpriceableSizes(priced, [{ meterSizeMm }]).length === 0) expect(bill).not.toThrow();
      else expect(bill).toThrow('tariff has no');
    }),
  );
});

test('a meter is priced by the version of the month and by each one agreed for later', () => {
  const by = (from: string, ...sizes: number[]) => ({
    ...version(sizes.map((size) => charge('DANA_METER', size, 5_000))),
    validFrom: period(from),
  });
  const versions = [by('2025-01', 15), by('2026-01', 15, 25), by('2026-07', 15)];
  const from = period('2026-03');
  expect(unpricedMeter(versions, 15, from)).toBeNull();
  const lacks = { chargeCode: 'DANA_METER', chargeLabel: 'Biaya DANA_METER' };
  expect(unpricedMeter(versions, 25, from)).toEqual({ ...lacks, validFrom: '2026-07' });
  expect(unpricedMeter(versions.slice(0, 2), 25, from)).toBeNull();
  expect(unpricedMeter(versions, 40, from)).toEqual({ ...lacks, validFrom: '2026-01' });
  expect(unpricedMeter([], 40, from)).toBeNull();
});
