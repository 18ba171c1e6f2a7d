import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedBy } from '../../../../platform/access';
import { snapCallOf } from '../../../bank-gateway/security';
import {
  SnapInquiryAnswerDto,
  SnapInquiryBody,
  SnapPaymentAnswerDto,
  SnapPaymentBody,
  SnapStatusBody,
} from './snap.dto';
import { VaInquiries } from './va-inquiry.service';
import { VaPayments } from './va-payment.service';
import { VaStatuses } from './va-status.service';

/** Virtual accounts by the national standard; every failure is answered by SnapAnswers. */
@ApiTags('snap')
@Controller('snap/v1.0/transfer-va')
export class SnapVaController {
  constructor(
    private readonly inquiries: VaInquiries,
    private readonly payments: VaPayments,
    private readonly statuses: VaStatuses,
  ) {}

  @Post('inquiry')
  @HttpCode(200)
  @SignedBy('SNAP')
  @ApiOperation({ operationId: 'snapInquireVa', summary: 'SNAP BI 24: what a virtual account owes' })
  @ApiBody({ type: SnapInquiryBody })
  @ApiOkResponse({ type: SnapInquiryAnswerDto })
  async inquiry(@Req() request: FastifyRequest): Promise<object> {
    const call = snapCallOf(request);
    return this.inquiries.inquire(call, request.body);
  }

  @Post('payment')
  @HttpCode(200)
  @SignedBy('SNAP')
  @ApiOperation({ operationId: 'snapPayVa', summary: 'SNAP BI 25: posts a payment exactly once' })
  @ApiBody({ type: SnapPaymentBody })
  @ApiOkResponse({ type: SnapPaymentAnswerDto })
  async payment(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const call = snapCallOf(request);
    const { body, replayed } = await this.payments.pay(call, request.body);
    if (replayed) void reply.header('Idempotent-Replayed', 'true');
    return body;
  }

  @Post('status')
  @HttpCode(200)
  @SignedBy('SNAP')
  @ApiOperation({ operationId: 'snapGetVaStatus', summary: 'SNAP BI 26: what became of a payment' })
  @ApiBody({ type: SnapStatusBody })
  @ApiOkResponse({ type: SnapPaymentAnswerDto })
  async status(@Req() request: FastifyRequest): Promise<object> {
    const call = snapCallOf(request);
    return this.statuses.status(call, request.body);
  }
}
