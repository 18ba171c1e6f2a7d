import fc from 'fast-check';
import { rupiah, ZERO_RUPIAH } from '../money';
import { allocate, totals } from '../payment';
import {
  accountOf,
  assertBalanced,
  billCancelled,
  billCorrected,
  billIssued,
  billsReplaced,
  CHART_OF_ACCOUNTS,
  creditApplied,
  creditReceived,
  depositTopUpReversed,
  drawerDeposited,
  drawerDiffered,
  drawerFloated,
  heldMoneyReturned,
  paymentPosted,
  paymentReversed,
  penaltyAccrued,
  penaltyWaived,
  stampDutyPaid,
  stampDutyPaymentReversed,
  waiverRevoked,
  suspenseReceived,
  UnbalancedJournal,
  type JournalLine,
} from './index';

const who = { customerId: 7, billId: 70 };

/** `account D/C amount`, which is how a bookkeeper would write it. */
const written = (lines: JournalLine[]) =>
  lines.map(
    (line) => `${line.account} ${line.debit > 0 ? `D ${String(line.debit)}` : `C ${String(line.credit)}`}`,
  );

describe('chart of accounts', () => {
  test('twenty-four accounts, each once, each with a name in both languages', () => {
    expect(new Set(CHART_OF_ACCOUNTS.map((account) => account.code)).size).toBe(24);
    expect(accountOf('2130').name.id).toBe('Utang bea meterai');
    expect(() => accountOf('9999')).toThrow(RangeError);
  });
});

