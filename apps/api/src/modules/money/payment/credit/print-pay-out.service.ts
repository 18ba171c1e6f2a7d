import { Injectable } from '@nestjs/common';
import { PAY_OUT_WAYS, rupiah, type PayOutWay } from '@tirtapay/domain';
import { payOutSlip, renderPdf } from '@tirtapay/documents';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { Letterhead } from '../../../../platform/letterhead';
import { Problem } from '../../../../platform/problem';
import { PAY_OUT_APPROVAL } from './held-money';

interface Row {
  readonly resolution: string | null;
  readonly resolved_at: Date;
  readonly amount: number;
  readonly note: string;
  readonly customer_number: string | null;
  readonly name: string | null;
  readonly receipt_number: string | null;
  readonly bank_name: string | null;
  readonly bank_reference: string | null;
  readonly made_by: string;
  readonly decided_by: string;
}

function isPayOut(resolution: string | null): resolution is PayOutWay {
  return PAY_OUT_WAYS.some((way) => way === resolution);
}

/** The paper of money that went back: signed where it is handed over. */
@Injectable()
export class PrintPayOut {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly letterhead: Letterhead,
  ) {}

  /** @throws Problem case.not_found, also of a case whose money stayed */
  async print(caseId: number): Promise<Buffer> {
    const [row] = await this.database.screen<Row & object>(
      `SELECT k.resolution, k.resolved_at, (a.payload ->> 'amount')::bigint AS amount, a.payload ->> 'note' AS note, c.customer_number,
         c.name, r.receipt_number, b.name AS bank_name, p.bank_reference, m.name AS made_by, d.name AS decided_by
       FROM kasus k
       JOIN persetujuan a ON a.kind = $2 AND a.entity_type = 'kasus' AND a.entity_id = k.id AND a.status = 'APPROVED'
       JOIN orang m ON m.id = a.made_by JOIN orang d ON d.id = a.decided_by
       LEFT JOIN pelanggan c ON c.id = k.customer_id
       LEFT JOIN pembayaran p ON p.id = k.payment_id LEFT JOIN kwitansi r ON r.payment_id = p.id
       LEFT JOIN penerima b ON b.id = p.collector_id
       WHERE k.id = $1 AND k.status = 'RESOLVED' ORDER BY a.id DESC LIMIT 1`,
      [caseId, PAY_OUT_APPROVAL],
    );
    if (row === undefined || !isPayOut(row.resolution)) throw new Problem('case.not_found');
    return renderPdf(
      payOutSlip({
        utility: this.letterhead.current,
        slipNumber: `PK-${String(caseId).padStart(8, '0')}`,
        way: row.resolution,
        amount: rupiah(row.amount),
        customer:
          row.customer_number === null ? null : { customerNumber: row.customer_number, name: row.name ?? '' },
        receiptNumber: row.receipt_number,
        bankName: row.bank_name,
        bankReference: row.bank_reference,
        note: row.note,
        requestedBy: row.made_by,
        approvedBy: row.decided_by,
        paidOutAt: row.resolved_at.getTime(),
        printedAt: this.clock.now(),
        zone: this.clock.zone,
      }),
    );
  }
}
