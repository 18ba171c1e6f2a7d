import { Injectable } from '@nestjs/common';
import type { ReceiptModel } from '@tirtapay/documents';
import type { ReceiptForm } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { currentActor } from '../../../../platform/context';
import { Database, type Tx, type RowOf } from '../../../../platform/database';
import type { StoredReceipt } from './receipt.queries';
import type { ReceiptPrint } from '../entities/receipt.entity';

/**
 * Counts the printed forms of a receipt, whoever asks for them: the first is the original, every later one is marked
 * "SALINAN ke-n" and leaves an audit row, so that two papers never both claim to be the original.
 */
@Injectable()
export class PrintReceipt {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What is to be printed now. */
  async execute(receipt: StoredReceipt, form: ReceiptForm): Promise<ReceiptModel> {
    const copyNumber = await this.database.transaction(async (tx) => {
      await lock(tx, receipt.id);
      return this.record(tx, receipt, form);
    });
    return { ...receipt.model, copyNumber };
  }

  /**
   * For whoever holds the link: a browser fetches the same file twice to show and to save it, and a link can be
   * followed a thousand times. All of one business day get the same copy.
   */
  async forHolder(receipt: StoredReceipt): Promise<ReceiptModel> {
    const copyNumber = await this.database.transaction(async (tx) => {
      await lock(tx, receipt.id);
      const [today] = await tx.query<RowOf<ReceiptPrint, 'copyNumber'>>(
        `SELECT copy_number FROM kwitansi_cetak WHERE receipt_id = $1 AND actor_kind = 'PUBLIC' AND business_date = $2`,
        [receipt.id, this.clock.businessDate()],
      );
      return today?.copy_number ?? (await this.record(tx, receipt, 'PDF'));
    });
    return { ...receipt.model, copyNumber };
  }

  private async record(tx: Tx, receipt: StoredReceipt, form: ReceiptForm): Promise<number> {
    const actor = currentActor();
    const print = await tx.one<{ copy_number: number }>(
      `INSERT INTO kwitansi_cetak (receipt_id, copy_number, form, actor_kind, actor_id, printed_at, business_date)
       SELECT $1, coalesce(max(copy_number) + 1, 0), $2, $3, $4, $5, $6 FROM kwitansi_cetak WHERE receipt_id = $1
       RETURNING copy_number`,
      [
        receipt.id,
        form,
        actor.kind,
        'id' in actor ? actor.id : null,
        this.clock.date(),
        this.clock.businessDate(),
      ],
    );
    const copyNumber = print.copy_number;
    await writeAudit(tx, {
      action: copyNumber === 0 ? 'receipt.printed' : 'receipt.reprinted',
      entityType: 'kwitansi',
      entityId: receipt.id,
      after: { receipt_number: receipt.model.receiptNumber, copy_number: copyNumber, form },
    });
    return copyNumber;
  }
}

/** The application may not lock a row it may not change, so the number is guarded by a lock of its own. */
async function lock(tx: Tx, receiptId: number): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('kwitansi_cetak/' || $1::bigint, 0))", [
    receiptId,
  ]);
}
