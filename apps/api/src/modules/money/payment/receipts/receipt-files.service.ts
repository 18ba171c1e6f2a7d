import { Injectable } from '@nestjs/common';
import {
  receiptSheet,
  receiptText,
  renderPdf,
  type ReceiptColumns,
  type ReceiptModel,
} from '@tirtapay/documents';
import type { FastifyReply } from 'fastify';

/** A receipt as a file. The name carries the receipt number, which is made of safe characters only. */
@Injectable()
export class ReceiptFiles {
  async pdf(reply: FastifyReply, model: ReceiptModel): Promise<Buffer> {
    void reply
      .header('Content-Type', 'application/pdf')
      .header(
        'Content-Disposition',
        `inline; filename="kuitansi-${model.receiptNumber.replaceAll(/[^A-Za-z0-9-]/g, '-')}.pdf"`,
      );
    return renderPdf(receiptSheet(model));
  }

  text(reply: FastifyReply, model: ReceiptModel, columns: ReceiptColumns): string {
    void reply.header('Content-Type', 'text/plain; charset=utf-8');
    return receiptText(model, columns);
  }
}
