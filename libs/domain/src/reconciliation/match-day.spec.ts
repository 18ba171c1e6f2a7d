import fc from 'fast-check';
import { businessDate, endOfBusinessDay } from '../time';
import { PLANTS, plantedDay } from './planted-day';
import {
  actionsFor,
  bookingOf,
  differenceOf,
  matchDay,
  movementOf,
  nextSettlementDay,
  safeInBulk,
  settledKey,
  settlementDate,
  settlementWindows,
  settlesOn,
  type BankEntry,
  type DayToMatch,
  type OurEntry,
  type ReconciledItem,
  type SettlementCalendar,
  type SettlementTerms,
} from './index';

const DAY = '2026-11-27';
const OURS: OurEntry = {
  id: 1,
  kind: 'PAYMENT',
  reference: 'R1',
  requestId: null,
  customerNumber: '010203000046',
  vaNumber: null,
  channel: 'TELLER',
  amount: 97_500,
  day: DAY,
  carried: false,
  reversedBy: null,
  twin: false,
};
const LINE: BankEntry = {
  id: 101,
  bookedOn: DAY,
  direction: 'CREDIT',
  amount: 97_500,
  sen: 0,
  kind: 'PAYMENT',
  reference: 'R1',
  bankReference: null,
  requestId: null,
  vaNumber: null,
  customerNumber: null,
  channel: null,
  fee: null,
  gross: null,
  carried: false,
};
const ours = (change: Partial<OurEntry> = {}): OurEntry => ({ ...OURS, ...change });
const line = (change: Partial<BankEntry> = {}): BankEntry => ({ ...LINE, ...change });

function match(input: Partial<DayToMatch>): ReconciledItem[] {
  const terms = { feePerPayment: null, mdrPpm: null };
  return matchDay({ day: DAY, ours: [], lines: [], calls: [], settled: new Set(), terms, ...input });
}

/** What was found, in the order of our payments, then of the lines. */
const types = (input: Partial<DayToMatch>) =>
  match(input)
    .sort((a, b) => (a.ours ?? a.line ?? 0) - (b.ours ?? b.line ?? 0))
    .map(({ type }) => type);

