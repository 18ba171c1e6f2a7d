import { rupiah, validateBlocks } from '@tirtapay/domain';
import fc from 'fast-check';
import { proposalFrom, toProposal, trialTotal } from './proposal';
import type { ProposalValues } from './proposal';

const values = (blocks: { upper: number | string; rate: number }[]): ProposalValues => ({
  ...proposalFrom(null),
  legal_basis: 'Perbup 12/2026',
  valid_from: '2027-01',
  blocks: blocks.map((block, id) => ({ id, ...block })),
});

test('whatever ascending limits are typed, the law finds no gap and no overlap', () => {
  const limits = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 0, maxLength: 8 });
  fc.assert(
    fc.property(limits, fc.integer({ min: 0, max: 50_000 }), (uppers, rate) => {
      const sorted = [...uppers].sort((a, b) => a - b);
      const proposal = toProposal(values([...sorted.map((upper) => ({ upper, rate })), { upper: '', rate }]));
      const blocks = proposal.blocks.map((block) => ({
        lower: block.lower_m3,
        upper: block.upper_m3,
        rate: rupiah(block.rate),
      }));
      expect(validateBlocks(blocks)).toEqual([]);
    }),
  );
});

test('the last block is open even when a limit was left in it', () => {
  const proposal = toProposal(
    values([
      { upper: 10, rate: 2000 },
      { upper: 99, rate: 3000 },
    ]),
  );
  expect(proposal.blocks).toEqual([
    { lower_m3: 0, upper_m3: 10, rate: 2000 },
    { lower_m3: 10, upper_m3: null, rate: 3000 },
  ]);
});

test('a proposal begins as a copy of the version in force', () => {
  const current = {
    blocks: [{ lower_m3: 0, upper_m3: null, rate: 2500 }],
    fixed_charges: [{ code: 'BEBAN_TETAP', label: 'Beban tetap', meter_size_mm: null, amount: 7500 }],
    minimum: { kind: 'M3' as const, value: 10 },
  } as Parameters<typeof proposalFrom>[0];
  expect(toProposal(proposalFrom(current))).toMatchObject({
    blocks: [{ lower_m3: 0, upper_m3: null, rate: 2500 }],
    fixed_charges: [{ code: 'BEBAN_TETAP', meter_size_mm: null, amount: 7500 }],
    minimum: { kind: 'M3', value: 10 },
  });
});

test('a trial prices with the law of the bills', () => {
  const proposal = toProposal(
    values([
      { upper: 10, rate: 2000 },
      { upper: '', rate: 3000 },
    ]),
  );
  expect(trialTotal(proposal, { usage: 25, period: '2027-01', meterSizeMm: 15 })).toBe(10 * 2000 + 15 * 3000);
});

test('a trial of half-typed blocks shows nothing', () => {
  const proposal = toProposal(
    values([
      { upper: 10, rate: 2000 },
      { upper: 5, rate: 2500 },
      { upper: '', rate: 3000 },
    ]),
  );
  expect(
    trialTotal(
      { ...proposal, blocks: proposal.blocks.slice(0, 1) },
      { usage: 25, period: '2027-01', meterSizeMm: 15 },
    ),
  ).toBeNull();
});
