import { Body, Controller, Get, HttpCode, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedBy } from '../../../../platform/access';
import { ReceiptDto } from '../../../money/payment';
import { ReversePayment } from '../../../money/payment';
import { BankPayments } from './bank-payments.service';
import {
  ProcessAnswerDto,
  ProcessBody,
  ReceiptQuery,
  ReferenceQuery,
  ReversalAnswerDto,
  ReversalBody,
  StatusAnswerDto,
  VerifyAnswerDto,
  VerifyBody,
} from './bank-payment.dto';
import { OutcomeUnknownFilter } from './outcome-unknown.filter';
import { PaymentLookup } from '../../../money/payment';
import { ReceiptPresenter } from './receipt-presenter.service';

const JSON_TYPE = 'application/json; charset=utf-8';

function send(reply: FastifyReply, answer: { answer: string; replayed: boolean }): string {
  if (answer.replayed) void reply.header('Idempotent-Replayed', 'true');
  void reply.header('Content-Type', JSON_TYPE);
  return answer.answer;
}

@ApiTags('bank')
@Controller('v1/payment')
export class BankPaymentController {
  constructor(
    private readonly payments: BankPayments,
    private readonly lookup: PaymentLookup,
    private readonly reversals: ReversePayment,
    private readonly receipts: ReceiptPresenter,
  ) {}

  @Post('verify')
  @HttpCode(200)
  @SignedBy('BANK')
  @ApiOperation({ operationId: 'verifyBills', summary: 'What a customer owes; freezes the amount' })
  @ApiOkResponse({ type: VerifyAnswerDto })
  verify(@Body() body: VerifyBody): Promise<VerifyAnswerDto> {
    return this.payments.verify(body);
  }

  @Post('process')
  @UseFilters(OutcomeUnknownFilter)
  @HttpCode(200)
  @SignedBy('BANK')
  @ApiOperation({ operationId: 'processPayment', summary: 'Posts a payment exactly once' })
  @ApiOkResponse({ type: ProcessAnswerDto })
  async process(@Body() body: ProcessBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return send(reply, await this.payments.process(body));
  }

  @Get('status')
  @SignedBy('BANK')
  @ApiOperation({ operationId: 'getPaymentStatus', summary: 'What became of a reference' })
  @ApiOkResponse({ type: StatusAnswerDto })
  async status(
    @Query() query: ReferenceQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const bank = await this.payments.bank();
    return send(reply, { answer: await this.lookup.status(bank.id, query.bank_reference), replayed: false });
  }

  @Get('receipt')
  @SignedBy('BANK')
  @ApiOperation({
    operationId: 'getPaymentReceipt',
    summary: 'The receipt as JSON, PDF or fixed-width text (Accept)',
  })
  @ApiProduces('application/json', 'application/pdf', 'text/plain')
  @ApiOkResponse({ type: ReceiptDto })
  async receipt(
    @Query() query: ReceiptQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReceiptDto | Buffer | string> {
    const bank = await this.payments.bank();
    return this.receipts.present(bank.id, query, request.headers.accept ?? '', reply);
  }

  @Post('reversal')
  @UseFilters(OutcomeUnknownFilter)
  @HttpCode(200)
  @SignedBy('BANK')
  @ApiOperation({ operationId: 'reversePayment', summary: 'Takes back a payment on its business day' })
  @ApiOkResponse({ type: ReversalAnswerDto })
  async reversal(
    @Body() body: ReversalBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const bank = await this.payments.bank();
    return send(
      reply,
      await this.reversals.byBank({
        bank,
        bankReference: body.bank_reference,
        reversalReference: body.reversal_reference,
        reason: body.reason,
      }),
    );
  }
}