describe('one payment and what the bank says of it', () => {
  test.each<[string, OurEntry[], BankEntry[], string[]]>([
    ['the same', [ours()], [line()], ['MATCHED']],
    ['less than it was', [ours()], [line({ amount: 97_499 })], ['AMOUNT_DIFFERS']],
    ['sen that are not 0', [ours()], [line({ sen: 50 })], ['AMOUNT_DIFFERS']],
    ['nothing', [ours()], [], ['HERE_NOT_AT_BANK']],
    ['what is not here', [], [line()], ['AT_BANK_NOT_HERE']],
    ['the same twice', [ours()], [line(), line({ id: 102 })], ['MATCHED', 'DUPLICATE_AT_BANK']],
    [
      'two of ours, one of theirs',
      [ours({ twin: true }), ours({ id: 2, reference: 'R2', twin: true })],
      [line()],
      ['MATCHED', 'DUPLICATE_HERE'],
    ],
    ['paid there, reversed here', [ours({ reversedBy: 9 })], [line()], ['REVERSED_HERE_PAID_THERE']],
    [
      'reversed on both sides',
      [ours({ reversedBy: 9 })],
      [line(), line({ id: 102, kind: 'REVERSAL', direction: 'DEBIT' })],
      ['MATCHED'],
    ],
    ['reversed here, never told there', [ours({ reversedBy: 9 })], [], ['MATCHED']],
    [
      'taken back there only',
      [ours()],
      [line(), line({ id: 102, kind: 'REVERSAL', direction: 'DEBIT' })],
      ['HERE_NOT_AT_BANK'],
    ],
    ['booked a day later', [ours()], [line({ bookedOn: '2026-11-28' })], ['NEXT_BUSINESS_DAY']],
    [
      'booked a day later and carried',
      [ours({ carried: true })],
      [line({ bookedOn: '2026-11-28' })],
      ['MATCHED'],
    ],
    ['announced, not settled', [ours()], [line({ bookedOn: null })], ['NEXT_BUSINESS_DAY']],
    ['for another customer', [ours()], [line({ customerNumber: '010203000053' })], ['WRONG_CUSTOMER']],
    ['into another virtual account', [ours()], [line({ vaNumber: '88010010203000053' })], ['WRONG_CUSTOMER']],
    [
      'into the virtual account of the customer',
      [ours()],
      [line({ vaNumber: '8801010203000046' })],
      ['MATCHED'],
    ],
    [
      'a discount nobody agreed on',
      [ours({ channel: 'QRIS' })],
      [line({ amount: 96_818, gross: 97_500, fee: 682 })],
      ['MDR'],
    ],
    ['a bank charge', [], [line({ kind: 'FEE', direction: 'DEBIT', amount: 1_000 })], ['FEE_DIFFERS']],
  ])('%s', (_, entries, lines, expected) => {
    expect(types({ ours: entries, lines })).toEqual(expected);
  });

  test('a fee that was agreed is no news, another is', () => {
    const terms = { feePerPayment: 1_000, mdrPpm: 7_000 };
    const qris = ours({ channel: 'QRIS' });
    const kept = (fee: number) => line({ amount: 97_500 - fee, gross: 97_500, fee });
    // 0.7 % of 97,500 is 682.50, and half a rupiah is one.
    expect(types({ ours: [qris], lines: [kept(683)], terms })).toEqual(['MATCHED']);
    expect(types({ ours: [qris], lines: [kept(682)], terms })).toEqual(['FEE_DIFFERS']);
    expect(types({ ours: [ours()], lines: [kept(1_000)], terms })).toEqual(['MATCHED']);
    expect(types({ lines: [line({ kind: 'FEE', direction: 'DEBIT', amount: 1_000 })], terms })).toEqual([
      'MATCHED',
    ]);
  });

  test('what a file of an earlier day had already is a duplicate, and what we refused is told', () => {
    const settled = new Set([settledKey('reference', 'R1')]);
    expect(types({ lines: [line()], settled })).toEqual(['DUPLICATE_AT_BANK']);
    const calls = [{ reference: 'R1', requestId: null, accepted: false }];
    expect(match({ lines: [line()], calls })[0]?.call).toBe('REFUSED');
    expect(match({ lines: [line()] })[0]?.call).toBe('NEVER_ASKED');
  });
});

describe('what took back a payment of an earlier day', () => {
  // Loaded because a line is about its customer, or names it.
  const earlier = ours({ day: '2026-11-26', reversedBy: 9 });
  const again = line({ reference: 'R7', customerNumber: '010203000046' });
  const back = line({ id: 102, kind: 'REVERSAL', direction: 'DEBIT' });

  test('is an item of its own day, also where the customer has paid again', () => {
    const items = match({ ours: [earlier], lines: [again] });
    expect(items).toMatchObject([
      { type: 'AT_BANK_NOT_HERE', line: 101, ours: null },
      { type: 'HERE_NOT_AT_BANK', line: null, ours: 9, reversal: null, ourAmount: -97_500 },
    ]);
  });

  test('agrees with what the bank took back, which names the payment', () => {
    expect(match({ ours: [earlier], lines: [back] })).toMatchObject([
      { type: 'MATCHED', line: 102, ours: 9, reversal: null, ourAmount: -97_500, bankAmount: -97_500 },
    ]);
  });

  test('goes with the payment where that is settled here', () => {
    expect(match({ ours: [earlier], lines: [line()] })).toMatchObject([
      { type: 'REVERSED_HERE_PAID_THERE', ours: 1, reversal: 9, ourAmount: 0 },
    ]);
    expect(match({ ours: [earlier], lines: [line(), back] })).toMatchObject([
      { type: 'MATCHED', ours: 1, reversal: 9, ourAmount: 0, bankAmount: 0 },
    ]);
    expect(match({ ours: [{ ...earlier, carried: true }], lines: [again] })).toMatchObject([
      { type: 'AT_BANK_NOT_HERE', line: 101 },
      { type: 'MATCHED', ours: 1, reversal: 9 },
    ]);
  });
});

