import { Injectable, type OnModuleInit } from '@nestjs/common';
import { rupiah, type Period } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Database, SQLSTATE, sqlState, type RowOf, type Tx } from '../../../../platform/database';
import { Jobs, type JobTry } from '../../../../platform/jobs';
import { FollowUps } from '../../../ground/approvals';
import { OpeningBills } from '../../../water/billing';
import type { BalanceTakenOver } from '../entities/takeover.entity';
import { builtOnBalances } from '../imports/built-upon';
import { OPENING_APPROVAL, type OpeningOrder } from '../imports/import-file.service';
import { longReading, oneAtATime } from '../imports/long-reading';

export const BALANCES_JOB = 'opening-balances';
const CHUNK = 1_000;

const READ_OR_BILLED = 'Salah satu bulan sudah dibaca atau ditagih sementara itu.';
const GIVEN_UP =
  'Berkali-kali gagal dijalankan, lalu dihentikan; tidak ada yang dicatat. Periksa berkasnya lagi, lalu ajukan.';
const NOT_UNDONE =
  'Pembatalan berkali-kali gagal dijalankan, lalu dihentikan; semuanya tetap tercatat. Ajukan pembatalannya lagi.';

/** What whoever looks into it can search for. */
const reasonOf = (error: unknown): string =>
  sqlState(error) ?? (error instanceof Error ? error.name : 'tidak diketahui');

type OwedRow = RowOf<
  BalanceTakenOver,
  'id' | 'customerId' | 'period' | 'previousStand' | 'currentStand' | 'principal' | 'penalty'
> & { readonly customer_number: string };

const READ = `SELECT FROM pengambilalihan_tunggakan t JOIN meter_reading r ON r.customer_id = t.customer_id AND r.period = t.period
  AND r.status <> 'CORRECTED' WHERE t.batch_id = $1 LIMIT 1`;

class ReadMeanwhile extends Error {}

/**
 * What two people agreed on about balances is carried out by a job, in one transaction: all bills with their journals, or
 * none. Killed on the way it has done nothing, and the queue begins it again.
 */
