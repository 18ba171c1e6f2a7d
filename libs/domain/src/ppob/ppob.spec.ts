import fc from 'fast-check';
import { rupiah } from '../money';
import { statesOf } from '../states';
import {
  depositToppedUp,
  saleDelivered,
  saleHeld,
  saleRefunded,
  SUPPLIER_PAYMENTS,
  supplierPaid,
  supplierPaymentReversed,
  type JournalLine,
} from '../journal';
import {
  formatNop,
  groupsOfFour,
  maskCode,
  hear,
  mobileNumber,
  mobileOperator,
  orderAccount,
  orderMeaning,
  orderNominal,
  orderVariant,
  PPOB_SERVICE_CODES,
  PPOB_SERVICES,
  ppobService,
  presentPurchaseState,
  publicPurchaseState,
  PURCHASE_TRANSITIONS,
  readOrder,
  supplierGap,
  type PurchaseState,
} from './index';

const PULSA = {
  customer_name: 'Dewi Lestari',
  nomor_hp: '081234567890',
  nominal: 40_000,
  service_code: 'PULSA',
};

/** The pointers and codes of what is wrong. */
function wrong(body: Record<string, unknown>): string[] {
  const read = readOrder(body);
  return read.ok ? [] : read.problems.map(({ pointer, code }) => `${pointer} ${code}`);
}

function taken(body: Record<string, unknown>) {
  const read = readOrder(body);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.order;
}

describe('services', () => {
  test('twelve, each by its code and by the section titles of the specification', () => {
    expect(PPOB_SERVICE_CODES).toHaveLength(12);
    for (const code of PPOB_SERVICE_CODES) expect(ppobService(code)).toBe(PPOB_SERVICES[code]);
    for (const [title, code] of [
      ['PLN_PRABAYAR', 'PLN'],
      ['PDAM_PASCABAYAR', 'PDAM'],
      ['PULSA_PRABAYAR', 'PULSA'],
      ['PGN_PASCABAYAR', 'PGN'],
      ['MUSIK BERLANGGANAN', 'MUSIK'],
      ['TV BERLANGGANAN', 'TV'],
      ['PAKET_DATA_PRABAYAR', 'PAKET_DATA'],
    ] as const)
      expect(ppobService(title)?.code).toBe(code);
    expect(ppobService('constructor')).toBeNull();
    expect(ppobService(7)).toBeNull();
  });
});

describe('operators', () => {
  test.each([
    ['081234567890', 'TELKOMSEL'],
    ['085154000001', 'BYU'],
    ['085100000001', 'TELKOMSEL'],
    ['085612345678', 'INDOSAT'],
    ['087812345678', 'XL'],
    ['083112345678', 'AXIS'],
    ['089512345678', 'TRI'],
    ['088812345678', 'SMARTFREN'],
    ['080012345678', null],
  ])('%s is of %s', (number, operator) => {
    expect(mobileOperator(number)).toBe(operator);
  });

  test('a number is the same however it is written', () => {
    for (const written of ['081234567890', '+62 812-3456-7890', '62812 3456 7890', '(0812) 3456.7890'])
      expect(mobileNumber(written)).toBe('081234567890');
    for (const written of ['0812345', '08123456789012', '071234567890', '0812x4567890'])
      expect(mobileNumber(written)).toBeNull();
  });
});