describe('weaker keys', () => {
  test('the request id names a payment as its reference does, also through our channel log', () => {
    const byRequest = line({ reference: null, requestId: 'Q1' });
    expect(match({ ours: [ours({ requestId: 'Q1' })], lines: [byRequest] })[0]).toMatchObject({
      type: 'MATCHED',
      basis: 'REQUEST_ID',
    });
    const calls = [{ reference: 'R1', requestId: 'Q1', accepted: true }];
    expect(match({ ours: [ours()], lines: [byRequest], calls })[0]).toMatchObject({
      type: 'MATCHED',
      basis: 'REQUEST_ID',
    });
  });

  test('customer and amount find the one payment they fit, a day around, and never choose between two', () => {
    const nameless = line({ reference: null, customerNumber: '010203000046', bookedOn: '2026-11-28' });
    expect(match({ ours: [ours()], lines: [nameless] })[0]).toMatchObject({
      type: 'NEXT_BUSINESS_DAY',
      basis: 'CUSTOMER',
    });
    const two = match({ ours: [ours(), ours({ id: 2, reference: 'R2' })], lines: [nameless] });
    expect(two.map(({ type }) => type)).toEqual([
      'SEVERAL_CANDIDATES',
      'SEVERAL_CANDIDATES',
      'SEVERAL_CANDIDATES',
    ]);
    expect(two[0]?.candidates).toEqual([1, 2]);
  });

  test('amount, date and channel only of a line that names nobody', () => {
    const blank = line({ reference: null, channel: 'TELLER' });
    expect(match({ ours: [ours()], lines: [blank] })[0]).toMatchObject({ type: 'MATCHED', basis: 'AMOUNT' });
    expect(types({ ours: [ours()], lines: [line({ reference: 'OTHER', channel: 'TELLER' })] })).toEqual([
      'HERE_NOT_AT_BANK',
      'AT_BANK_NOT_HERE',
    ]);
  });
});

describe('one amount that thousands pay', () => {
  const MANY = 3_000;
  const many = <One>(of: (index: number) => One) => Array.from({ length: MANY }, (_, index) => of(index));

  test('lines that name nobody tell the first of what they could be, and not each of all', () => {
    const items = match({
      ours: many((index) => ours({ id: MANY - index, reference: `R${String(index)}` })),
      lines: many((index) => line({ id: 10_000 + index, reference: null, channel: 'TELLER' })),
    });
    expect(items).toHaveLength(2 * MANY);
    expect(new Set(items.map(({ type }) => type))).toEqual(new Set(['SEVERAL_CANDIDATES']));
    const first = Array.from({ length: 20 }, (_, index) => index);
    for (const { line: ofLine, candidates } of items)
      expect(candidates).toEqual(first.map((index) => (ofLine === null ? 10_000 + index : index + 1)));
  });

  test('lines that name their customers are each their own, whoever else paid the same', () => {
    const number = (index: number) => String(10_203_000_000 + index).padStart(12, '0');
    const items = match({
      ours: many((index) => ours({ id: index + 1, reference: null, customerNumber: number(index) })),
      lines: many((index) =>
        line({ id: 20_000 - index, reference: null, vaNumber: `8801${number(index)}`, bookedOn: DAY }),
      ),
    });
    expect(items.map(({ type, basis, ours: id, line: of }) => [type, basis, (id ?? 0) + (of ?? 0)])).toEqual(
      many(() => ['MATCHED', 'CUSTOMER', 20_001]),
    );
  });

  test('what only one of many lines could be is not paired with another by the cut', () => {
    const carried = ours({ id: 1, carried: true, day: '2026-11-20' });
    const lines = Array.from({ length: 25 }, (_, index) =>
      line({ id: 101 + index, reference: null, channel: 'TELLER' }),
    );
    expect(types({ ours: [carried], lines })).toEqual(Array(26).fill('SEVERAL_CANDIDATES'));
  });
});

