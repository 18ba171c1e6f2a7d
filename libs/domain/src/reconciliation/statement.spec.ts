import fc from 'fast-check';
import { claimRaised, claimWithdrawn, dayReconciled, dayReopened, netOn } from '../journal';
import { plantedDay } from './planted-day';
import {
  actionsFor,
  actionWord,
  awaitsItsEnd,
  bookingOf,
  differenceOf,
  itemTypeWord,
  matchDay,
  matchStatement,
  movementOf,
  withoutGivenBack,
  type BankEntry,
  type DayToMatch,
  type OurEntry,
  type ReconciledItem,
  type StatementKind,
} from './index';

const DAY = '2026-01-15';
const terms = { feePerPayment: null, mdrPpm: null };
const OURS: OurEntry = {
  id: movementOf(1),
  // What a supplier took is out of our favour.
  kind: 'REVERSAL',
  reference: 'P-1',
  requestId: null,
  customerNumber: null,
  vaNumber: null,
  channel: '',
  amount: 39_500,
  day: DAY,
  carried: false,
  reversedBy: null,
  twin: false,
};
const LINE: BankEntry = {
  id: 101,
  bookedOn: DAY,
  direction: 'DEBIT',
  amount: 39_500,
  sen: 0,
  kind: 'OTHER',
  reference: 'P-1',
  bankReference: null,
  requestId: null,
  vaNumber: null,
  customerNumber: null,
  channel: null,
  fee: null,
  gross: null,
  carried: false,
};

const found = (kind: StatementKind, ours: readonly OurEntry[], lines: readonly BankEntry[]) =>
  matchStatement(kind, { day: DAY, ours, lines, calls: [], settled: new Set(), terms });

/** The same day as a statement has it whose usual line goes out. */
function turned(input: DayToMatch): DayToMatch {
  return {
    ...input,
    ours: input.ours.map((entry) => ({ ...entry, kind: entry.kind === 'PAYMENT' ? 'REVERSAL' : 'PAYMENT' })),
    lines: input.lines.map((line) => ({
      ...line,
      direction: line.direction === 'CREDIT' ? 'DEBIT' : 'CREDIT',
      kind: line.kind === 'PAYMENT' ? 'OTHER' : line.kind,
    })),
  };
}

