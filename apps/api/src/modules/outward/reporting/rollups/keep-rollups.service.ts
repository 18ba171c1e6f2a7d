import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { BusinessDate } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database, type Tx } from '../../../../platform/database';
import { Jobs } from '../../../../platform/jobs';
import { beginsAnew, keepArrears, type ArrearsMark } from './keep-arrears';
import { keepCounts } from './keep-counts';

const SECONDS = 30;
/** Ids taken in at once: some seconds of work where years are caught up with, a moment on an ordinary day. */
const CHUNK = 100_000;
/** Of arrears fewer: of each of their customers all open bills are asked anew. */
const ARREARS_CHUNK = 20_000;
const LOOKS = 100;
const LOOK_MILLISECONDS = 50;

interface Mark {
  readonly payment_id: number;
  readonly journal_id: number;
  readonly accrual_id: number;
  /** Of journals again: the ledger's sums came later and catch up by themselves. */
  readonly ledger_id: number;
  /** Of payments and journals once more, of the sums of water. */
  readonly water_payment_id: number;
  readonly water_journal_id: number;
  /** Of journals and penalties once more, of the arrears of customers. */
  readonly arrears_journal_id: number;
  readonly arrears_accrual_id: number;
}

const MARKS = [
  'payment_id',
  'journal_id',
  'accrual_id',
  'ledger_id',
  'water_payment_id',
  'water_journal_id',
  'arrears_journal_id',
  'arrears_accrual_id',
] as const satisfies readonly (keyof Mark)[];

const NEWEST = `SELECT coalesce((SELECT max(id) FROM pembayaran), 0) AS payment_id, coalesce((SELECT max(id) FROM jurnal), 0) AS journal_id,
  coalesce((SELECT max(id) FROM denda_rincian), 0) AS accrual_id, coalesce((SELECT max(id) FROM jurnal), 0) AS ledger_id,
  coalesce((SELECT max(id) FROM pembayaran), 0) AS water_payment_id, coalesce((SELECT max(id) FROM jurnal), 0) AS water_journal_id,
  coalesce((SELECT max(id) FROM jurnal), 0) AS arrears_journal_id, coalesce((SELECT max(id) FROM denda_rincian), 0) AS arrears_accrual_id`;

/** Whoever draws an id holds its sequence until the end of the transaction, however many statements later the row comes. */
const DRAWING = `
  SELECT DISTINCT l.virtualtransaction AS id FROM pg_locks l
  WHERE l.locktype = 'relation' AND l.mode = 'RowExclusiveLock' AND l.pid <> pg_backend_pid()
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND l.relation IN (pg_get_serial_sequence('pembayaran', 'id')::regclass, pg_get_serial_sequence('jurnal', 'id')::regclass,
      pg_get_serial_sequence('denda_rincian', 'id')::regclass)`;

const LOCK = `SELECT ${MARKS.join(', ')}, arrears_day, arrears_next, arrears_customer FROM rekap_batas FOR UPDATE SKIP LOCKED`;

const ADD_RECEIPTS = `
  INSERT INTO rekap_penerimaan AS r SELECT * FROM penerimaan_antara($1, $2)
  ON CONFLICT (business_date, collector_id, channel) DO UPDATE SET payments = r.payments + excluded.payments,
    amount = r.amount + excluded.amount`;

const ADD_BILLS = `
  INSERT INTO rekap_rekening AS r SELECT * FROM rekening_antara($1, $2, $3, $4, $5, $6)
  ON CONFLICT (period, region_id, tariff_id, due_date) DO UPDATE SET issued = r.issued + excluded.issued,
    issued_amount = r.issued_amount + excluded.issued_amount, usage_m3 = r.usage_m3 + excluded.usage_m3, paid = r.paid + excluded.paid,
    paid_amount = r.paid_amount + excluded.paid_amount, penalties = r.penalties + excluded.penalties,
    penalty_amount = r.penalty_amount + excluded.penalty_amount, penalty_paid = r.penalty_paid + excluded.penalty_paid`;

const ADD_LEDGER = `
  INSERT INTO rekap_jurnal AS r SELECT * FROM jurnal_antara($1, $2)
  ON CONFLICT (account, business_date, collector_id) DO UPDATE SET debit = r.debit + excluded.debit, credit = r.credit + excluded.credit`;

