import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { Letterhead } from '../../../../platform/letterhead';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { answerSinceReversal, invoiceModel, saleAnswer, type SaleFacts } from './sale-answer';
import { readDetails, type Query } from './sale-details';
import { SALE_COLUMNS, SALE_FROM, type SaleRow } from './sale-row';

/** A sale, and the answer that is given about it. */
export interface AnsweredSale {
  readonly sale: SaleRow;
  readonly answer: string;
}

/** Reads sales on the money pool: what was just sold is seen. */
@Injectable()
export class SaleQueries {
  private readonly query: Query = (sql, values) => this.database.read(sql, values);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly letterhead: Letterhead,
  ) {}

  /** @param collectorId whose it must be; null for staff @throws Problem ppob.not_found */
  async row(id: number, collectorId: number | null): Promise<SaleRow> {
    const [sale] = await this.query<SaleRow>(
      `SELECT ${SALE_COLUMNS} FROM ${SALE_FROM} WHERE t.id = $1 AND ($2::bigint IS NULL OR t.collector_id = $2)`,
      [id, collectorId],
    );
    if (sale === undefined) throw new Problem('ppob.not_found');
    return sale;
  }

  /** How it stands now, which is more than what was answered once a water bill of ours was reversed. */
  async present(id: number, collectorId: number | null): Promise<string> {
    const { sale, answer } = await this.answer(id, collectorId);
    return sale.reversed_at === null ? answer : answerSinceReversal(answer, sale.reversed_at, this.clock);
  }

  /** What its seller was or is answered. */
  async answer(id: number, collectorId: number | null): Promise<AnsweredSale> {
    return this.answered(await this.row(id, collectorId));
  }

  async answered(sale: SaleRow): Promise<AnsweredSale> {
    if (sale.answer !== null) return { sale, answer: sale.answer };
    const fields = await readDetails(this.query, sale.id, sale.service_code);
    const facts = { sale, fields, receiptNumber: null, bill: null };
    return { sale, answer: saleAnswer(facts, this.surroundings) };
  }

  /** What the invoice of a sale is printed from. @throws Problem ppob.not_found, ppob.no_invoice while there is none */
  async invoice(id: number, collectorId: number | null): Promise<ReturnType<typeof invoiceModel>> {
    const sale = await this.row(id, collectorId);
    if (sale.status !== 'SUCCESS' || sale.reversed_at !== null) throw new Problem('ppob.no_invoice');
    const fields = await readDetails(this.query, sale.id, sale.service_code);
    const [receipt] = await this.query<{ receipt_number: string }>(
      'SELECT receipt_number FROM kwitansi WHERE sale_id = $1 OR payment_id = $2',
      [sale.id, sale.payment_id],
    );
    const facts: SaleFacts = { sale, fields, receiptNumber: receipt?.receipt_number ?? null, bill: null };
    return invoiceModel(facts, this.surroundings);
  }

  get surroundings() {
    return { clock: this.clock, utility: this.letterhead.current };
  }
}