describe('journals', () => {
  test('a bill of Rp70.000', () => {
    const lines = billIssued({ ...who, waterAmount: rupiah(60_000), fixedAmount: rupiah(10_000) });
    expect(written(lines)).toEqual(['1210 D 70000', '4110 C 60000', '4120 C 10000']);
    expect(lines[0]).toMatchObject(who);
  });

  test('a bill of nothing has no journal, a bill without fixed charges no line for them', () => {
    expect(billIssued({ ...who, waterAmount: ZERO_RUPIAH, fixedAmount: ZERO_RUPIAH })).toEqual([]);
    const lines = billIssued({ ...who, waterAmount: rupiah(5), fixedAmount: ZERO_RUPIAH });
    expect(written(lines)).toEqual(['1210 D 5', '4110 C 5']);
  });

  test('every kind of bill against what it is', () => {
    const nothing = { ...who, waterAmount: ZERO_RUPIAH, fixedAmount: ZERO_RUPIAH };
    const other = rupiah(150_000);
    expect(written(billIssued({ ...nothing, kind: 'OPENING', otherAmount: other }))).toEqual([
      '1210 D 150000',
      '3900 C 150000',
    ]);
    const charge = {
      ...nothing,
      kind: 'NONWATER',
      otherAmount: other,
      carriedAmount: rupiah(5_000),
    } as const;
    expect(written(billIssued(charge))).toEqual(['1210 D 155000', '4140 C 150000', '1230 C 5000']);
    expect(written(billCancelled(charge))).toEqual(['4140 D 150000', '1230 D 5000', '1210 C 155000']);
    // An instalment is no revenue: its plan moves what the sources still owe.
    expect(billIssued({ ...nothing, kind: 'INSTALMENT', otherAmount: other })).toEqual([]);
    const plan = billsReplaced({
      customerId: 7,
      sources: [{ billId: 70, principal: rupiah(70_000), penalty: rupiah(10_000) }],
      instalments: [
        { billId: 71, principal: rupiah(40_000) },
        { billId: 72, principal: rupiah(40_000) },
      ],
    });
    expect(written(plan)).toEqual(['1210 D 40000', '1210 D 40000', '1210 C 70000', '1220 C 10000']);
    const water = {
      ...who,
      waterAmount: rupiah(60_000),
      fixedAmount: rupiah(10_000),
      carriedAmount: rupiah(5_000),
    };
    expect(written(billIssued(water))).toEqual([
      '1210 D 75000',
      '4110 C 60000',
      '4120 C 10000',
      '1230 C 5000',
    ]);
  });

  test('a correction is the customer’s credit at once, or waits for the bill that carries it', () => {
    expect(written(billCorrected({ ...who, waterDifference: -20_000, fixedDifference: 0 }))).toEqual([
      '2110 C 20000',
      '4110 D 20000',
    ]);
    expect(written(billCorrected({ ...who, waterDifference: 12_000, fixedDifference: -2_000 }))).toEqual([
      '1230 D 10000',
      '4110 C 12000',
      '4120 D 2000',
    ]);
    // A balance taken over is no revenue of ours: it goes back where it came from.
    const opening = { ...who, waterDifference: 0, fixedDifference: 0 };
    expect(
      written(billCorrected({ ...opening, openingDifference: -50_000, penaltyDifference: -1_000 })),
    ).toEqual(['2110 C 51000', '3900 D 50000', '4130 D 1000']);
    expect(written(billCorrected({ ...opening, openingDifference: 20_000 }))).toEqual([
      '1230 D 20000',
      '3900 C 20000',
    ]);
    // What moves between water and fixed charges only is nobody's money.
    expect(written(billCorrected({ ...who, waterDifference: 500, fixedDifference: -500 }))).toEqual([
      '4110 C 500',
      '4120 D 500',
    ]);
  });

  test('corrected, carried and paid, nothing stays in 1230 and revenue is what was worked out', () => {
    const money = fc.integer({ min: 0, max: 500_000 });
    fc.assert(
      fc.property(money, money, money, money, (water, fixed, waterAgain, fixedAgain) => {
        const difference = { waterDifference: waterAgain - water, fixedDifference: fixedAgain - fixed };
        const owed = difference.waterDifference + difference.fixedDifference;
        const books = [
          ...billIssued({ ...who, waterAmount: rupiah(water), fixedAmount: rupiah(fixed) }),
          ...billCorrected({ ...who, ...difference }),
          ...billIssued({
            customerId: 7,
            billId: 71,
            kind: 'NONWATER',
            waterAmount: ZERO_RUPIAH,
            fixedAmount: ZERO_RUPIAH,
            carriedAmount: rupiah(Math.max(0, owed)),
          }),
        ];
        const net = (account: string) =>
          books
            .filter((line) => line.account === account)
            .reduce((sum, line) => sum + line.credit - line.debit, 0);
        expect([net('1230'), net('4110'), net('4120'), net('2110')]).toEqual([
          0,
          waterAgain,
          fixedAgain,
          Math.max(0, -owed),
        ]);
      }),
    );
  });

  test('a cancelled bill takes its penalty with it', () => {
    const amounts = { waterAmount: rupiah(60_000), fixedAmount: rupiah(10_000), penalty: rupiah(15_000) };
    expect(written(billCancelled({ ...who, ...amounts }))).toEqual([
      '4110 D 60000',
      '4120 D 10000',
      '4130 D 15000',
      '1210 C 70000',
      '1220 C 15000',
    ]);
  });

  test('penalty accrued and waived', () => {
    expect(written(penaltyAccrued({ ...who, amount: rupiah(10_000) }))).toEqual([
      '1220 D 10000',
      '4130 C 10000',
    ]);
    expect(written(penaltyWaived({ ...who, amount: rupiah(4_000) }))).toEqual(['4190 D 4000', '1220 C 4000']);
    expect(written(waiverRevoked({ ...who, amount: rupiah(4_000) }))).toEqual(['1220 D 4000', '4190 C 4000']);
  });

  test('a payment with waiver and stamp duty', () => {
    const lines = paymentPosted({
      collector: { id: 'sultra', kind: 'BANK' },
      adminFee: rupiah(2_500),
      customerId: 7,
      bills: [
        { billId: 70, principal: rupiah(5_000_000), penalty: rupiah(10_000), waiver: rupiah(4_000) },
        { billId: 71, principal: rupiah(70_000), penalty: ZERO_RUPIAH },
      ],
      stampDuty: rupiah(10_000),
    });
    expect(written(lines)).toEqual([
      '1130 D 5086000',
      '4190 D 4000',
      '1210 C 5000000',
      '1220 C 10000',
      '1210 C 70000',
      '2130 C 10000',
    ]);
    expect(lines[0]).toMatchObject({ collectorId: 'sultra', customerId: 7 });
    expect(lines[4]).toMatchObject({ customerId: 7, billId: 71 });
  });

  test('money without a bill', () => {
    const bank = { id: 1, kind: 'BANK' } as const;
    const receipt = { collector: bank, amount: rupiah(70_000), adminFee: rupiah(2_500) };
    expect(written(creditReceived({ ...receipt, customerId: 7 }))).toEqual(['1130 D 70000', '2110 C 70000']);
    expect(written(suspenseReceived(receipt))).toEqual(['1130 D 70000', '2120 C 70000']);
    const applied = creditApplied({
      customerId: 7,
      bills: [{ billId: 70, principal: rupiah(60_000), penalty: rupiah(10_000) }],
      stampDuty: ZERO_RUPIAH,
    });
    expect(written(applied)).toEqual(['2110 D 70000', '1210 C 60000', '1220 C 10000']);
    expect(written(heldMoneyReturned({ collectorId: 1, amount: rupiah(70_000), customerId: 7 }))).toEqual([
      '2110 D 70000',
      '1110 C 70000',
    ]);
    expect(written(heldMoneyReturned({ collectorId: 1, amount: rupiah(70_000), customerId: null }))).toEqual([
      '2120 D 70000',
      '1110 C 70000',
    ]);
  });

  test('what a counter or a partner takes is theirs to hand over with the fee, which is ours', () => {
    const settled = [{ billId: 70, principal: rupiah(70_000), penalty: ZERO_RUPIAH }];
    const payment = { customerId: 7, bills: settled, stampDuty: rupiah(10_000), adminFee: rupiah(2_500) };
    const tail = ['1210 C 70000', '2130 C 10000', '4210 C 2500'];
    expect(written(paymentPosted({ ...payment, collector: { id: 3, kind: 'COUNTER' } }))).toEqual([
      '1140 D 82500',
      ...tail,
    ]);
    const partner = paymentPosted({ ...payment, collector: { id: 4, kind: 'PARTNER' } });
    expect(written(partner)).toEqual(['2140 D 82500', ...tail]);
    expect(partner[0]).toMatchObject({ collectorId: 4, customerId: 7 });
    const held = {
      collector: { id: 3, kind: 'COUNTER' },
      amount: rupiah(5_000),
      adminFee: rupiah(500),
    } as const;
    expect(written(suspenseReceived(held))).toEqual(['1140 D 5500', '2120 C 5000', '4210 C 500']);
  });

  test('a payment booked as cash at bank before there were clearing accounts goes back through the clearing account', () => {
    const posted: JournalLine[] = [
      { account: '1110', debit: rupiah(70_000), credit: ZERO_RUPIAH, collectorId: 1, customerId: 7 },
      { account: '1210', debit: ZERO_RUPIAH, credit: rupiah(70_000), ...who },
    ];
    expect(written(paymentReversed(posted, 'BANK'))).toEqual(['1130 C 70000', '1210 D 70000']);
  });

  test('refuses journals that do not balance or say nothing', () => {
    const cash = { account: '1110', debit: rupiah(10), credit: ZERO_RUPIAH } as const;
    const water = { account: '4110', debit: ZERO_RUPIAH, credit: rupiah(10) } as const;
    expect(() => {
      assertBalanced([cash, water]);
    }).not.toThrow();
    const wrong: JournalLine[][] = [
      [cash],
      [cash, { ...water, credit: rupiah(9) }],
      [cash, water, { ...cash, debit: ZERO_RUPIAH }],
      [
        { ...cash, credit: rupiah(10) },
        { ...water, debit: rupiah(10) },
      ],
      [
        { ...cash, debit: rupiah(-10) },
        { ...water, credit: rupiah(-10) },
      ],
    ];
    for (const lines of wrong) {
      expect(() => {
        assertBalanced(lines);
      }).toThrow(UnbalancedJournal);
    }
    expect(() => penaltyAccrued({ ...who, amount: rupiah(-1) })).toThrow(UnbalancedJournal);
  });

  test('the bank line is what is allocated; a reversal brings every account back', () => {
    const settled = fc.record({
      billId: fc.nat(),
      principal: fc.nat({ max: 3_000_000 }).map(rupiah),
      penalty: fc.nat({ max: 50_000 }).map(rupiah),
    });
    fc.assert(
      fc.property(fc.array(settled, { minLength: 1, maxLength: 8 }), fc.nat({ max: 100 }), (rows, share) => {
        const bills = rows.map((row) => ({
          ...row,
          waiver: rupiah(Math.floor((row.penalty * share) / 100)),
        }));
        const due = totals(bills, ZERO_RUPIAH);
        const payment = { customerId: 7, bills, stampDuty: due.stampDuty, adminFee: rupiah(2_500) };
        const lines = paymentPosted({ ...payment, collector: { id: 1, kind: 'BANK' } });
        const bank = lines
          .filter((line) => line.account === '1130')
          .reduce((sum, line) => sum + line.debit, 0);
        expect(bank).toBe(due.bankAmount);
        const allocated = allocate(bills.map((bill) => ({ ...bill, billNumber: String(bill.billId) })));
        expect(bank).toBe(allocated.reduce((sum, row) => sum + row.amount, 0));
        const back = [...lines, ...paymentReversed(lines, 'BANK')];
        for (const { code } of CHART_OF_ACCOUNTS) {
          const net = back
            .filter((line) => line.account === code)
            .reduce((sum, line) => sum + line.debit - line.credit, 0);
          expect(net).toBe(0);
        }
        expect(paymentReversed(paymentReversed(lines, 'BANK'), 'BANK')).toEqual(lines);
      }),
    );
  });

  test('receivables are zero once a bill was issued, penalised, partly waived and paid', () => {
    const money = fc.integer({ min: 0, max: 500_000 });
    fc.assert(
      fc.property(money, money, money, fc.nat({ max: 100 }), (water, fixed, late, share) => {
        const waiver = rupiah(Math.floor((late * share) / 100));
        const bill = { billId: 70, principal: rupiah(water + fixed), penalty: rupiah(late), waiver };
        const books = [
          ...billIssued({ ...who, waterAmount: rupiah(water), fixedAmount: rupiah(fixed) }),
          ...penaltyAccrued({ ...who, amount: rupiah(late) }),
          ...paymentPosted({
            collector: { id: 1, kind: 'BANK' },
            customerId: 7,
            bills: [bill],
            stampDuty: ZERO_RUPIAH,
            adminFee: ZERO_RUPIAH,
          }),
        ];
        for (const account of ['1210', '1220']) {
          const open = books
            .filter((line) => line.account === account)
            .reduce((sum, line) => sum + line.debit - line.credit, 0);
          expect(open).toBe(0);
        }
      }),
    );
  });
});

