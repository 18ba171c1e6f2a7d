import { CUSTOMER_TRANSITIONS } from '../customer';
import {
  APPROVAL_TRANSITIONS,
  assertTransition,
  BILL_TRANSITIONS,
  canTransition,
  IllegalTransition,
  CHECKOUT_TRANSITIONS,
  DISPUTE_TRANSITIONS,
  OUTBOUND_CALL_TRANSITIONS,
  PAYMENT_TRANSITIONS,
  READING_TRANSITIONS,
  RECONCILIATION_ITEM_TRANSITIONS,
  statesOf,
  TARIFF_VERSION_TRANSITIONS,
  type StateMachine,
} from './index';

/** The legal edges, written a second time from the specification: everything else has to be refused. */
const MACHINES: [string, StateMachine<string>, string[]][] = [
  [
    'customer',
    CUSTOMER_TRANSITIONS,
    [
      'CALON>AKTIF',
      'CALON>NONAKTIF',
      'AKTIF>SEGEL',
      'AKTIF>NONAKTIF',
      'SEGEL>AKTIF',
      'SEGEL>NONAKTIF',
      'NONAKTIF>CALON',
    ],
  ],
  [
    'reading',
    READING_TRANSITIONS,
    [
      'RECORDED>VERIFIED',
      'RECORDED>REREAD',
      'RECORDED>CORRECTED',
      'REREAD>RECORDED',
      'REREAD>CORRECTED',
      'VERIFIED>CORRECTED',
    ],
  ],
  [
    'bill',
    BILL_TRANSITIONS,
    [
      'DRAFT>ISSUED',
      'DRAFT>CANCELLED',
      'ISSUED>PAID',
      'ISSUED>CANCELLED',
      'ISSUED>REPLACED_BY',
      'REPLACED_BY>ISSUED',
      'PAID>ISSUED',
    ],
  ],
  ['dispute', DISPUTE_TRANSITIONS, ['OPEN>CORRECTED', 'OPEN>RELEASED', 'OPEN>CANCELLED']],
  ['payment', PAYMENT_TRANSITIONS, ['POSTED>REVERSED']],
  [
    'outbound call',
    OUTBOUND_CALL_TRANSITIONS,
    ['PENDING>DONE', 'PENDING>FAILED', 'PENDING>UNKNOWN', 'UNKNOWN>DONE', 'UNKNOWN>FAILED'],
  ],
  [
    'checkout',
    CHECKOUT_TRANSITIONS,
    ['PENDING>PAID', 'PENDING>EXPIRED', 'PENDING>CANCELLED', 'EXPIRED>PAID'],
  ],
  ['approval', APPROVAL_TRANSITIONS, ['PENDING>APPROVED', 'PENDING>REJECTED', 'PENDING>WITHDRAWN']],
  [
    'tariff version',
    TARIFF_VERSION_TRANSITIONS,
    ['DRAFT>PENDING', 'PENDING>ACTIVE', 'PENDING>REJECTED', 'ACTIVE>ARCHIVED'],
  ],
  ['reconciliation item', RECONCILIATION_ITEM_TRANSITIONS, ['OPEN>MATCHED', 'OPEN>ADJUSTED']],
];

const edges = MACHINES.flatMap(([name, machine, legal]) =>
  statesOf(machine).flatMap((from) =>
    statesOf(machine).map((to) => ({ name, machine, from, to, legal: legal.includes(`${from}>${to}`) })),
  ),
);

describe('state machines', () => {
  test.each(edges)('$name: $from → $to is legal: $legal', ({ machine, from, to, legal }) => {
    expect(canTransition(machine, from, to)).toBe(legal);
    const attempt = () => {
      assertTransition(machine, from, to);
    };
    if (legal) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(IllegalTransition);
  });

  test.each(MACHINES)('%s: every edge of the table leads to a state of the machine', (_, machine, legal) => {
    expect(Object.values(machine).flat()).toHaveLength(legal.length);
    expect(statesOf(machine)).toEqual(expect.arrayContaining(Object.values(machine).flat()));
  });

  test('the error names both states', () => {
    try {
      assertTransition(BILL_TRANSITIONS, 'CANCELLED', 'PAID');
      throw new Error('not reached');
    } catch (error) {
      expect(error).toMatchObject({ name: 'IllegalTransition', from: 'CANCELLED', to: 'PAID' });
    }
  });

  test('a state that does not exist goes nowhere', () => {
    const machine: StateMachine<string> = BILL_TRANSITIONS;
    expect(canTransition(machine, 'constructor', 'PAID')).toBe(false);
    expect(canTransition(machine, 'toString', 'DRAFT')).toBe(false);
  });
});
