import { KeepRollups } from '../../src/modules/outward/reporting/rollups/keep-rollups.service';
import type { HttpCaller } from '../support';
import { grownOffice } from '../support/grown-office';
import { TestApp } from '../support/test-app';

/*
 * The report reads what is kept of each customer. Here every bill is looked at by itself, over books with from none to fifteen
 * late bills each, penalties that were forgiven in part, whole and too much.
 */

const CUSTOMERS = 600;
const MONTHS = 15;
/** The newest of the late bills is due on the 20th, and today it is not late. */
const TODAY = '2026-01-20';
const MOST_OF_EACH = [1, 2, 3, 6, 12, Infinity];

const app = new TestApp({ jobs: false, start: `${TODAY}T09:30:00+08:00` });
let caller: HttpCaller;

const SPREAD = `
  UPDATE tagihan b SET state = CASE WHEN paid THEN 'PAID' ELSE 'ISSUED' END, paid_by = CASE WHEN paid THEN b.id END,
      paid_at = CASE WHEN paid THEN now() END, principal = 60000 + b.customer_id, fixed_amount = 10000 + b.customer_id,
      due_date = CASE WHEN b.customer_id % 5 = 0 THEN '${TODAY}'::date - (b.period < '2025-12')::int ELSE b.due_date END
    FROM (SELECT id, customer_id % 16 < row_number() OVER (PARTITION BY customer_id ORDER BY period) AS paid FROM tagihan) s
    WHERE s.id = b.id AND b.state <> 'CANCELLED';
  INSERT INTO denda (bill_id, amount, waived, assessed_on)
    SELECT id, 5000 + customer_id, 0, due_date FROM tagihan WHERE customer_id % 3 <> 0 AND period < '2025-10' ON CONFLICT DO NOTHING;
  UPDATE denda SET waived = CASE bill_id % 4 WHEN 1 THEN amount WHEN 2 THEN 1000 ELSE 0 END,
    excess_waived = CASE bill_id % 8 WHEN 2 THEN 3000 WHEN 3 THEN 700 ELSE 0 END`;

beforeAll(async () => {
  caller = await grownOffice(app, { customers: CUSTOMERS, months: MONTHS }, ...SPREAD.split(';'));
});

afterAll(async () => {
  await app.close();
  await app.stop();
});

interface Bill {
  readonly customer_id: number;
  readonly region_id: number;
  readonly principal: number;
  readonly amount: number;
  readonly waived: number;
  readonly excess_waived: number;
}

async function billByBill(region: number | null) {
  const bills = await app.database.query<Bill>(
    `SELECT b.customer_id::int, c.region_id::int, b.principal::int, coalesce(d.amount, 0)::int AS amount, coalesce(d.waived, 0)::int AS waived,
       coalesce(d.excess_waived, 0)::int AS excess_waived
     FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id LEFT JOIN denda d ON d.bill_id = b.id
     WHERE b.state = 'ISSUED' AND b.due_date < '${TODAY}'`,
  );
  const people = new Map<number, { bills: number; principal: number; penalty: number }>();
  for (const bill of bills) {
    if (region !== null && bill.region_id !== region) continue;
    const one = people.get(bill.customer_id) ?? { bills: 0, principal: 0, penalty: 0 };
    people.set(bill.customer_id, {
      bills: one.bills + 1,
      principal: one.principal + bill.principal,
      penalty: one.penalty + bill.amount - Math.max(bill.waived, bill.excess_waived),
    });
  }
  return MOST_OF_EACH.map((most, index) => {
    const least = (MOST_OF_EACH[index - 1] ?? 0) + 1;
    const those = [...people.values()].filter(({ bills: late }) => late >= least && late <= most);
    const sum = (key: 'bills' | 'principal' | 'penalty') => those.reduce((all, one) => all + one[key], 0);
    return {
      customers: those.length,
      bills: sum('bills'),
      principal: sum('principal'),
      penalty: sum('penalty'),
      amount: sum('principal') + sum('penalty'),
    };
  });
}

describe.each([
  { kept: 'nothing', takeIn: false },
  { kept: 'everything', takeIn: true },
])('where $kept is kept', ({ takeIn }) => {
  beforeAll(async () => {
    if (takeIn) expect(await app.get(KeepRollups).takeIn()).toBe(true);
  });

  it.each([null, 3, 20])('says of region %s what looking at every bill says', async (region) => {
    const { body } = await caller.get<{ rows: Record<string, number>[] }>(
      `/reports/arrears-by-sheets${region === null ? '' : `?region=${String(region)}`}`,
    );
    const wanted = await billByBill(region);
    expect(
      body.rows.map(({ customers, bills, principal, penalty, amount }) => ({
        customers,
        bills,
        principal,
        penalty,
        amount,
      })),
    ).toEqual(wanted);
    if (region !== null) return;
    // The books have somebody in every class, and penalties in part of them only.
    expect(wanted.every(({ customers }) => customers > 0)).toBe(true);
    expect(wanted.some(({ penalty }) => penalty > 0)).toBe(true);
  });
});