describe('a settlement batch', () => {
  // bank-files.md: three payments, next day one credit.
  const three = [571_000, 276_460, 100_000].map((amount, index) =>
    ours({ id: index + 1, reference: `Q${String(index)}`, channel: 'QRIS', amount }),
  );
  const batch = line({
    kind: 'SETTLEMENT_BATCH',
    reference: null,
    channel: 'QRIS',
    amount: 944_817,
    gross: 947_460,
    fee: 2_643,
  });

  test('all three are reconciled, the fee is booked, the difference is 0', () => {
    const items = match({ ours: three, lines: [batch] });
    expect(items.map(({ type }) => type)).toEqual(['MATCHED', 'MATCHED', 'MATCHED', 'MDR']);
    expect(items.map(differenceOf)).toEqual([0, 0, 0, 0]);
    expect(items.reduce((sum, { bankAmount }) => sum + bankAmount, 0)).toBe(944_817);
  });

  test('a branch number in the column beside is no channel', () => {
    expect(types({ ours: three, lines: [{ ...batch, channel: '0998' }] })).toEqual([
      'MATCHED',
      'MATCHED',
      'MATCHED',
      'MDR',
    ]);
  });

  test('the one that is not in the batch is named', () => {
    const items = match({
      ours: [...three, ours({ id: 4, reference: 'Q4', channel: 'QRIS', amount: 55_000 })],
      lines: [batch],
    });
    expect(items.filter(({ type }) => type === 'HERE_NOT_AT_BANK').map((item) => item.ours)).toEqual([4]);
  });

  test('two batches of a day share the payments in their order, or a person does', () => {
    const first = line({ ...batch, id: 101, amount: 571_000, gross: 571_000, fee: null });
    const second = line({ ...batch, id: 102, amount: 376_460, gross: 376_460, fee: null });
    expect(types({ ours: three, lines: [first, second] })).toEqual(Array(5).fill('MATCHED'));
    const wrong = types({ ours: three, lines: [first, { ...second, gross: 376_461, amount: 376_461 }] });
    expect(wrong.filter((type) => type === 'SEVERAL_CANDIDATES')).toHaveLength(2);
  });
});

describe('a true day with planted breaks', () => {
  test('exactly the planted ones are found, each as what it is', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 8, max: 25 }),
        fc.integer({ min: 0, max: 8 }),
        (seed, size, breaks) => {
          const planted = plantedDay({ seed, size, breaks, day: DAY });
          const found = matchDay(planted.input);
          const seen = found
            .filter(({ type }) => type !== 'MATCHED')
            .map((item) => `${item.type} ${String(item.ours)} ${String(item.line)}`);
          expect(seen.sort()).toEqual(planted.expected.sort());
          // Nothing is lost and nothing twice: the sums of the items are the sums of both sides.
          const total = (of: (item: ReconciledItem) => number) =>
            found.reduce((sum, item) => sum + of(item), 0);
          expect(total(({ bankAmount }) => bankAmount)).toBe(
            planted.input.lines.reduce(
              (sum, one) => sum + (one.direction === 'CREDIT' ? one.amount : -one.amount),
              0,
            ),
          );
          expect(total(({ ourAmount }) => ourAmount)).toBe(
            planted.input.ours.reduce((sum, one) => sum + (one.reversedBy === null ? one.amount : 0), 0),
          );
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('every kind of break is planted', () => {
    const kinds = new Set(
      Array.from(
        { length: 40 },
        (_, seed) => plantedDay({ seed, size: 60, breaks: 12, day: DAY }).planted,
      ).flat(),
    );
    expect([...kinds].sort()).toEqual([...PLANTS].sort());
  });
});

describe('what is done about an item', () => {
  test('whatever is done, the books come out even', () => {
    const amount = fc.integer({ min: -5_000_000, max: 5_000_000 });
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 12 }), amount, (seed, breaks, shift) => {
        for (const item of matchDay(plantedDay({ seed, size: 30, breaks, day: DAY }).input))
          for (const changed of [
            item,
            item.type === 'MATCHED' ? item : { ...item, bankAmount: item.bankAmount + shift },
          ])
            for (const action of changed.type === 'MATCHED' ? [null] : actionsFor(changed, 'BANK')) {
              const books = bookingOf(changed, action, 'BANK');
              expect(books.received + books.charged).toBe(books.cleared + books.claimSettled);
              if (action === 'ASSIGN' || action === 'CARRY' || action === 'DISMISS') continue;
              const standing = action === 'REVERSE' || action === 'REPOST' ? 0 : changed.ourAmount;
              expect(standing + books.posted - books.cleared - books.claimed).toBe(0);
            }
      }),
      { numRuns: 50 },
    );
  });

  test('short is claimed or accepted, too much is somebody’s money, and only what moves nothing is done in bulk', () => {
    const short = match({ ours: [ours()], lines: [line({ amount: 97_000 })] })[0];
    const over = match({ ours: [ours()], lines: [line({ amount: 98_000 })] })[0];
    if (short === undefined || over === undefined) throw new Error('nothing was found');
    expect(bookingOf(short, 'CLAIM', 'BANK')).toMatchObject({
      received: 97_000,
      cleared: 97_000,
      claimed: 500,
    });
    expect(bookingOf(short, 'ACCEPT_FEE', 'BANK')).toMatchObject({
      received: 97_000,
      charged: 500,
      cleared: 97_500,
    });
    expect(bookingOf(over, 'SUSPENSE', 'BANK')).toMatchObject({
      received: 98_000,
      cleared: 98_000,
      posted: 500,
    });
    expect(() => bookingOf(over, 'CLAIM', 'BANK')).toThrow(RangeError);
    expect(() => bookingOf(over, null, 'BANK')).toThrow(RangeError);
    expect(safeInBulk(over, 'SUSPENSE', 'BANK')).toBe(false);
  });
});

