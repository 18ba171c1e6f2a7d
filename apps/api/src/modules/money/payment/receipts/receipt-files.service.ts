import { Injectable } from '@nestjs/common';
import {
  receiptRoll,
  receiptSheet,
  receiptText,
  renderPdf,
  type ReceiptColumns,
  type ReceiptModel,
} from '@tirtapay/documents';
import type { FastifyReply } from 'fastify';

export const RECEIPT_PAPERS = ['A5', '5.5x4.25in', '80', '58'] as const;
export type ReceiptPaper = (typeof RECEIPT_PAPERS)[number];

/** A receipt as a file. The name carries the receipt number, which is made of safe characters only. */
@Injectable()
export class ReceiptFiles {
  async pdf(reply: FastifyReply, model: ReceiptModel, paper: ReceiptPaper = 'A5'): Promise<Buffer> {
    void reply
      .header('Content-Type', 'application/pdf')
      .header(
        'Content-Disposition',
        `inline; filename="kwitansi-${model.receiptNumber.replaceAll(/[^A-Za-z0-9-]/g, '-')}.pdf"`,
      );
    return renderPdf(
      paper === '80'
        ? receiptRoll(model, 80)
        : paper === '58'
          ? receiptRoll(model, 58)
          : receiptSheet(model, paper),
    );
  }

  text(reply: FastifyReply, model: ReceiptModel, columns: ReceiptColumns): string {
    void reply.header('Content-Type', 'text/plain; charset=utf-8');
    return receiptText(model, columns);
  }
}