describe('a top-up that was booked wrong', () => {
  test('is mirrored', () => {
    expect(written(depositTopUpReversed({ collectorId: 7, amount: rupiah(250_000) }))).toEqual([
      '2140 D 250000',
      '1110 C 250000',
    ]);
  });
});

describe('stamp duty', () => {
  test('is handed over out of our account, and mirrored when that was wrong', () => {
    expect(written(stampDutyPaid(rupiah(20_000)))).toEqual(['2130 D 20000', '1110 C 20000']);
    expect(written(stampDutyPaymentReversed(rupiah(20_000)))).toEqual(['1110 D 20000', '2130 C 20000']);
  });
});

describe('drawers', () => {
  test('a float, a deposit, too little and too much', () => {
    const collectorId = 9;
    expect(written(drawerFloated({ collectorId, amount: rupiah(500_000) }))).toEqual([
      '1140 D 500000',
      '1110 C 500000',
    ]);
    expect(written(drawerDeposited({ collectorId, amount: rupiah(450_000) }))).toEqual([
      '1110 D 450000',
      '1140 C 450000',
    ]);
    expect(written(drawerDiffered({ collectorId, difference: rupiah(-500) }))).toEqual([
      '5120 D 500',
      '1140 C 500',
    ]);
    expect(written(drawerDiffered({ collectorId, difference: rupiah(200) }))).toEqual([
      '1140 D 200',
      '5120 C 200',
    ]);
  });
});