const ADD_USAGE = `
  INSERT INTO rekap_pemakaian AS r SELECT * FROM pemakaian_antara($1, $2)
  ON CONFLICT (period, region_id, tariff_id) DO UPDATE SET bills = r.bills + excluded.bills, usage_m3 = r.usage_m3 + excluded.usage_m3,
    water_amount = r.water_amount + excluded.water_amount, amount = r.amount + excluded.amount`;

const ADD_SETTLED = `
  INSERT INTO rekap_pelunasan AS r SELECT * FROM pelunasan_antara($1, $2)
  ON CONFLICT (period, region_id, due_date, paid_on) DO UPDATE SET bills = r.bills + excluded.bills, amount = r.amount + excluded.amount`;

/**
 * Takes the news into the sums: payments, issued bills, penalties and the ledger up to an id below which nothing can appear any more.
 * Costs no payment anything; what is not taken in yet, the views add from the rows.
 */
@Injectable()
export class KeepRollups implements OnModuleInit {
  private readonly logger = new Logger('rollups');

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(SECONDS, 'take news into the rollups', async () => {
      await this.takeIn();
    });
  }

  /** @returns whether the sums now hold everything that was there when it was called */
  async takeIn(): Promise<boolean> {
    const upto = await this.settled();
    if (upto === null) return false;
    for (;;) {
      const today = this.clock.businessDate();
      const more = await this.database.transaction((tx) => chunk(tx, upto, today), 'screen');
      if (more !== 'MORE') return more === 'DONE';
    }
  }

  /** An id drawn before these may still be under way in a transaction that is not over; it is waited for. */
  private async settled(): Promise<Mark | null> {
    const [newest] = await this.database.screen<Mark & object>(NEWEST);
    const begun = await this.drawing();
    for (let look = 0; look < LOOKS; look += 1) {
      if (begun.size === 0) return newest ?? null;
      const now = await this.drawing();
      for (const id of begun) if (!now.has(id)) begun.delete(id);
      if (begun.size > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
    }
    this.logger.warn('a transaction has held ids of payments for seconds; the news is taken in later');
    return null;
  }

  private async drawing(): Promise<Set<string>> {
    const rows = await this.database.screen<{ id: string }>(DRAWING);
    return new Set(rows.map(({ id }) => id));
  }
}

/** One step towards `upto` and `today`, unless another process is at it. */
async function chunk(tx: Tx, upto: Mark, today: BusinessDate): Promise<'MORE' | 'DONE' | 'BUSY'> {
  const [mark] = await tx.query<Mark & ArrearsMark & object>(LOCK);
  if (mark === undefined) return 'BUSY';
  const next = {
    ...(Object.fromEntries(
      MARKS.map((name) => [name, step(name, mark[name], upto[name])]),
    ) as unknown as Mark),
    ...(beginsAnew(mark) && {
      arrears_journal_id: upto.arrears_journal_id,
      arrears_accrual_id: upto.arrears_accrual_id,
    }),
  };
  const left = [await keepCounts(tx), await keepArrears(tx, mark, next, today)].includes(true);
  if (!left && MARKS.every((name) => next[name] === mark[name])) return 'DONE';
  await tx.query(ADD_RECEIPTS, [mark.payment_id, next.payment_id]);
  await tx.query(ADD_BILLS, [
    mark.payment_id,
    next.payment_id,
    mark.journal_id,
    next.journal_id,
    mark.accrual_id,
    next.accrual_id,
  ]);
  await tx.query(ADD_LEDGER, [mark.ledger_id, next.ledger_id]);
  await tx.query(ADD_USAGE, [mark.water_journal_id, next.water_journal_id]);
  await tx.query(ADD_SETTLED, [mark.water_payment_id, next.water_payment_id]);
  await tx.query(
    `UPDATE rekap_batas SET ${MARKS.map((name, index) => `${name} = $${String(index + 1)}`).join(', ')}, moved_at = clock_timestamp()`,
    MARKS.map((name) => next[name]),
  );
  return 'MORE';
}

/** Never backwards: another process may have been further. */
function step(name: keyof Mark, from: number, to: number): number {
  const most = name === 'arrears_journal_id' || name === 'arrears_accrual_id' ? ARREARS_CHUNK : CHUNK;
  return Math.max(from, Math.min(from + most, to));
}
