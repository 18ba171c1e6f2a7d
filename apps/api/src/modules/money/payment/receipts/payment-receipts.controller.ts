import { Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { Problem } from '../../../../platform/problem';
import { IdParam } from '../../../../platform/validation';
import { PrintReceipt } from './print-receipt.service';
import { ReceiptFiles } from './receipt-files.service';
import { ReceiptQueries } from './receipt.queries';

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
    summary: 'The receipt as PDF; every print after the first is marked as a copy',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async print(
    @IdParam('id', 'payment.not_found') id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const receipt = await this.receipts.byPayment(id);
    if (receipt === null) throw new Problem('payment.not_found');
    return this.files.pdf(reply, await this.prints.execute(receipt, 'PDF'));
  }
}
