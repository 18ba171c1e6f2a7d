import type { ReferenceOutcome } from '@tirtapay/domain';
import { SQLSTATE, sqlState, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type { ShiftKey } from '../../../ground/collectors';
import { WAIVER_OFFERS } from '../../../water/penalty';
import type { OpenBillRow } from '../inquiry/open-bills';

/*
 * The locks of a posting, everywhere in this order: reference, customers by id, their open bills by id. Reading begins
 * after locking, in a statement of its own, because only a new statement sees what the one waited for has committed. The
 * functions (migration 0027) decide nothing: the decision is libs/domain/payment.
 */

/** What a payment asks to be locked. */
export interface PostingKey {
  readonly collectorId: number;
  readonly reference: string;
  readonly customerNumber: string;
  readonly billNumbers: readonly string[];
}

export interface LockedCustomer {
  readonly id: number;
  readonly customer_number: string;
  readonly name: string;
  /** Open bills under lock, oldest first. */
  readonly bills: readonly OpenBillRow[];
}

export interface PostingIds {
  readonly payment_id: number;
  readonly journal_id: number;
}

/** A requested bill that is no longer open. */
export interface SettledBillRow {
  readonly bill_number: string;
  readonly period: string;
  readonly state: 'DRAFT' | 'PAID' | 'REPLACED_BY';
  readonly principal: number;
}

export interface BoundPayment {
  readonly outcome: ReferenceOutcome;
  readonly fingerprint: string | null;
  readonly payment_id: number | null;
  readonly answer: string | null;
  readonly reversed: boolean;
}

/** One payment under its locks. */
export interface LockedPayment {
  /** Set when the reference is already bound; nothing else was read or locked then. */
  readonly reference: BoundPayment | null;
  /** Null when nobody has the number. */
  readonly customer: LockedCustomer | null;
  readonly settled: readonly SettledBillRow[];
  readonly ids: PostingIds;
}

interface LockedSet {
  /** By item: whether its reference is ours now. */
  readonly taken: readonly boolean[];
  readonly bound: readonly (BoundPayment & { readonly n: number })[];
  /** Customer numbers that exist, locked or not. */
  readonly known: readonly string[];
  readonly customers: readonly LockedCustomer[];
  readonly settled: readonly SettledBillRow[];
  readonly ids: readonly PostingIds[];
}

/** Somebody else holds what the payment needs: it leaves the batch and waits alone. */
export const BUSY = 'BUSY';

/** Takes what is free of everything asked for and waits for nothing. @returns in the order of the keys */
export async function lockPayments(
  tx: Tx,
  keys: readonly PostingKey[],
): Promise<(LockedPayment | typeof BUSY)[]> {
  const [row] = await tx.prepared<{ state: LockedSet }>(
    'lock_payments',
    'SELECT lock_payments($1, $2, $3, $4) AS state',
    [
      keys.map((key) => key.collectorId),
      keys.map((key) => key.reference),
      keys.map((key) => key.customerNumber),
      keys.flatMap((key) => key.billNumbers),
    ],
  );
  if (row === undefined) throw new Error('nothing was locked');
  const { state } = row;
  const bound = new Map(state.bound.map((reference) => [reference.n, reference]));
  const customers = new Map(state.customers.map((customer) => [customer.customer_number, customer]));
  const known = new Set(state.known);
  return keys.map((key, index): LockedPayment | typeof BUSY => {
    const ids = state.ids[index];
    if (state.taken[index] !== true || ids === undefined) return BUSY;
    const reference = bound.get(index + 1) ?? null;
    const customer = customers.get(key.customerNumber) ?? null;
    if (reference === null && customer === null && known.has(key.customerNumber)) return BUSY;
    return {
      reference,
      customer,
      settled: state.settled.filter((bill) => key.billNumbers.includes(bill.bill_number)),
      ids,
    };
  });
}

/**
 * The same for one, waiting.
 * @param wait milliseconds for all its locks together
 * @throws Problem payment.in_progress when that was not enough
 */
export async function lockPayment(tx: Tx, key: PostingKey, wait: number): Promise<LockedPayment> {
  try {
    const [row] = await tx.prepared<{ state: LockedPayment }>(
      'lock_payment',
      'SELECT lock_payment($1, $2, $3, $4, $5) AS state',
      [key.collectorId, key.reference, key.customerNumber, key.billNumbers, Math.max(1, Math.floor(wait))],
    );
    if (row === undefined) throw new Error('nothing was locked');
    return row.state;
  } catch (error) {
    // Also a cancelled statement: nothing was written yet, so nothing is unknown.
    const state = sqlState(error);
    if (state === SQLSTATE.lockNotAvailable || state === SQLSTATE.queryCanceled) throw inProgress();
    throw error;
  }
}

interface LockedBasket {
  readonly bound: readonly (BoundPayment & { readonly n: number })[];
  /** Whether the shift is open and held so; null when nothing had to be locked. */
  readonly open: boolean | null;
  readonly customers: readonly LockedCustomer[];
  readonly settled: readonly SettledBillRow[];
  readonly ids: readonly PostingIds[];
}

/**
 * The same for all payments of a basket of one counter and shift: references, shift, customers, bills.
 * @param wait milliseconds for all locks together
 * @throws Problem payment.in_progress when that was not enough
 */
export async function lockBasket(
  tx: Tx,
  payments: readonly (PostingKeyOf & { readonly shift: ShiftKey })[],
  wait: number,
): Promise<{ readonly open: boolean; readonly locked: readonly LockedPayment[] }> {
  const [first] = payments;
  if (first === undefined) throw new Error('a basket without payments');
  try {
    const [row] = await tx.prepared<{ state: LockedBasket }>(
      'lock_basket',
      'SELECT lock_basket($1, $2, $3, $4, $5, $6, $7) AS state',
      [
        first.bank.id,
        payments.map(({ bankReference }) => bankReference),
        first.shift.id,
        first.shift.cashierId,
        payments.map(({ customerNumber }) => customerNumber),
        payments.flatMap(({ billNumbers }) => billNumbers),
        wait,
      ],
    );
    if (row === undefined) throw new Error('nothing was locked');
    const { state } = row;
    const bound = new Map(state.bound.map((reference) => [reference.n, reference]));
    const customers = new Map(state.customers.map((customer) => [customer.customer_number, customer]));
    return {
      open: state.open === true,
      locked: payments.map(({ customerNumber, billNumbers }, index): LockedPayment => {
        const ids = state.ids[index];
        if (ids === undefined) throw new Error('no ids were drawn');
        return {
          reference: bound.get(index + 1) ?? null,
          customer: customers.get(customerNumber) ?? null,
          settled: state.settled.filter((bill) => billNumbers.includes(bill.bill_number)),
          ids,
        };
      }),
    };
  } catch (error) {
    const state = sqlState(error);
    if (state === SQLSTATE.lockNotAvailable || state === SQLSTATE.queryCanceled) throw inProgress();
    throw error;
  }
}

interface PostingKeyOf {
  readonly bank: { readonly id: number };
  readonly bankReference: string;
  readonly customerNumber: string;
  readonly billNumbers: readonly string[];
}

const IN_PROGRESS_RETRY_SECONDS = 1;

export function inProgress(): Problem {
  return new Problem('payment.in_progress', { retryAfter: IN_PROGRESS_RETRY_SECONDS });
}

/** What a reference already means; read after waiting for a call in flight under it. */
export interface BoundReference {
  readonly outcome: ReferenceOutcome;
  readonly payment_id: number | null;
  readonly answer: string | null;
  readonly reversed_at: string | null;
  readonly business_date: string | null;
  readonly customer_id: number | null;
}

/** Takes the lock of the reference for the rest of the transaction. @returns what it is bound to, or null */
export async function lockReference(
  tx: Tx,
  collectorId: number,
  reference: string,
): Promise<BoundReference | null> {
  const [row] = await tx.prepared<{ state: BoundReference | null }>(
    'lock_reference',
    'SELECT lock_reference($1, $2) AS state',
    [collectorId, reference],
  );
  return row?.state ?? null;
}

interface OpenBillOf extends OpenBillRow {
  readonly customer_id: number;
}

/** Locks customers, then their open bills, each in id order and waiting, and reads them. @returns by customer number */
export async function lockCustomers(
  tx: Tx,
  numbers: readonly string[],
): Promise<Map<string, LockedCustomer>> {
  const customers = await tx.query<Omit<LockedCustomer, 'bills'> & object>(
    'SELECT id, customer_number, name FROM pelanggan WHERE customer_number = ANY ($1) ORDER BY id FOR NO KEY UPDATE',
    [numbers],
  );
  const ids = customers.map((customer) => customer.id);
  await tx.query(
    "SELECT FROM tagihan WHERE customer_id = ANY ($1) AND state = 'ISSUED' ORDER BY id FOR NO KEY UPDATE",
    [ids],
  );
  const bills = await tx.query<OpenBillOf & object>(
    `SELECT b.customer_id, b.id, b.bill_number, b.kind, b.period, t.code AS tariff_code, b.principal, b.disputed, b.penalty_days_held, b.penalty_free, b.agreed_in, b.due_date,
       coalesce(d.amount, 0) AS penalty, coalesce(d.returned, 0) AS penalty_returned, coalesce(d.excess_waived, 0) AS excess_waived,
       ${WAIVER_OFFERS} AS offers
     FROM tagihan b LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id LEFT JOIN tarif t ON t.id = coalesce(v.tariff_id, b.tariff_id)
     LEFT JOIN denda d ON d.bill_id = b.id
     WHERE b.customer_id = ANY ($1) AND b.state = 'ISSUED' ORDER BY b.due_date, b.bill_number`,
    [ids],
  );
  const billsOf = new Map(customers.map((customer): [number, OpenBillOf[]] => [customer.id, []]));
  for (const bill of bills) billsOf.get(bill.customer_id)?.push(bill);
  return new Map(
    customers.map((customer) => [
      customer.customer_number,
      { ...customer, bills: billsOf.get(customer.id) ?? [] },
    ]),
  );
}

/** Ids for payments and their journals. */
export function drawIds(tx: Tx, count: number): Promise<readonly PostingIds[]> {
  return tx.query<PostingIds & object>(
    `SELECT nextval(pg_get_serial_sequence('pembayaran', 'id')) AS payment_id,
       nextval(pg_get_serial_sequence('jurnal', 'id')) AS journal_id FROM generate_series(1, $1)`,
    [count],
  );
}

/** The same for one posting. */
export async function drawOne(tx: Tx): Promise<PostingIds> {
  const [ids] = await drawIds(tx, 1);
  if (ids === undefined) throw new Error('no ids were drawn');
  return ids;
}