@Injectable()
export class CarryOutBalances implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly followUps: FollowUps,
    private readonly jobs: Jobs,
    private readonly bills: OpeningBills,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(OPENING_APPROVAL, {
      approved: async (tx, { entityId, payload }) => {
        const { action } = payload as OpeningOrder;
        await tx.query('UPDATE pengambilalihan SET state = $2 WHERE id = $1 AND state = $3', [
          entityId,
          ...(action === 'IMPORT' ? ['RUNNING', 'WAITING'] : ['UNDOING', 'IMPORTED']),
        ]);
        await this.jobs.enqueue(
          tx,
          BALANCES_JOB,
          { id: entityId },
          { key: `${BALANCES_JOB}-${String(entityId)}` },
        );
      },
      dropped: async (tx, { entityId }) => {
        await tx.query("UPDATE pengambilalihan SET state = 'REJECTED' WHERE id = $1 AND state = 'WAITING'", [
          entityId,
        ]);
      },
    });
    this.jobs.handle(BALANCES_JOB, (payload, its) => this.run(Number(payload.id), its));
  }

  /**
   * Safe to repeat: what is done stays done. Given up for good it is as before it was agreed, so that people can ask again:
   * nothing of it has been done.
   */
  async run(id: number, { last }: JobTry = { last: false }): Promise<void> {
    try {
      await this.database.transaction(async (tx) => {
        await longReading(tx);
        await oneAtATime(tx);
        const [takeover] = await tx.query<{ state: string }>(
          'SELECT state FROM pengambilalihan WHERE id = $1 FOR NO KEY UPDATE',
          [id],
        );
        if (takeover?.state === 'RUNNING') await this.open(tx, id);
        if (takeover?.state === 'UNDOING') await this.cancel(tx, id);
      }, 'report');
    } catch (error) {
      // Somebody read or billed one of these months meanwhile: trying again would find the same.
      const met = error instanceof ReadMeanwhile || sqlState(error) === SQLSTATE.uniqueViolation;
      if (met && (await this.fail(id, READ_OR_BILLED))) return;
      if (last) {
        await this.fail(id, `${GIVEN_UP} Sebab: ${reasonOf(error)}.`);
        await this.keep(id, `${NOT_UNDONE} Sebab: ${reasonOf(error)}.`);
      }
      throw error;
    }
  }

  private async fail(id: number, note: string): Promise<boolean> {
    const failed = await this.database.writeAside(
      "UPDATE pengambilalihan SET state = 'FAILED', note = $2 WHERE id = $1 AND state = 'RUNNING' RETURNING id",
      [id, note],
    );
    return failed.length > 0;
  }

  private async keep(id: number, note: string): Promise<void> {
    await this.database.writeAside(
      "UPDATE pengambilalihan SET state = 'IMPORTED', note = $2 WHERE id = $1 AND state = 'UNDOING'",
      [id, note],
    );
  }

  /**
   * All customers at once and in the one order, not chunk by chunk: two who hold many would wait for each other, and what
   * is looked at first could change before its chunk is reached.
   */
  private async lockCustomers(tx: Tx, id: number): Promise<void> {
    await tx.query(
      `SELECT FROM pelanggan WHERE id IN (SELECT customer_id FROM pengambilalihan_tunggakan WHERE batch_id = $1)
       ORDER BY id FOR NO KEY UPDATE`,
      [id],
    );
  }

  private async open(tx: Tx, id: number): Promise<void> {
    await this.lockCustomers(tx, id);
    if ((await tx.query(READ, [id])).length > 0) throw new ReadMeanwhile();
    for (let after = 0; ;) {
      const rows = await tx.query<OwedRow>(
        `SELECT t.id, t.customer_id, p.customer_number, t.period, t.previous_stand, t.current_stand, t.principal, t.penalty
         FROM pengambilalihan_tunggakan t JOIN pelanggan p ON p.id = t.customer_id
         WHERE t.batch_id = $1 AND t.id > $2 ORDER BY t.id LIMIT ${String(CHUNK)}`,
        [id, after],
      );
      const last = rows.at(-1);
      if (last === undefined) break;
      const bills = await this.bills.open(
        tx,
        rows.map((row) => ({
          customerId: row.customer_id,
          customerNumber: row.customer_number,
          period: row.period as Period,
          previousStand: row.previous_stand,
          currentStand: row.current_stand,
          principal: rupiah(row.principal),
          penalty: rupiah(row.penalty),
        })),
      );
      await tx.query(
        `UPDATE pengambilalihan_tunggakan t SET bill_id = b.bill_id
         FROM unnest($1::bigint[], $2::bigint[]) AS b (id, bill_id) WHERE t.id = b.id`,
        [rows.map((row) => row.id), bills],
      );
      after = last.id;
    }
    await this.finish(
      tx,
      id,
      "UPDATE pengambilalihan SET state = 'IMPORTED', imported_at = $2 WHERE id = $1",
      'takeover.imported',
    );
  }

  /** Something may have been paid since two people agreed: then all of it stays. */
  private async cancel(tx: Tx, id: number): Promise<void> {
    await this.lockCustomers(tx, id);
    const built = await builtOnBalances((sql, values) => tx.query(sql, values), id);
    if (built !== null) {
      await tx.query("UPDATE pengambilalihan SET state = 'IMPORTED', note = $2 WHERE id = $1", [
        id,
        `Tidak dibatalkan: tagihan ${built.bill_number} sudah dipakai.`,
      ]);
      return;
    }
    for (let after = 0; ;) {
      const rows = await tx.query<{ id: number; bill_id: number }>(
        `SELECT id, bill_id FROM pengambilalihan_tunggakan WHERE batch_id = $1 AND id > $2 ORDER BY id LIMIT ${String(CHUNK)}`,
        [id, after],
      );
      const last = rows.at(-1);
      if (last === undefined) break;
      await this.bills.cancel(
        tx,
        rows.map((row) => row.bill_id),
      );
      after = last.id;
    }
    await this.finish(
      tx,
      id,
      "UPDATE pengambilalihan SET state = 'UNDONE', undone_at = $2 WHERE id = $1",
      'takeover.undone',
    );
  }

  private async finish(
    tx: Tx,
    id: number,
    sql: string,
    action: 'takeover.imported' | 'takeover.undone',
  ): Promise<void> {
    await tx.query(sql, [id, this.clock.date()]);
    await writeAudit(tx, { action, entityType: 'pengambilalihan', entityId: id, after: { kind: 'ARREARS' } });
  }
}
