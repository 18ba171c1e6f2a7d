import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Database, type RowOf } from '../../../platform/database';
import type { CorrectionNote } from '../../water/billing';
import type { CorrectionNoteDto } from './dto/correction.dto';

type Row = RowOf<CorrectionNote, 'id' | 'cause' | 'reason' | 'items' | 'amount' | 'createdAt'> & {
  readonly carrier_id: number | null;
  readonly carrier_period: string | null;
  /** Names. */
  readonly requested_by: string | null;
  readonly approved_by: string | null;
};

/** The papers of corrections, as the office reads them. */
@Injectable()
export class CorrectionNotes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Of a bill and of those that had its number before, newest first. */
  async ofBill(billId: number): Promise<CorrectionNoteDto[]> {
    const rows = await this.database.screen<Row & object>(
      `SELECT n.id, n.cause, n.reason, n.items, n.amount, c.id AS carrier_id, c.period AS carrier_period,
         m.name AS requested_by, a.name AS approved_by, n.created_at
       FROM tagihan b
       JOIN nota_koreksi n ON n.customer_id = b.customer_id
       LEFT JOIN orang m ON m.id = n.requested_by
       LEFT JOIN orang a ON a.id = n.approved_by
       LEFT JOIN tagihan c ON c.id = (SELECT max(k.carrier_id) FROM koreksi_tagihan k WHERE k.note_id = n.id)
       WHERE b.id = $1 AND (c.id = b.id OR EXISTS (SELECT FROM jsonb_array_elements(n.items) i
         WHERE i ->> 'bill_number' = b.bill_number))
       ORDER BY n.id DESC`,
      [billId],
    );
    return rows.map((row) => ({
      ...row,
      note_number: `NK-${String(row.id).padStart(8, '0')}`,
      created_at: this.clock.text(row.created_at.getTime()),
    }));
  }
}
