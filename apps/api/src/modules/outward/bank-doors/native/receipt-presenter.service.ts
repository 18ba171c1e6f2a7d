import { Injectable } from '@nestjs/common';
import type { ReceiptColumns } from '@tirtapay/documents';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../../../platform/clock';
import { Problem } from '../../../../platform/problem';
import { PrintReceipt } from '../../../money/payment';
import { ReceiptFiles } from '../../../money/payment';
import { receiptDto, type ReceiptDto } from '../../../money/payment';
import { ReceiptQueries } from '../../../money/payment';

const DEFAULT_COLUMNS = 42;

/** A bank's own receipt in the form its Accept header asks for. */
@Injectable()
export class ReceiptPresenter {
  constructor(
    private readonly receipts: ReceiptQueries,
    private readonly prints: PrintReceipt,
    private readonly files: ReceiptFiles,
    private readonly clock: Clock,
  ) {}

  async present(
    bankId: number,
    query: { readonly bank_reference: string; readonly columns?: string },
    accept: string,
    reply: FastifyReply,
  ): Promise<ReceiptDto | Buffer | string> {
    const receipt = await this.receipts.byReference(bankId, query.bank_reference);
    if (receipt === null) throw new Problem('payment.not_found');
    if (accept.includes('application/pdf'))
      return this.files.pdf(reply, await this.prints.execute(receipt, 'PDF'));
    if (accept.includes('text/plain'))
      return this.files.text(
        reply,
        await this.prints.execute(receipt, 'TEXT'),
        Number(query.columns ?? DEFAULT_COLUMNS) as ReceiptColumns,
      );
    return receiptDto(receipt.model, this.clock, receipt.tariffCode);
  }
}
