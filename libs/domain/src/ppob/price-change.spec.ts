import fc from 'fast-check';
import {
  holdsAt,
  offerKey,
  PPOB_SERVICES,
  priceChangeProblems,
  supersede,
  type PriceChange,
  type ProposedPrice,
} from './index';

interface Price {
  readonly id: number;
  readonly from: number;
  readonly to: number | null;
}

/** The history of one offer, written as the product writes it: each change ends what it supersedes and begins a line. */
function written(changes: readonly number[]): Price[] {
  return changes.reduce<Price[]>((lines, at, id) => {
    const ended = new Map(supersede(lines, at).map((line) => [line.id, line]));
    return [...lines.map((line) => ended.get(line.id) ?? line), { id, from: at, to: null }];
  }, []);
}

const instants = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 8 });
const held = (lines: readonly Price[], at: number) =>
  lines.filter((line) => holdsAt(line, at)).map(({ id }) => id);

describe('a change of prices', () => {
  test('ends what holds then, and what was planned for later', () => {
    const lines = [
      { id: 1, from: 0, to: 10 },
      { id: 2, from: 10, to: 30 },
      { id: 3, from: 30, to: null },
    ];
    expect(supersede(lines, 20)).toEqual([
      { id: 2, from: 10, to: 20 },
      { id: 3, from: 30, to: 30 },
    ]);
  });

  test('at every instant at most one price holds, and it is that of the last change that had begun', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 25 }), (changes, at) => {
        const lines = written(changes);
        const begun = changes.flatMap((from, id) => (from <= at ? [id] : []));
        const last = begun.filter((id) => changes.slice(id + 1).every((later) => later > at)).at(-1);
        expect(held(lines, at)).toEqual(last === undefined ? [] : [last]);
      }),
    );
  });

  test('never alters what held before it', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 0, max: 25 }),
        fc.integer({ min: 0, max: 25 }),
        (changes, next, at) => {
          fc.pre(at < next);
          expect(held(written([...changes, next]), at)).toEqual(held(written(changes), at));
        },
      ),
    );
  });
});

describe('what may be asked for', () => {
  const pulsa: ProposedPrice = { variant: 'TELKOMSEL', price: 10_000, cost: 9_800, sku: 'T10' };
  const ask = (change: Partial<PriceChange>): PriceChange => ({
    adminFee: null,
    offered: [],
    withdrawn: [],
    ...change,
  });

  test.each([
    ['PULSA', ask({ adminFee: 1_500, offered: [pulsa] }), []],
    ['PULSA', ask({}), ['']],
    ['PULSA', ask({ adminFee: -1 }), ['/admin_fee']],
    ['PULSA', ask({ adminFee: 100_001 }), ['/admin_fee']],
    ['PULSA', ask({ offered: [{ ...pulsa, variant: 'ESIA' }] }), ['/offered/0/variant']],
    ['PULSA', ask({ offered: [{ ...pulsa, price: null }] }), ['/offered/0/price']],
    ['PULSA', ask({ offered: [{ ...pulsa, cost: 0.5 }] }), ['/offered/0/cost']],
    ['PULSA', ask({ offered: [{ ...pulsa, sku: 'a b' }] }), ['/offered/0/sku']],
    ['PULSA', ask({ offered: [pulsa, { ...pulsa, price: 20_000 }] }), []],
    ['PULSA', ask({ offered: [pulsa, pulsa] }), ['/offered/1/variant']],
    ['PULSA', ask({ offered: [pulsa], withdrawn: [pulsa] }), ['/withdrawn/0/variant']],
    ['MUSIK', ask({ offered: [{ ...pulsa, variant: 'Premium' }] }), ['/offered/0/variant']],
    ['MUSIK', ask({ offered: [{ ...pulsa, variant: 'Premium/1 Bulan' }] }), []],
    ['PGN', ask({ offered: [{ ...pulsa, variant: '' }] }), ['/offered/0/price']],
    ['PGN', ask({ offered: [{ variant: '', price: null, cost: null, sku: 'PGN2' }] }), []],
  ] as const)('%s %j: %j', (code, change, pointers) => {
    expect(priceChangeProblems(PPOB_SERVICES[code], change).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  test('an amount is an offer of its own, the price of a package may change', () => {
    expect(offerKey(PPOB_SERVICES.PLN, { variant: '', price: 1 })).not.toBe(
      offerKey(PPOB_SERVICES.PLN, { variant: '', price: 2 }),
    );
    expect(offerKey(PPOB_SERVICES.QURBAN, { variant: 'Sapi', price: 1 })).toBe(
      offerKey(PPOB_SERVICES.QURBAN, { variant: 'Sapi', price: 2 }),
    );
  });
});
