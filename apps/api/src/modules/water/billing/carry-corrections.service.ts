import { Injectable, type OnModuleInit } from '@nestjs/common';
import { carriedFormula, carriedLabel, type CustomerState, type Period } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database, type Tx } from '../../../platform/database';
import { Jobs } from '../../../platform/jobs';
import { RUN_IS_OVER } from './bill-run-scope';
import { IssueBills } from './issue-bills.service';
import { openOtherBill } from './other-bills';
import { keepPenaltyFree } from './penalty-free';

interface Waiting {
  readonly note_id: number | null;
  readonly ids: readonly number[];
  readonly periods: readonly Period[];
  readonly amount: number;
}

// What a paper asks for is one line; rows from before papers were kept stand alone.
const WAITING = `
  SELECT k.note_id, array_agg(k.id ORDER BY k.id) AS ids, array_agg(b.period ORDER BY b.period) AS periods,
    sum(k.amount + k.penalty_amount)::bigint AS amount
  FROM koreksi_tagihan k JOIN tagihan b ON b.id = k.bill_id
  WHERE b.customer_id = $1 AND k.settlement = 'CARRIER' AND k.carrier_id IS NULL
  GROUP BY k.note_id, CASE WHEN k.note_id IS NULL THEN k.id END
  ORDER BY min(k.id)`;

// A draft of Rp0 stays one for ever: what it carried after its run would be asked for by no other.
const DRAFT_THAT_COMES = `
  SELECT b.id FROM tagihan b
  WHERE b.customer_id = $1 AND b.state = 'DRAFT' AND b.kind = 'WATER' AND (b.water_amount + b.fixed_amount > 0 OR NOT ${RUN_IS_OVER})
  ORDER BY b.period DESC LIMIT 1 FOR NO KEY UPDATE OF b`;

const CUSTOMERS = `
  SELECT DISTINCT b.customer_id AS id FROM koreksi_tagihan k JOIN tagihan b ON b.id = k.bill_id
  WHERE k.settlement = 'CARRIER' AND k.carrier_id IS NULL AND b.customer_id = ANY ($1) ORDER BY 1`;

/** The states in which another water bill will come. */
const GOES_ON: readonly CustomerState[] = ['AKTIF', 'SEGEL'];
const EVERY_SECONDS = 3_600;

const LEFT = `
  SELECT DISTINCT b.customer_id AS id FROM koreksi_tagihan k JOIN tagihan b ON b.id = k.bill_id JOIN pelanggan c ON c.id = b.customer_id
  WHERE k.settlement = 'CARRIER' AND k.carrier_id IS NULL AND c.state <> ALL ($1) ORDER BY 1`;

/** Corrections a later bill asks for: on the next draft of water, or on a bill of its own when none will come. */
@Injectable()
export class CarryCorrections implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly issuing: IssueBills,
  ) {}

  onModuleInit(): void {
    this.jobs.every(EVERY_SECONDS, 'corrections of who left', () => this.carryOfWhoLeft());
  }

  /** Whoever leaves while something waits for the next bill gets no next bill: it is asked for on one of its own. */
  async carryOfWhoLeft(): Promise<void> {
    const customers = await this.database.screen<{ id: number }>(LEFT, [GOES_ON]);
    await this.jobs.each('corrections of who left', customers, ({ id }) =>
      this.database.transaction(async (tx) => {
        await tx.query('SELECT FROM pelanggan WHERE id = $1 FOR NO KEY UPDATE', [id]);
        await this.carry(tx, id);
      }, 'screen'),
    );
  }

  /** Of the customers among these that have something waiting; most have not. */
  async carryAll(tx: Tx, customerIds: readonly number[]): Promise<void> {
    const customers = await tx.query<{ id: number }>(CUSTOMERS, [customerIds]);
    for (const { id } of customers) await this.carry(tx, id);
  }

  /** @returns the bill that carries it now, or null while it waits */
  async carry(tx: Tx, customerId: number): Promise<number | null> {
    const waiting = await tx.query<Waiting & Record<string, unknown>>(WAITING, [customerId]);
    const asked = waiting.filter(({ amount }) => amount > 0);
    if (asked.length === 0) return null;
    const [draft] = await tx.query<{ id: number }>(DRAFT_THAT_COMES, [customerId]);
    if (draft !== undefined) {
      await this.put(tx, draft.id, asked);
      return draft.id;
    }
    const customer = await tx.one<{ customer_number: string; state: CustomerState }>(
      'SELECT customer_number, state FROM pelanggan WHERE id = $1',
      [customerId],
    );
    if (GOES_ON.includes(customer.state)) return null;
    const bill = await this.open(tx, customerId, customer.customer_number);
    await this.put(tx, bill, asked);
    await this.issuing.issue(tx, [bill], null);
    return bill;
  }

  /** What a bill that is cancelled carried waits again. */
  free(tx: Tx, billId: number): Promise<void> {
    return this.freeAll(tx, [billId]);
  }

  async freeAll(tx: Tx, billIds: readonly number[]): Promise<void> {
    await tx.query('UPDATE koreksi_tagihan SET carrier_id = NULL WHERE carrier_id = ANY ($1)', [billIds]);
  }

  private async put(tx: Tx, billId: number, waiting: readonly Waiting[]): Promise<void> {
    await tx.query(
      `INSERT INTO tagihan_rincian (bill_id, seq, kind, code, label, quantity, unit, rate, amount, formula)
       SELECT $1, coalesce((SELECT max(seq) FROM tagihan_rincian WHERE bill_id = $1), 0) + l.n, 'KOREKSI', 'KOREKSI', l.label, 1,
         'kali', l.amount, l.amount, l.formula
       FROM unnest($2::text[], $3::bigint[], $4::text[]) WITH ORDINALITY AS l (label, amount, formula, n)`,
      [
        billId,
        waiting.map(({ periods }) => carriedLabel(periods)),
        waiting.map(({ amount }) => amount),
        waiting.map(({ amount }) => carriedFormula(amount)),
      ],
    );
    await tx.query(
      'UPDATE tagihan SET other_amount = other_amount + $2, principal = principal + $2 WHERE id = $1',
      [billId, waiting.reduce((sum, { amount }) => sum + amount, 0)],
    );
    await tx.query('UPDATE koreksi_tagihan SET carrier_id = $1 WHERE id = ANY ($2)', [
      billId,
      waiting.flatMap(({ ids }) => ids),
    ]);
    await keepPenaltyFree(tx, [billId]);
  }

  /** A bill that is no water, for a connection that gets no other any more. */
  private open(tx: Tx, customerId: number, customerNumber: string): Promise<number> {
    return openOtherBill(tx, {
      customerId,
      customerNumber,
      kind: 'NONWATER',
      date: this.clock.businessDate(),
    });
  }
}