describe('a movement of our account that the books have already', () => {
  const brought = (change: Partial<OurEntry> = {}) =>
    ours({
      id: movementOf(1),
      reference: 'SLIP-1',
      customerNumber: null,
      channel: '',
      amount: 500_000,
      ...change,
    });
  const paidOut = (change: Partial<OurEntry> = {}) =>
    brought({ id: movementOf(2), kind: 'REVERSAL', reference: 'TRF-2', ...change });
  const slip = (change: Partial<BankEntry> = {}) => line({ reference: 'SLIP-1', amount: 500_000, ...change });
  const nameless = { reference: null, channel: 'CDM' };

  test.each<[string, OurEntry[], BankEntry[], string[]]>([
    ['by its slip', [brought()], [slip()], ['MATCHED']],
    ['by its amount and day, wherever it was brought', [brought()], [slip(nameless)], ['MATCHED']],
    ['brought in the evening', [brought()], [slip({ bookedOn: '2026-11-28' })], ['NEXT_BUSINESS_DAY']],
    ['never brought', [brought()], [], ['HERE_NOT_AT_BANK']],
    ['counted otherwise by the bank', [brought()], [slip({ amount: 493_500 })], ['AMOUNT_DIFFERS']],
    ['paid out', [paidOut()], [slip({ reference: 'TRF-2', direction: 'DEBIT', kind: 'OTHER' })], ['MATCHED']],
    [
      'paid out in cash, without a number',
      [paidOut({ reference: null })],
      [slip({ ...nameless, direction: 'DEBIT', kind: 'OTHER' })],
      ['MATCHED'],
    ],
    [
      'of the same amount the other way',
      [paidOut({ reference: null })],
      [slip(nameless)],
      ['HERE_NOT_AT_BANK', 'AT_BANK_NOT_HERE'],
    ],
    [
      'paid out and paid back under one reference',
      [paidOut(), brought({ id: movementOf(3), reference: 'TRF-2' })],
      [
        slip({ reference: 'TRF-2', direction: 'DEBIT', kind: 'OTHER' }),
        slip({ id: 102, reference: 'TRF-2' }),
      ],
      ['MATCHED', 'MATCHED'],
    ],
    [
      'of the number of a payment',
      [brought({ reference: 'R1' }), ours()],
      [line()],
      ['HERE_NOT_AT_BANK', 'MATCHED'],
    ],
  ])('%s', (_, entries, lines, expected) => {
    expect(types({ ours: entries, lines })).toEqual(expected);
  });

  test('books nothing when the bank says the same, and what it differs by otherwise', () => {
    const found = (entry: OurEntry, entered: BankEntry[]) => {
      const [item] = match({ ours: [entry], lines: entered });
      if (item === undefined) throw new Error('nothing was found');
      return item;
    };
    const nothing = { received: 0, charged: 0, cleared: 0, claimed: 0, claimSettled: 0, posted: 0 };
    expect(bookingOf(found(brought(), [slip()]), null, 'BANK')).toEqual(nothing);
    const short = found(brought(), [slip({ amount: 493_500 })]);
    expect(bookingOf(short, 'ACCEPT_FEE', 'BANK')).toEqual({ ...nothing, received: -6_500, charged: 6_500 });
    expect(bookingOf(short, 'CLAIM', 'BANK')).toEqual({
      ...nothing,
      received: -6_500,
      cleared: -6_500,
      claimed: 6_500,
    });
    const missing = found(brought(), []);
    expect(actionsFor(missing, 'BANK')).toEqual(['CARRY', 'CLAIM']);
    expect(bookingOf(missing, 'CARRY', 'BANK')).toEqual(nothing);
  });

  test('whatever is done, 1110 comes to what the bank has and nothing stays in 1130', () => {
    const rupiahs = fc.integer({ min: 1, max: 5_000_000 });
    fc.assert(
      fc.property(rupiahs, fc.option(rupiahs), fc.boolean(), (amount, atBank, out) => {
        const entry = out ? paidOut({ amount }) : brought({ amount });
        const lines =
          atBank === null
            ? []
            : [slip({ reference: entry.reference, amount: atBank, direction: out ? 'DEBIT' : 'CREDIT' })];
        for (const item of match({ ours: [entry], lines }))
          for (const action of item.type === 'MATCHED' ? [null] : actionsFor(item, 'BANK')) {
            const books = bookingOf(item, action, 'BANK');
            expect(books.received + books.charged).toBe(books.cleared + books.claimSettled);
            if (action === 'CARRY') continue;
            expect(item.ourAmount + books.received).toBe(item.bankAmount);
            expect(books.posted - books.cleared - books.claimed).toBe(0);
          }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the bank’s days', () => {
  const zone = 'Asia/Makassar';
  const plain: SettlementTerms = {
    cutoff: '22:00',
    restDays: [0, 6],
    lagDays: { QRIS: 1 },
    feePerPayment: null,
    mdrPpm: null,
  };
  const calendar: SettlementCalendar = { zone, termsOn: () => plain, holidays: new Set(['2026-12-25']) };
  const at = (text: string) => Date.parse(`${text}+08:00`);

  test.each([
    // A Monday, and the last day of a month.
    ['2026-11-30T21:59:59', 'TELLER', '2026-11-30'],
    ['2026-11-30T22:00:00', 'TELLER', '2026-12-01'],
    ['2026-12-01T00:00:00', 'TELLER', '2026-12-01'],
    // Friday night to Monday; the holiday before a weekend.
    ['2026-11-27T22:00:00', 'TELLER', '2026-11-30'],
    ['2026-12-24T22:00:00', 'TELLER', '2026-12-28'],
    ['2026-11-27T10:00:00', 'QRIS', '2026-11-30'],
    ['2026-11-29T10:00:00', 'QRIS', '2026-12-01'],
  ])('%s by %s settles on %s', (text, channel, day) => {
    expect(settlementDate(at(text), channel, calendar)).toBe(day);
  });

  test('a day is its windows, without a gap and without an overlap, whatever the terms', () => {
    const instant = fc.integer({ min: at('2026-11-01T00:00:00'), max: at('2027-01-15T00:00:00') });
    const terms = fc.record({
      cutoff: fc.constantFrom(null, '00:30', '17:00', '22:00'),
      restDays: fc.subarray([0, 5, 6]),
      lag: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(instant, terms, terms, (epoch, before, after) => {
        const termsOf = ({ lag, ...rest }: typeof before): SettlementTerms => ({
          ...plain,
          ...rest,
          lagDays: { QRIS: lag },
        });
        const changing: SettlementCalendar = {
          ...calendar,
          termsOn: (date) => termsOf(date < businessDate('2026-12-10') ? before : after),
        };
        const day = settlementDate(epoch, 'QRIS', changing);
        expect(settlesOn(day, changing)).toBe(true);
        const inside = (date: string) =>
          settlementWindows(businessDate(date), 'QRIS', changing).some(
            ({ from, to }) => epoch >= from && epoch < to,
          );
        expect(inside(day)).toBe(true);
        expect(inside(nextSettlementDay(day, changing))).toBe(false);
      }),
      { numRuns: 300 },
    );
    expect(settlementWindows(businessDate('2026-12-25'), 'TELLER', calendar)).toEqual([]);
    expect(endOfBusinessDay(businessDate('2026-11-30'), zone)).toBe(at('2026-12-01T00:00:00'));
  });
});