describe('the statement of a supplier', () => {
  test.each<[string, OurEntry[], BankEntry[], string[]]>([
    ['the same', [OURS], [LINE], ['MATCHED -39500 -39500']],
    ['more than it cost', [OURS], [{ ...LINE, amount: 40_500 }], ['AMOUNT_DIFFERS -39500 -40500']],
    ['nothing', [OURS], [], ['HERE_NOT_AT_BANK -39500 0']],
    ['an order we never made', [], [LINE], ['AT_BANK_NOT_HERE 0 -39500']],
    [
      'one order charged twice',
      [OURS],
      [LINE, { ...LINE, id: 102 }],
      ['MATCHED -39500 -39500', 'DUPLICATE_AT_BANK 0 -39500'],
    ],
    ['a day later', [OURS], [{ ...LINE, bookedOn: '2026-01-16' }], ['NEXT_BUSINESS_DAY -39500 -39500']],
    ['an order whose text speaks of a fee', [OURS], [{ ...LINE, kind: 'FEE' }], ['MATCHED -39500 -39500']],
    [
      'charged and given back',
      [OURS],
      [LINE, { ...LINE, id: 102, direction: 'CREDIT', kind: 'PAYMENT' }],
      ['HERE_NOT_AT_BANK -39500 0'],
    ],
    [
      'what we paid in',
      [{ ...OURS, kind: 'PAYMENT', reference: 'TRF-1', amount: 500_000 }],
      [{ ...LINE, direction: 'CREDIT', kind: 'PAYMENT', reference: 'TRF-1', amount: 500_000 }],
      ['MATCHED 500000 500000'],
    ],
  ])('%s', (_, ours, lines, expected) => {
    expect(
      found('SUPPLIER', ours, lines).map(
        ({ type, ourAmount, bankAmount }) => `${type} ${String(ourAmount)} ${String(bankAmount)}`,
      ),
    ).toEqual(expected);
  });

  describe('what was paid by our books alone and taken back', () => {
    const PAID: OurEntry = {
      ...OURS,
      id: movementOf(7),
      kind: 'PAYMENT',
      reference: 'TRF-7',
      amount: 500_000,
    };
    const BACK: OurEntry = { ...PAID, id: movementOf(8), kind: 'REVERSAL' };
    const CAME: BankEntry = {
      ...LINE,
      direction: 'CREDIT',
      kind: 'PAYMENT',
      reference: 'TRF-7',
      amount: 500_000,
    };
    const WENT: BankEntry = { ...CAME, id: 102, direction: 'DEBIT', kind: 'OTHER' };
    const both = (kind: StatementKind, lines: readonly BankEntry[], ours = [PAID, BACK]) => {
      // Our bank says it the other way round.
      const turn = kind === 'BANK';
      return matchStatement(kind, {
        ...(turn
          ? turned({ day: DAY, ours, lines, calls: [], settled: new Set(), terms })
          : { day: DAY, ours, lines }),
        calls: [],
        settled: new Set(),
        terms,
        takenBack: new Map([[PAID.id, BACK.id]]),
      });
    };

    test.each<StatementKind>(['SUPPLIER', 'BANK'])(
      'is one thing of nothing where %s says neither',
      (kind) => {
        const [item, ...more] = both(kind, []);
        expect(more).toEqual([]);
        expect(item).toMatchObject({
          type: 'MATCHED',
          ours: PAID.id,
          reversal: BACK.id,
          ourAmount: 0,
          line: null,
        });
        expect(item && bookingOf(item, null, kind)).toMatchObject({ received: 0, charged: 0, cleared: 0 });
      },
    );

    test.each<StatementKind>(['SUPPLIER', 'BANK'])('is two movements where %s says both', (kind) => {
      expect(both(kind, [CAME, WENT]).map(({ type, reversal }) => [type, reversal])).toEqual([
        ['MATCHED', null],
        ['MATCHED', null],
      ]);
    });

    test.each<StatementKind>(['SUPPLIER', 'BANK'])(
      'leaves the other a difference where %s says one',
      (kind) => {
        expect(
          both(kind, [CAME])
            .map(({ type, ours }) => `${type} ${String(ours)}`)
            .sort(),
        ).toEqual([`HERE_NOT_AT_BANK ${String(BACK.id)}`, `MATCHED ${String(PAID.id)}`]);
      },
    );

    test('stands alone on a day that has only one of them', () => {
      expect(both('SUPPLIER', [], [PAID]).map(({ type, ourAmount }) => [type, ourAmount])).toEqual([
        ['HERE_NOT_AT_BANK', 500_000],
      ]);
    });
  });

  test('an order under way is carried and nothing else, whatever its line is, until it has ended', () => {
    const types = ['AT_BANK_NOT_HERE', 'DUPLICATE_AT_BANK', 'SEVERAL_CANDIDATES', 'FEE_DIFFERS'] as const;
    for (const type of types)
      for (const bankAmount of [-39_500, 39_500]) {
        const item = { type, ours: null, line: 101, ourAmount: 0, bankAmount, sen: 0, fee: 0 };
        expect(actionsFor({ ...item, underWay: true }, 'SUPPLIER')).toEqual(['CARRY']);
        expect(() => bookingOf({ ...item, underWay: true }, 'CLAIM', 'SUPPLIER')).toThrow(RangeError);
        expect(actionsFor(item, 'SUPPLIER')).not.toEqual(['CARRY']);
      }
    expect(awaitsItsEnd({ ours: null, underWay: true })).toBe(true);
    expect(awaitsItsEnd({ ours: OURS.id, underWay: true })).toBe(false);
  });

  test.each<[StatementKind, number]>([
    ['SUPPLIER', movementOf(8)],
    ['BANK', 8],
  ])('what takes back a payment that was claimed of %s ends the claim, to the rupiah', (kind, ours) => {
    const claimed = {
      type: 'HERE_NOT_AT_BANK',
      ours,
      line: null,
      ourAmount: -500_000,
      bankAmount: 0,
      sen: 0,
      fee: 0,
    } as const;
    expect(actionsFor(claimed, kind)).not.toContain('SETTLE_CLAIM');
    const back = { ...claimed, takesBackClaim: true };
    expect(actionsFor(back, kind)[0]).toBe('SETTLE_CLAIM');
    const movement = kind === 'SUPPLIER';
    expect(bookingOf(back, 'SETTLE_CLAIM', kind)).toEqual({
      received: movement ? 500_000 : 0,
      charged: 0,
      cleared: movement ? 0 : -500_000,
      claimed: 0,
      claimSettled: 500_000,
      posted: 0,
    });
    // Of a bank that gave back less than we, what it had paid too little.
    const less = { ...back, type: 'AMOUNT_DIFFERS', line: 101, bankAmount: -499_700 } as const;
    expect(bookingOf(less, 'SETTLE_CLAIM', kind)).toMatchObject({ claimSettled: 300 });
    // Nothing is left of it to be ended.
    expect(actionsFor({ ...less, bankAmount: -500_000 }, kind)).not.toContain('SETTLE_CLAIM');
  });

  test('planted breaks are found in it exactly as in a bank’s, with the sign turned', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 8 }), (seed, breaks) => {
        const { input, expected } = plantedDay({ seed, size: 30, breaks, day: DAY });
        const there = matchStatement('SUPPLIER', turned(input));
        const named = ({ type, ours, line }: ReconciledItem) => `${type} ${String(ours)} ${String(line)}`;
        expect(
          there
            .filter(({ type }) => type !== 'MATCHED')
            .map(named)
            .sort(),
        ).toEqual([...expected].sort());
        const here = matchDay(input);
        const sums = (items: readonly ReconciledItem[]) =>
          items.reduce((sum, item) => sum + item.ourAmount * 3 + item.bankAmount * 5 + differenceOf(item), 0);
        expect(sums(there) + sums(here)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test('whatever two people decide, our account comes to what it says', () => {
    const amounts = fc.integer({ min: -200_000, max: 200_000 });
    fc.assert(
      fc.property(
        amounts,
        amounts,
        fc.boolean(),
        fc.constantFrom(
          'AMOUNT_DIFFERS',
          'AT_BANK_NOT_HERE',
          'HERE_NOT_AT_BANK',
          'DUPLICATE_AT_BANK',
          'REVERSED_HERE_PAID_THERE',
          'NEXT_BUSINESS_DAY',
          'SEVERAL_CANDIDATES',
          'FEE_DIFFERS',
        ),
        (ours, bank, moved, type) => {
          // What only the supplier has is of no movement of ours.
          const held =
            moved && type !== 'AT_BANK_NOT_HERE' && type !== 'DUPLICATE_AT_BANK' && type !== 'FEE_DIFFERS';
          const item = {
            type,
            ours: held ? movementOf(7) : null,
            line: type === 'HERE_NOT_AT_BANK' ? null : 1,
            ourAmount: held ? ours : 0,
            bankAmount: bank,
            sen: 0,
            fee: 0,
          } as const;
          for (const action of actionsFor(item, 'SUPPLIER')) {
            const books = bookingOf(item, action, 'SUPPLIER');
            expect(books.received + books.charged).toBe(books.cleared + books.claimSettled);
            if (action === 'CARRY' || action === 'DISMISS' || action === 'ASSIGN') continue;
            const supplier = { collectorId: 3, account: '1150' } as const;
            const day = dayReconciled({ ...supplier, ...books });
            const claim = claimRaised({ ...supplier, amount: books.claimed });
            expect(netOn('1150', day) + netOn('1150', claim)).toBe(item.bankAmount - item.ourAmount);
            expect(
              [...day, ...dayReopened({ ...supplier, ...books })].reduce(
                (sum, line) => sum + line.debit - line.credit,
                0,
              ),
            ).toBe(0);
            expect(
              netOn('1160', claim) + netOn('1160', claimWithdrawn({ ...supplier, amount: books.claimed })),
            ).toBe(0);
          }
        },
      ),
    );
  });
});

describe('the statement of a partner', () => {
  const SOLD: OurEntry = { ...OURS, kind: 'PAYMENT', reference: 'M-1', amount: 41_000 };
  const BACK: OurEntry = { ...SOLD, id: movementOf(2), kind: 'REVERSAL' };
  const row: BankEntry = { ...LINE, direction: 'CREDIT', kind: 'PAYMENT', reference: 'M-1', amount: 41_000 };

  test('what was sold and given back is one thing, and told as what it is', () => {
    const pair = [
      { subject: 'sale-1', entry: SOLD },
      { subject: 'sale-1', entry: BACK },
      { subject: 'sale-2', entry: { ...SOLD, id: movementOf(3), reference: 'M-2' } },
    ];
    const ours = withoutGivenBack(pair, DAY);
    expect(ours.map(({ id, reversedBy }) => [id, reversedBy])).toEqual([
      [SOLD.id, BACK.id],
      [movementOf(3), null],
    ]);
    const types = (lines: readonly BankEntry[]) =>
      found('PARTNER', ours.slice(0, 1), lines).map(({ type, ourAmount }) => `${type} ${String(ourAmount)}`);
    expect(types([])).toEqual(['MATCHED 0']);
    expect(types([row, { ...row, id: 102, direction: 'DEBIT', kind: 'REVERSAL' }])).toEqual(['MATCHED 0']);
    expect(types([row])).toEqual(['REVERSED_HERE_PAID_THERE 0']);
    // More came than went back: no two people would ever see it, were it told to agree.
    expect(types([row, { ...row, id: 102, amount: 40_000, direction: 'DEBIT', kind: 'REVERSAL' }])).toEqual([
      'AMOUNT_DIFFERS 0',
    ]);
  });

  test('what is given back on a later day is a movement of that day, and was sold on its own', () => {
    const later = { ...BACK, day: '2026-01-16' };
    const both = (sold: OurEntry, back: OurEntry) =>
      withoutGivenBack(
        [
          { subject: 'sale-1', entry: sold },
          { subject: 'sale-1', entry: back },
        ],
        DAY,
      );
    const told = both(SOLD, later);
    expect(told).toEqual([SOLD, later]);
    const debit = { ...row, id: 102, direction: 'DEBIT', kind: 'REVERSAL' } as const;
    const named = ({ type, ours, line }: ReconciledItem) => `${type} ${String(ours)} ${String(line)}`;
    expect(found('PARTNER', told, [row]).map(named)).toEqual(['MATCHED -1 101']);
    // Of the next day only what went back is expected, though the sale is still open on its own day.
    const next = matchStatement('PARTNER', {
      day: '2026-01-16',
      ours: told,
      lines: [{ ...debit, bookedOn: '2026-01-16' }],
      calls: [],
      settled: new Set(),
      terms,
    });
    expect(next.map(named)).toEqual(['MATCHED -2 102']);
    // Carried to the day on which it was given back, it is one thing there.
    const carried = { ...SOLD, day: '2026-01-14', carried: true };
    expect(both(carried, BACK).map(({ id, reversedBy }) => [id, reversedBy])).toEqual([[SOLD.id, BACK.id]]);
  });

  test('whatever is decided about it, nothing is booked', () => {
    const cases: readonly (readonly [OurEntry[], BankEntry[]])[] = [
      [[SOLD], []],
      [[], [row]],
      [[SOLD], [{ ...row, amount: 42_000 }]],
      [[SOLD], [row, { ...row, id: 102 }]],
      [[SOLD], [{ ...row, bookedOn: '2026-01-16' }]],
      // It keeps its own fee out of what it says, and says it a day late.
      [[SOLD], [{ ...row, bookedOn: '2026-01-16', amount: 38_500, fee: 2_500 }]],
      [[{ ...SOLD, reversedBy: BACK.id }], [row, { ...row, id: 102, amount: 40_000, direction: 'DEBIT' }]],
      [[{ ...SOLD, reversedBy: BACK.id }], [row]],
      [[SOLD], [row, { ...row, id: 102, direction: 'DEBIT', kind: 'REVERSAL' }]],
    ];
    for (const [ours, lines] of cases)
      for (const item of found('PARTNER', ours, lines))
        for (const action of item.type === 'MATCHED' ? [null] : actionsFor(item, 'PARTNER')) {
          const { received, charged, cleared, claimed, claimSettled, posted } = bookingOf(
            item,
            action,
            'PARTNER',
          );
          expect([action, received - cleared, charged, claimed, claimSettled, posted]).toEqual([
            action,
            0,
            0,
            0,
            0,
            0,
          ]);
        }
  });
});

test('a difference is called by whose statement it is', () => {
  expect([
    itemTypeWord('AT_BANK_NOT_HERE', 'SUPPLIER', 'id'),
    itemTypeWord('DUPLICATE_AT_BANK', 'PARTNER', 'en'),
    actionWord('CLAIM', 'BANK', 'id'),
    actionWord('ACCEPT_FEE', 'BANK', 'en'),
    actionWord('ACCEPT_FEE', 'SUPPLIER', 'id'),
    actionWord('DISMISS', 'PARTNER', 'en'),
  ]).toEqual([
    'Ada di pemasok, tidak ada di sini',
    'Twice at the partner',
    'Klaim ke bank',
    'Accept as bank charge',
    'Terima sebagai margin PPOB',
    'Our books stand',
  ]);
});