describe('an order', () => {
  test('takes the body of the specification in the form it is printed', () => {
    const order = taken(PULSA);
    expect(order.fields).toEqual({ nomor_hp: '081234567890', nominal: 40_000 });
    expect([orderVariant(order), orderNominal(order), orderAccount(order)]).toEqual([
      'TELKOMSEL',
      40_000,
      '081234567890',
    ]);
    const tax = { customer_name: 'Budi', customer_address: 'Jl. Melati', service_code: 'PAJAK (Pajak PBB)' };
    expect(taken({ ...tax, nop: '327508001200112340' }).fields.nop).toBe('32.75.080.012.001-1234.0');
  });

  test('names what is missing or wrong by pointer, and takes nothing it does not know', () => {
    expect(wrong({})).toEqual(['/service_code isService']);
    expect(wrong({ service_code: 'PULSA' })).toEqual([
      '/customer_name required',
      '/nomor_hp required',
      '/nominal required',
    ]);
    for (const nominal of ['40000', -1, 0, 1.5, 2 ** 53, null])
      expect(wrong({ ...PULSA, nominal })).toEqual([
        `/nominal ${nominal === null ? 'required' : 'isNominal'}`,
      ]);
    expect(wrong({ ...PULSA, admin_fee: 0, 'a/b~c': 1 })).toEqual([
      '/admin_fee unknown_property',
      '/a~1b~0c unknown_property',
    ]);
    expect(wrong({ ...PULSA, nomor_hp: '080012345678' })).toEqual(['/nomor_hp isOperator']);
    for (const customer_name of ['x'.repeat(300), 'Dewi\nLestari', 'Dewi\u202eLestari', '  ', 7])
      expect(wrong({ ...PULSA, customer_name })).toHaveLength(1);
    const gas = { customer_name: 'A', id_pelanggan: 'PGN998877', service_code: 'PGN' };
    for (const periode of ['13-2025', '2025-10', '1-2025', 'Oktober 2025'])
      expect(wrong({ ...gas, periode })).toEqual(['/periode isMonth']);
    expect(
      wrong({ customer_name: 'T', paket: 'Premium', periode: '13 Bulan', service_code: 'MUSIK' }),
    ).toEqual(['/periode isDuration']);
  });

  test('the same meaning for the same thing, another for another', () => {
    const meaning = orderMeaning(taken(PULSA));
    expect(
      orderMeaning(taken({ ...PULSA, nomor_hp: '+62 812 3456 7890', service_code: 'pulsa_prabayar' })),
    ).toBe(meaning);
    for (const change of [{ nominal: 50_000 }, { nomor_hp: '081234567891' }, { customer_name: 'Dewi' }])
      expect(orderMeaning(taken({ ...PULSA, ...change }))).not.toBe(meaning);
  });

  test('no body, whatever it holds, is taken with a value that could break a line of an invoice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PPOB_SERVICE_CODES),
        fc.dictionary(
          fc.constantFrom(
            ...Object.values(PPOB_SERVICES).flatMap(({ fields }) => fields.map(({ name }) => name)),
          ),
          fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null)),
        ),
        fc.string({ unit: 'binary' }),
        (service_code, fields, customer_name) => {
          const read = readOrder({ ...fields, customer_name, service_code });
          if (!read.ok) return read.problems.every(({ pointer }) => pointer.startsWith('/'));
          return [read.order.customerName, ...Object.values(read.order.fields)].every(
            (value) => typeof value === 'number' || !/[\p{Cc}\u2028\u2029\u202a-\u202e]/u.test(value),
          );
        },
      ),
    );
  });
});

describe('what is printed', () => {
  test('a NOP in its dots, codes in groups of four', () => {
    expect(formatNop('327508001200112340')).toBe('32.75.080.012.001-1234.0');
    expect(formatNop('32.75.080.012.001-1234.0')).toBe('32.75.080.012.001-1234.0');
    expect(formatNop('32.75.080.012.001-1234')).toBeNull();
    expect(groupsOfFour('8946235177892345')).toBe('8946-2351-7789-2345');
    expect(groupsOfFour('0123-4567-8901-2345-6789')).toBe('0123-4567-8901-2345-6789');
  });
});

describe('the word of a supplier', () => {
  const STATES = statesOf(PURCHASE_TRANSITIONS);
  const words = fc.constantFrom('SUCCESS', 'FAILED', 'PENDING', 'UNKNOWN');

  test('moves a purchase once; what contradicts an end moves nothing', () => {
    expect(hear('SENT', 'SUCCESS')).toEqual({ kind: 'MOVE', to: 'SUCCESS' });
    expect(hear('SENT', 'UNKNOWN')).toEqual({ kind: 'MOVE', to: 'UNKNOWN' });
    expect(hear('UNKNOWN', 'PENDING')).toEqual({ kind: 'NOTHING' });
    expect(hear('SUCCESS', 'SUCCESS')).toEqual({ kind: 'NOTHING' });
    expect(hear('REFUNDED', 'FAILED')).toEqual({ kind: 'NOTHING' });
    expect(hear('SUCCESS', 'PENDING')).toEqual({ kind: 'NOTHING' });
    expect(hear('REFUNDED', 'SUCCESS')).toEqual({ kind: 'CONTRADICTION' });
    expect(hear('SUCCESS', 'FAILED')).toEqual({ kind: 'CONTRADICTION' });
    // Nothing was sent yet: whoever answers answers something else.
    expect(hear('PAID', 'SUCCESS')).toEqual({ kind: 'CONTRADICTION' });
  });

  test('whatever is said in whatever order, the first end stays the end', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (said) => {
        let state: PurchaseState = 'SENT';
        const ends: PurchaseState[] = [];
        for (const word of said) {
          const effect = hear(state, word);
          if (effect.kind === 'MOVE') state = effect.to;
          if (state === 'SUCCESS' || state === 'FAILED') ends.push(state);
        }
        const first = said.find((word) => word === 'SUCCESS' || word === 'FAILED');
        return new Set(ends).size <= 1 && (first === undefined || state === first);
      }),
    );
  });

  test('a client is told PENDING until it is over', () => {
    expect(STATES.map(publicPurchaseState)).toEqual([
      'PENDING',
      'PENDING',
      'PENDING',
      'PENDING',
      'SUCCESS',
      'FAILED',
      'REFUNDED',
    ]);
    expect(presentPurchaseState('SUCCESS', false)).toBe('SUCCESS');
    expect(presentPurchaseState('SUCCESS', true)).toBe('REFUNDED');
  });
});

