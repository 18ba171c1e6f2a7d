import { Body, Controller, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { receiptText } from '@tirtapay/documents';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { Problem } from '../../../../platform/problem';
import { IdParam } from '../../../../platform/validation';
import { PrintReceipt } from './print-receipt.service';
import { PrintReceiptQuery, PrintSlipBody, ReceiptSlipDto } from './receipt-print.dto';
import { ReceiptFiles } from './receipt-files.service';
import { ReceiptQueries, type StoredReceipt } from './receipt.queries';

@ApiTags('payments')
@Controller('v1/payments')
export class PaymentReceiptsController {
  constructor(
    private readonly receipts: ReceiptQueries,
    private readonly prints: PrintReceipt,
    private readonly files: ReceiptFiles,
  ) {}

  // POST: a print is counted, and nothing that only looks may count one.
  @Post(':id/receipt-prints')
  @HttpCode(200)
  @Can('receipt.read')
  @ApiOperation({
    operationId: 'printPaymentReceipt',
    summary: 'The receipt as PDF on the paper asked for; every print after the first is marked as a copy',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async print(
    @IdParam('id', 'payment.not_found') id: number,
    @Query() { paper }: PrintReceiptQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    return this.files.pdf(reply, await this.prints.execute(await this.receipt(id), 'PDF'), paper);
  }

  @Post(':id/receipt-slips')
  @HttpCode(200)
  @Can('receipt.read')
  @ApiOperation({
    operationId: 'printPaymentSlip',
    summary: 'The receipt as lines for a receipt printer; counted and marked as every print is',
  })
  @ApiOkResponse({ type: ReceiptSlipDto })
  async slip(
    @IdParam('id', 'payment.not_found') id: number,
    @Body() { paper }: PrintSlipBody,
  ): Promise<ReceiptSlipDto> {
    const model = await this.prints.execute(await this.receipt(id), 'TEXT');
    return {
      receipt_number: model.receiptNumber,
      copy_number: model.copyNumber,
      text: receiptText(model, paper === '58' ? 32 : 42),
      verification_url: model.verificationUrl,
    };
  }

  private async receipt(id: number): Promise<StoredReceipt> {
    const receipt = await this.receipts.byPayment(id);
    if (receipt === null) throw new Problem('payment.not_found');
    return receipt;
  }
}
