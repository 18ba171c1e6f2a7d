import { formatRfc3339 } from '@tirtapay/bank-protocol';
import { rupiah, type BusinessDate, type Rupiah } from '@tirtapay/domain';
import type { ShiftKey } from '../../../../api/src/modules/ground/collectors';
import type { BankProfile } from '../../../../api/src/modules/bank-gateway/registry';
import type { PostHistory } from '../../../../api/src/modules/money/payment';
import type { Tx } from '../../../../api/src/platform/database';
import { DEMO_DRAWER } from '../plan/demo-counter';
import type { DemoPayment } from '../plan/demo-payments';

const MINUTES_EAST = 480;

/** Where some of the customers paid in cash: the drawer, and its shift of each day. */
export interface CounterOfHistory {
  readonly drawer: {
    readonly id: number;
    readonly code: string;
    readonly adminFee: Rupiah;
    readonly kind: 'COUNTER';
  };
  readonly shifts: ReadonlyMap<BusinessDate, ShiftKey>;
}

/** The drawer of the demonstration with the shifts that were replayed. */
export async function counterOfHistory(tx: Tx): Promise<CounterOfHistory> {
  const rows = await tx.query<{
    id: number;
    drawer_id: number;
    cashier_id: number;
    business_date: BusinessDate;
  }>(
    'SELECT s.id, s.drawer_id, s.cashier_id, s.business_date FROM shift_kas s JOIN loket_kas k ON k.id = s.drawer_id WHERE k.code = $1',
    [DEMO_DRAWER.code],
  );
  return {
    drawer: { id: rows[0]?.drawer_id ?? 0, code: DEMO_DRAWER.code, adminFee: rupiah(0), kind: 'COUNTER' },
    shifts: new Map(rows.map((row) => [row.business_date, { id: row.id, cashierId: row.cashier_id }])),
  };
}

/** Posts payments through the set writer of their module, each at its own time. */
export function postPayments(
  tx: Tx,
  payments: readonly DemoPayment[],
  history: PostHistory,
  banks: readonly BankProfile[],
  counter: CounterOfHistory,
): Promise<void> {
  const byCode = new Map(banks.map((bank) => [bank.code, bank]));
  const takenBy = (payment: DemoPayment) => {
    if (payment.basket !== undefined) {
      const shift = counter.shifts.get(payment.date);
      if (shift === undefined) throw new Error(`no shift on ${payment.date}`);
      return { bank: counter.drawer, channel: 'CASH', shift } as const;
    }
    const bank = byCode.get(payment.bank);
    if (bank === undefined) throw new Error(`no bank ${payment.bank}`);
    return { bank, channel: payment.channel };
  };
  return history.post(
    tx,
    payments.map((payment) => {
      return {
        ...takenBy(payment),
        bankReference: payment.reference,
        customerNumber: payment.customer.number,
        billNumbers: payment.billNumbers,
        amount: payment.amount,
        paidAt: { text: formatRfc3339(payment.at, MINUTES_EAST), epoch: payment.at, plausible: true },
        inquiryValidUntil: null,
      };
    }),
  );
}
