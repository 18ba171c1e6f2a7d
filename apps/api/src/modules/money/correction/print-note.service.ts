import { Injectable } from '@nestjs/common';
import type { CorrectedBill } from '@tirtapay/domain';
import { correctionNote, renderPdf } from '@tirtapay/documents';
import { Clock } from '../../../platform/clock';
import { Database, type RowOf } from '../../../platform/database';
import { Letterhead } from '../../../platform/letterhead';
import { Problem } from '../../../platform/problem';
import type { CorrectionNote } from '../../water/billing';

type Row = RowOf<CorrectionNote, 'cause' | 'reason' | 'amount' | 'createdAt'> & {
  readonly items: readonly CorrectedBill[];
  readonly customer_number: string;
  readonly name: string;
  readonly address: string;
  readonly requested_by_name: string | null;
  readonly approved_by_name: string | null;
};

/** The paper of a correction, for the customer to keep. */
@Injectable()
export class PrintNote {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly letterhead: Letterhead,
  ) {}

  /** @throws Problem correction.not_found */
  async print(id: number): Promise<Buffer> {
    const [row] = await this.database.screen<Row & object>(
      `SELECT n.cause, n.reason, n.items, n.amount, n.created_at, c.customer_number, c.name, c.address,
         m.name AS requested_by_name, a.name AS approved_by_name
       FROM nota_koreksi n JOIN pelanggan c ON c.id = n.customer_id
       LEFT JOIN orang m ON m.id = n.requested_by LEFT JOIN orang a ON a.id = n.approved_by WHERE n.id = $1`,
      [id],
    );
    if (row === undefined) throw new Problem('correction.not_found');
    return renderPdf(
      correctionNote({
        utility: this.letterhead.current,
        noteNumber: `NK-${String(id).padStart(8, '0')}`,
        customer: { customerNumber: row.customer_number, name: row.name, address: row.address },
        cause: row.cause,
        reason: row.reason,
        items: row.items,
        amount: row.amount,
        requestedBy: row.requested_by_name,
        approvedBy: row.approved_by_name,
        createdAt: row.created_at.getTime(),
        printedAt: this.clock.now(),
        zone: this.clock.zone,
      }),
    );
  }
}
