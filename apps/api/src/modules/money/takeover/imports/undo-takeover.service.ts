import { Injectable } from '@nestjs/common';
import { formatRupiah, rupiah } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { currentStaff } from '../../../../platform/context';
import { Database, type RowOf, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { RequestApproval } from '../../../ground/approvals';
import { TakeOverCustomers } from '../../../water/customers';
import type { CustomerTakenOver, Takeover } from '../entities/takeover.entity';
import { builtOnBalances, builtOnCustomers } from './built-upon';
import { OPENING_APPROVAL, type OpeningOrder } from './import-file.service';
import { longReading, oneAtATime } from './long-reading';

/** Takes a whole import back, while nothing was built on any row of it. */
@Injectable()
export class UndoTakeover {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly customers: TakeOverCustomers,
    private readonly approvals: RequestApproval,
  ) {}

  /**
   * Customers at once; balances when a second person agrees.
   * @throws Problem takeover.not_found, takeover.not_undoable, takeover.built_upon, approval.pending
   */
  async execute(id: number, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await longReading(tx);
      await oneAtATime(tx);
      const [takeover] = await tx.query<
        RowOf<Takeover, 'id' | 'kind' | 'fileName' | 'state' | 'rowsRead' | 'amount'>
      >(
        'SELECT id, kind, file_name, state, rows_read, amount FROM pengambilalihan WHERE id = $1 FOR NO KEY UPDATE',
        [id],
      );
      if (takeover === undefined) throw new Problem('takeover.not_found');
      if (takeover.state !== 'IMPORTED') throw new Problem('takeover.not_undoable');
      await (takeover.kind === 'CUSTOMERS'
        ? this.undoCustomers(tx, id, reason)
        : this.askForBalances(tx, takeover, reason));
    }, 'report');
  }

  private async undoCustomers(tx: Tx, id: number, reason: string): Promise<void> {
    await tx.query(
      `SELECT FROM pelanggan WHERE id IN (SELECT customer_id FROM pengambilalihan_pelanggan WHERE batch_id = $1)
       ORDER BY id FOR NO KEY UPDATE`,
      [id],
    );
    const built = await builtOnCustomers((sql, values) => tx.query(sql, values), id);
    if (built !== null) throw new Problem('takeover.built_upon', { members: { ...built } });
    const rows = await tx.query<RowOf<CustomerTakenOver, 'customerId'>>(
      'SELECT customer_id FROM pengambilalihan_pelanggan WHERE batch_id = $1 ORDER BY line',
      [id],
    );
    await this.customers.undo(
      tx,
      rows.map((row) => row.customer_id),
      { userId: currentStaff().id, reason: `Pengambilalihan dibatalkan: ${reason}` },
    );
    await tx.query("UPDATE pengambilalihan SET state = 'UNDONE', undone_at = $2, note = $3 WHERE id = $1", [
      id,
      this.clock.date(),
      reason,
    ]);
    await writeAudit(tx, {
      action: 'takeover.undone',
      entityType: 'pengambilalihan',
      entityId: id,
      after: { customers: rows.length, reason },
    });
  }

  private async askForBalances(
    tx: Tx,
    takeover: RowOf<Takeover, 'id' | 'fileName' | 'rowsRead' | 'amount'>,
    reason: string,
  ): Promise<void> {
    const built = await builtOnBalances((sql, values) => tx.query(sql, values), takeover.id);
    if (built !== null) throw new Problem('takeover.built_upon', { members: { ...built } });
    const order: OpeningOrder = {
      action: 'UNDO',
      file_name: takeover.file_name,
      bills: takeover.rows_read,
      amount: takeover.amount,
      reason,
    };
    await this.approvals.request(tx, {
      kind: OPENING_APPROVAL,
      entityType: 'pengambilalihan',
      entityId: takeover.id,
      summary: `Batalkan tunggakan dari ${takeover.file_name}: ${String(order.bills)} tagihan, ${formatRupiah(rupiah(order.amount))}`,
      payload: { ...order },
      reason,
    });
  }
}
