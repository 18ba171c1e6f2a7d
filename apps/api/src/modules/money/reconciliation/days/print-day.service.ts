import { Injectable } from '@nestjs/common';
import { reconciliationReport, renderAside } from '@tirtapay/documents';
import {
  actionWord,
  CODE_NAMES,
  itemTypeWord,
  type ItemType,
  type ReconciliationAction,
} from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { Letterhead } from '../../../../platform/letterhead';
import { MOVEMENT_REFERENCE } from '../matching/movement-sources';
import { DayQueries } from './day.queries';
import { DAY_TOTALS, type DayTotals } from './day-totals';

const MOST_BREAKS = 500;

interface BreakRow {
  readonly id: number;
  readonly type: ItemType;
  readonly reference: string | null;
  readonly customer_number: string | null;
  readonly our_amount: number;
  readonly bank_amount: number;
  readonly fee: number;
  readonly difference: number;
  readonly action: ReconciliationAction | null;
  readonly made_by: string | null;
  readonly decided_by: string | null;
}

/** The Berita Acara Rekonsiliasi of a day: Indonesian, like every document that is signed. */
@Injectable()
export class PrintDay {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly days: DayQueries,
    private readonly letterhead: Letterhead,
  ) {}

  /** @throws Problem reconciliation.not_found */
  async print(id: number): Promise<Buffer> {
    const day = await this.days.one(id);
    const [head] = await this.database.screen<{ code: string; seq: number | null; hash: string | null }>(
      `SELECT c.series AS code, r.seal_seq AS seq, encode(r.seal_hash, 'hex') AS hash FROM rekonsiliasi r
       JOIN penerima c ON c.id = r.collector_id WHERE r.id = $1`,
      [id],
    );
    // Of a closed day what it was closed with: nothing of it can have changed.
    const [totals] = await this.database.screen<DayTotals & object>(DAY_TOTALS, [id]);
    const breaks = await this.breaks(id);
    return renderAside(
      reconciliationReport({
        utility: this.letterhead.current,
        party: {
          kind: day.statement,
          word: CODE_NAMES.reconciliationParty[day.statement].id,
          code: head?.code ?? '',
          name: day.bank_name,
        },
        number: `BAR/${head?.code ?? ''}/${day.settlement_date.replaceAll('-', '')}`,
        settlementDate: day.settlement_date,
        closed: day.state === 'CLOSED',
        closedAt: day.closed_at === null ? null : Date.parse(day.closed_at),
        closedBy: day.closed_by,
        preparedBy: day.prepared_by,
        printedAt: this.clock.now(),
        zone: this.clock.zone,
        totals: {
          ourCount: totals?.our_count ?? 0,
          ourAmount: day.our_amount,
          bankCount: totals?.bank_count ?? 0,
          bankAmount: day.bank_amount,
          received: day.received,
          charged: day.charged,
          cleared: day.cleared,
          claimed: day.claimed,
          claimSettled: day.claim_settled,
          moved: day.moved,
          carried: totals?.carried_count ?? 0,
        },
        sums: day.sums.map((sum) => ({
          type: itemTypeWord(sum.type, day.statement, 'id'),
          state: CODE_NAMES.reconciliationItem[sum.state].id,
          count: sum.count,
          ourAmount: sum.our_amount,
          bankAmount: sum.bank_amount,
          fee: sum.fee,
          difference: sum.difference,
        })),
        breaks: breaks.slice(0, MOST_BREAKS).map((row) => ({
          id: row.id,
          type: itemTypeWord(row.type, day.statement, 'id'),
          reference: row.reference ?? '-',
          customerNumber: row.customer_number,
          ourAmount: row.our_amount,
          bankAmount: row.bank_amount,
          fee: row.fee,
          difference: row.difference,
          action: row.action === null ? 'Belum diselesaikan' : actionWord(row.action, day.statement, 'id'),
          people: row.decided_by === null ? '' : `${row.made_by ?? ''} / ${row.decided_by}`,
        })),
        moreBreaks:
          day.sums.reduce((sum, { type, count }) => (type === 'MATCHED' ? sum : sum + count), 0) -
          Math.min(breaks.length, MOST_BREAKS),
        files: day.files.map((file) => ({
          name: file.file_name,
          sha256: file.sha256,
          lines: file.line_count,
          superseded: file.superseded_at !== null,
        })),
        seal: head?.seq == null || head.hash === null ? null : { seq: head.seq, hash: head.hash },
      }),
    );
  }

  private breaks(id: number): Promise<BreakRow[]> {
    return this.database.screen<BreakRow & object>(
      `SELECT d.id, d.type, coalesce(p.bank_reference, ${MOVEMENT_REFERENCE}, l.reference, l.bank_reference) AS reference,
         coalesce(k.customer_number, l.customer_number) AS customer_number, d.our_amount, d.bank_amount, d.fee, d.difference, d.action, m.name AS made_by, u.name AS decided_by
       FROM rekonsiliasi_detail d LEFT JOIN pembayaran p ON p.id = d.payment_id LEFT JOIN berkas_rekonsiliasi_baris l ON l.id = d.line_id
       LEFT JOIN jurnal j ON j.id = d.movement_id LEFT JOIN pelanggan k ON k.id = p.customer_id
       LEFT JOIN orang m ON m.id = d.made_by LEFT JOIN orang u ON u.id = d.decided_by
       WHERE d.reconciliation_id = $1 AND d.type <> 'MATCHED' ORDER BY d.id LIMIT ${String(MOST_BREAKS)}`,
      [id],
    );
  }
}
