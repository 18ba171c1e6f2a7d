import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { maskName, periodName } from '@tirtapay/domain';
import type { FastifyReply } from 'fastify';
import { Public } from '../../../platform/access';
import { Clock } from '../../../platform/clock';
import { Problem } from '../../../platform/problem';
import { PrintReceipt } from '../../money/payment';
import { ReceiptFiles } from '../../money/payment';
import { receiptDto, ReceiptVerificationDto } from '../../money/payment';
import { maskedForPublic, ReceiptQueries, type StoredReceipt } from '../../money/payment';
import { PublicReceiptDto } from './public.dto';
import { PublicLimits } from './public-limits';

const TOKEN = /^[A-Za-z0-9_-]{22,64}$/;

@ApiTags('public')
@Controller('v1/public')
export class PublicReceiptsController {
  constructor(
    private readonly receipts: ReceiptQueries,
    private readonly prints: PrintReceipt,
    private readonly files: ReceiptFiles,
    private readonly limits: PublicLimits,
    private readonly clock: Clock,
  ) {}

  @Get('receipts/:token')
  @Public()
  @ApiOperation({ operationId: 'getPublicReceipt', summary: 'A receipt by its unguessable link' })
  @ApiOkResponse({ type: PublicReceiptDto })
  async receipt(@Param('token') token: string): Promise<PublicReceiptDto> {
    const { model } = await this.find(token);
    return {
      ...receiptDto(maskedForPublic(model), this.clock),
      waivers: (model.waivers ?? []).map((waiver) => ({ ...waiver })),
      credit_left: model.creditLeft ?? 0,
      pdf_url: `/api/v1/public/receipts/${token}/pdf`,
    };
  }

  @Get('receipts/:token/pdf')
  @Public()
  @ApiOperation({ operationId: 'getPublicReceiptPdf', summary: 'The same receipt as PDF' })
  @ApiProduces('application/pdf')
  async pdf(@Param('token') token: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const model = await this.prints.forHolder(await this.find(token));
    return this.files.pdf(reply, maskedForPublic(model));
  }

  @Get('receipt-verifications/:code')
  @Public()
  @ApiOperation({ operationId: 'verifyPublicReceipt', summary: 'Whether a receipt is genuine (QR code)' })
  @ApiOkResponse({ type: ReceiptVerificationDto })
  async verify(@Param('code') code: string): Promise<ReceiptVerificationDto> {
    const { model } = await this.find(code);
    return {
      valid: model.status === 'POSTED',
      status: model.status,
      receipt_number: model.receiptNumber,
      total_amount: model.totalAmount,
      period_names: model.bills.map((bill) => periodName(bill.period, 'id')),
      customer_name: maskName(model.customer.name),
      posted_at: this.clock.text(model.postedAt),
    };
  }

  private find(token: string): Promise<StoredReceipt> {
    return this.limits.follow(token, async () => {
      const receipt = TOKEN.test(token) ? await this.receipts.byToken(token) : null;
      if (receipt === null) throw new Problem('receipt.not_found');
      return receipt;
    });
  }
}
