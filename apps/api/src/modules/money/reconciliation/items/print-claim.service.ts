import { Injectable } from '@nestjs/common';
import { claimLetter, renderPdf } from '@tirtapay/documents';
import { businessDateOf, CODE_NAMES, formatInstant, itemTypeWord, STATE_NAMES } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { Letterhead } from '../../../../platform/letterhead';
import { Problem } from '../../../../platform/problem';
import { ItemQueries } from './item.queries';

/** The letter of a claim on a bank or supplier, in Indonesian: what, why, and by which lines. */
@Injectable()
export class PrintClaim {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly items: ItemQueries,
    private readonly letterhead: Letterhead,
  ) {}

  /** @throws Problem reconciliation.item_not_found for an item that claims nothing */
  async print(id: number): Promise<Buffer> {
    const item = await this.items.one(id);
    const [claim] = await this.database.screen<{ claimed: number; code: string; at: Date }>(
      `SELECT d.claimed, c.series AS code, d.decided_at AS at FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id
       JOIN penerima c ON c.id = r.collector_id WHERE d.id = $1 AND d.claimed <> 0`,
      [id],
    );
    if (claim === undefined) throw new Problem('reconciliation.item_not_found');
    return renderPdf(
      claimLetter({
        utility: this.letterhead.current,
        party: {
          kind: item.statement,
          word: CODE_NAMES.reconciliationParty[item.statement].id,
          code: claim.code,
          name: item.bank_name,
        },
        number: item.letter_number ?? String(id),
        settlementDate: item.settlement_date,
        writtenOn: businessDateOf(claim.at.getTime(), this.clock.zone),
        amount: claim.claimed,
        reason: item.note ?? '',
        facts: [
          ['Jenis selisih', itemTypeWord(item.type, item.statement, 'id')],
          ['Referensi', item.reference ?? '-'],
          ...(item.sale === null
            ? ([
                ['Kwitansi kami', item.payment?.receipt_number ?? '-'],
                ['Waktu bayar', this.said(item.payment?.paid_at)],
              ] as const)
            : ([
                ['Transaksi kami', `${String(item.sale.id)} (${item.sale.service})`],
                ['Status transaksi', STATE_NAMES.sale[item.sale.status].id],
              ] as const)),
          ['Baris berkas', item.line === null ? 'tidak ada' : String(item.line)],
        ],
        zone: this.clock.zone,
        printedAt: this.clock.now(),
      }),
    );
  }

  /** An instant as a letter writes it. */
  private said(at: string | null | undefined): string {
    return at == null ? '-' : formatInstant(Date.parse(at), this.clock.zone, 'id');
  }
}
