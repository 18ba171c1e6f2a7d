import fc from 'fast-check';
import {
  amountIn,
  batchNarrated,
  bareAmount,
  decidedAmounts,
  decidedDates,
  EMPTY_MAPPING,
  mappingProblems,
  narrated,
  NO_AMOUNT_EVIDENCE,
  NO_DATE_EVIDENCE,
  TABLE_MAPPINGS,
  withAmountCell,
  withDateCell,
  writtenMoment,
  writtenTime,
  type AmountReading,
} from '.';

const reading = (cells: readonly string[]) =>
  decidedAmounts(cells.reduce(withAmountCell, NO_AMOUNT_EVIDENCE));

describe('amounts', () => {
  it.each<[string, AmountReading | null]>([
    ['1.488,69 / 1.000 / 89,9', 'COMMA_DECIMAL'],
    ['1,000.00 / 97,500', 'POINT_DECIMAL'],
    ['1.000', null],
    ['1.000 / 2,500', null],
    ['1.000 / 1.234', 'COMMA_DECIMAL'],
    ['1.000.000', 'COMMA_DECIMAL'],
    ['97500 / 1000', 'POINT_DECIMAL'],
    ['.00 / 97500.00', 'POINT_DECIMAL'],
    ['Rp97.500,00', 'COMMA_DECIMAL'],
  ])('%s', (cells, expected) => {
    expect(reading(cells.split(' / '))).toBe(expected);
  });

  it.each([
    ['97,500.00 CR', { digits: '97,500.00', negative: false, mark: 'CR' }],
    ['(1,000)', { digits: '1,000', negative: true, mark: '' }],
    ['-12.5', { digits: '12.5', negative: true, mark: '' }],
    ['Rp 97.500,-', { digits: '97.500', negative: false, mark: '' }],
    ['1 000', null],
    ['', null],
    ['.', null],
  ])('takes %s apart', (cell, expected) => {
    expect(bareAmount(cell)).toEqual(expected);
  });

  it('are padded as a bank pads them, and a cell of nothing but blanks costs nothing', () => {
    expect(bareAmount(`Rp${' '.repeat(200)}97.500,00`)?.digits).toBe('97.500,00');
    expect(bareAmount(`rp${' '.repeat(200_000)}x`)).toBeNull();
    expect(bareAmount(`${'1'.repeat(200_000)}!`)).toBeNull();
  });

  it('reads back what it groups, and the order of cells decides nothing', () => {
    const money = fc.tuple(fc.integer({ min: 0, max: 999_999_999_999 }), fc.integer({ min: 0, max: 99 }));
    const written = ([rupiah, sen]: [number, number], kind: AmountReading): string => {
      const [group, decimal] = kind === 'POINT_DECIMAL' ? [',', '.'] : ['.', ','];
      const whole = String(rupiah).replace(/\B(?=(?:\d{3})+$)/g, group);
      return `${whole}${decimal}${String(sen).padStart(2, '0')}`;
    };
    fc.assert(
      fc.property(
        fc.array(money, { minLength: 1, maxLength: 8 }),
        fc.constantFrom<AmountReading>('POINT_DECIMAL', 'COMMA_DECIMAL'),
        (amounts, kind) => {
          const cells = amounts.map((amount) => written(amount, kind));
          expect(reading(cells)).toBe(kind);
          expect(reading(cells.toReversed())).toBe(kind);
          expect(cells.map((cell) => amountIn(cell, kind))).toEqual(
            amounts.map(([rupiah, sen]) => ({ rupiah, sen })),
          );
        },
      ),
    );
  });
});

describe('dates', () => {
  const period = { from: '2026-12-15', to: '2027-01-14' };
  it.each([
    ['31/12', { date: '2026-12-31', time: null }],
    ["'01/01", { date: '2027-01-01', time: null }],
    ['20/02', null],
    ['PEND', { date: null, time: null }],
    ['2026-11-29 00:03:19', { date: '2026-11-29', time: '00:03:19' }],
    ['03 August 2026 11:27:10', { date: '2026-08-03', time: '11:27:10' }],
    ['03 Agustus 2026 11:27:10', { date: '2026-08-03', time: '11:27:10' }],
    ['1 Des 26', { date: '2026-12-01', time: null }],
    ['29/11/26 00.03', { date: '2026-11-29', time: '00:03:00' }],
    ['29/11/26 00:03', { date: '2026-11-29', time: '00:03:00' }],
    ['46355', { date: '2026-11-29', time: null }],
    ['46355.5', { date: '2026-11-29', time: '12:00:00' }],
    ['20261129', { date: '2026-11-29', time: null }],
    ['29/02/2026', null],
    ['29/11/2026 25:00', null],
    ['', null],
  ])('%s', (cell, expected) => {
    expect(writtenMoment(cell, 'DMY', period)).toEqual(expected);
  });

  it('have one order in a column, or are asked for', () => {
    const order = (...cells: string[]) => decidedDates(cells.reduce(withDateCell, NO_DATE_EVIDENCE));
    expect(order('03/08/2026', '13/08/2026')).toBe('DMY');
    expect(order('03/08/2026', '08/13/2026')).toBe('MDY');
    expect(order('03/08/2026')).toBeNull();
    expect(order('03/03/2026')).toBe('DMY');
    expect(writtenMoment('08/13/2026', 'MDY')?.date).toBe('2026-08-13');
    expect(writtenTime('093105')).toBe('09:31:05');
    expect(writtenTime('246060')).toBeNull();
  });
});

describe('a narrative', () => {
  it('gives a payer only when it names one', () => {
    expect(narrated('BRIVA 13501010203000046 TAGIHAN', '13501')).toEqual({
      va_number: '13501010203000046',
      customer_number: '010203000046',
    });
    expect(narrated('010203000046 / 010203000012', null).customer_number).toBeNull();
    expect(narrated('99999010203000046', '13501')).toEqual({ va_number: null, customer_number: null });
    expect(narrated('REF 135010102030000461', null)).toEqual({ va_number: null, customer_number: null });
  });

  it('tells gross and fee of a day of QRIS', () => {
    const told = { gross: 947_460, fee: 2_643 };
    expect(batchNarrated('KR OTOMATIS MID : 885 TIRTA QR : 947460.00 DDR : 2643.00')).toEqual(told);
    expect(batchNarrated('KR OTOMATIS MID : 885 TIRTA QR : 947.460 DDR : 2.643')).toEqual(told);
    expect(batchNarrated('KR OTOMATIS')).toBeNull();
  });
});

describe('a mapping', () => {
  it('is right for every bank that is known', () => {
    for (const mapping of TABLE_MAPPINGS) expect(mappingProblems(mapping)).toEqual([]);
  });

  it('says what is missing', () => {
    expect(mappingProblems(EMPTY_MAPPING).map(({ problem }) => problem)).toEqual([
      'NAME',
      'NO_DATE',
      'NO_AMOUNT',
      'NO_IDENTITY',
    ]);
    const columns = [
      { field: 'amount' as const, header: 'a' },
      { field: 'credit' as const, header: '' },
      { field: 'credit' as const, header: 'c' },
    ];
    expect(mappingProblems({ ...EMPTY_MAPPING, name: 'x', columns }).map(({ problem }) => problem)).toEqual([
      'COLUMN_UNPLACED',
      'FIELD_TWICE',
      'NO_DATE',
      'AMOUNT_TWO_WAYS',
      'NO_IDENTITY',
    ]);
  });
});