describe('the books of a sale', () => {
  const written = (lines: readonly JournalLine[]) =>
    lines.map((line) => `${line.account} ${line.debit > 0 ? 'D' : 'C'} ${String(line.debit + line.credit)}`);
  const sale = {
    collector: { id: 5, kind: 'PARTNER' as const },
    principal: rupiah(40_000),
    adminFee: rupiah(1_000),
  };

  test('held, delivered, given back', () => {
    expect(written(saleHeld(sale))).toEqual(['2140 D 41000', '2150 C 41000']);
    expect(written(saleDelivered({ ...sale, terms: 'LATER', cost: rupiah(39_200) }))).toEqual([
      '2150 D 41000',
      '2160 C 39200',
      '4210 C 1000',
      '4220 C 800',
    ]);
    const prepaid = { ...sale, terms: 'PREPAID' as const };
    expect(written(saleDelivered({ ...prepaid, cost: rupiah(39_200) }))[1]).toBe('1150 C 39200');
    expect(written(saleDelivered({ ...prepaid, cost: rupiah(40_500) }))).toContain('4220 D 500');
    expect(written(saleRefunded(sale))).toEqual(['2150 D 41000', '2140 C 41000']);
    expect(written(saleHeld({ ...sale, collector: { id: 6, kind: 'COUNTER' } }))[0]).toBe('1140 D 41000');
    expect(written(depositToppedUp({ collectorId: 5, amount: rupiah(1_000_000) }))).toEqual([
      '1110 D 1000000',
      '2140 C 1000000',
    ]);
  });

  test('whatever the amounts: what was held is gone after either end, and a refund leaves the deposit as it was', () => {
    const amounts = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(amounts, amounts, amounts, (principal, adminFee, cost) => {
        const money = { ...sale, principal: rupiah(principal), adminFee: rupiah(adminFee) };
        const net = (account: string, lines: readonly JournalLine[]) =>
          lines.filter((l) => l.account === account).reduce((sum, l) => sum + l.credit - l.debit, 0);
        const delivered = [
          ...saleHeld(money),
          ...saleDelivered({ ...money, terms: 'LATER', cost: rupiah(cost) }),
        ];
        const refunded = [...saleHeld(money), ...saleRefunded(money)];
        return (
          net('2150', delivered) === 0 &&
          net('2150', refunded) === 0 &&
          net('2140', refunded) === 0 &&
          net('2140', delivered) === -(principal + adminFee)
        );
      }),
    );
  });
});

describe('money of ours at a supplier', () => {
  const AMOUNTS = fc.integer({ min: 0, max: 1_000_000_000 });
  const net = (account: string, lines: readonly JournalLine[]) =>
    lines.filter((l) => l.account === account).reduce((sum, l) => sum + l.debit - l.credit, 0);

  test('a top-up and a settlement leave the bank, their reversal brings all of it back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SUPPLIER_PAYMENTS), fc.integer({ min: 1, max: 1e9 }), (kind, paid) => {
        const money = { kind, amount: rupiah(paid) };
        const account = kind === 'TOP_UP' ? '1150' : '2160';
        const [there, back] = [supplierPaid(money), supplierPaymentReversed(money)];
        return (
          net(account, there) === paid &&
          net('1110', there) === -paid &&
          net(account, [...there, ...back]) === 0 &&
          net('1110', [...there, ...back]) === 0
        );
      }),
    );
  });

  const at = (booked: number, inFlight: number) => ({ booked, inFlight });

  test('what it says is compared with what our books allow', () => {
    expect(supplierGap(1_000_000, at(1_000_000, 0), at(1_000_000, 0))).toBe(0);
    expect(supplierGap(960_800, at(1_000_000, 39_200), at(1_000_000, 39_200))).toBe(0);
    expect(supplierGap(950_000, at(1_000_000, 39_200), at(1_000_000, 39_200))).toBe(-10_800);
    expect(supplierGap(1_000_500, at(1_000_000, 39_200), at(960_800, 0))).toBe(500);
    expect(supplierGap(0, at(-40_000, 0), at(-40_000, 0))).toBe(40_000);
  });

  test('a supplier that keeps the same books never differs, whenever it answers', () => {
    fc.assert(
      fc.property(
        AMOUNTS,
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 20 }),
        fc.nat(),
        fc.nat(),
        (paidIn, orders, delivered, taken) => {
          const sum = (some: readonly number[]) => some.reduce((total, cost) => total + cost, 0);
          const [booked, seen] = [delivered % (orders.length + 1), taken % (orders.length + 1)];
          const before = at(paidIn, sum(orders));
          const after = at(paidIn - sum(orders.slice(0, booked)), sum(orders.slice(booked)));
          return supplierGap(paidIn - sum(orders.slice(0, seen)), before, after) === 0;
        },
      ),
    );
  });
});

test.each([
  ['1234 5678 9012 3456 7890', '••••-••••-••••-••••-7890'],
  ['8946-2351-7789-2345', '••••-••••-••••-2345'],
  ['GAME8', '••••-8'],
  ['', ''],
])('%p is shown as %p to whoever decides about it', (code, shown) => {
  expect(maskCode(code)).toBe(shown);
});
