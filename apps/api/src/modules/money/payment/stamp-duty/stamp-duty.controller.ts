import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { Accepted } from '../../../../platform/http';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../../platform/list';
import { IdParam } from '../../../../platform/validation';
import { PayStampDuty } from './pay-stamp-duty.service';
import {
  ReverseStampDutyPaymentBody,
  StampDutyDto,
  StampDutyPaymentBody,
  StampDutyPaymentPageDto,
  StampDutyRequestedDto,
} from './stamp-duty.dto';
import { STAMP_DUTY_PAYMENT_CSV, STAMP_DUTY_PAYMENT_SHAPE, StampDuties } from './stamp-duty.queries';

@ApiTags('payments')
@Controller('v1')
export class StampDutyController {
  constructor(
    private readonly duties: StampDuties,
    private readonly payments: PayStampDuty,
  ) {}

  @Get('stamp-duty')
  @Can('reconciliation.read')
  @ApiOperation({
    operationId: 'getStampDuty',
    summary: 'Stamp duty that receipts bore and that was not handed over yet, by month',
  })
  @ApiOkResponse({ type: StampDutyDto })
  standing(): Promise<StampDutyDto> {
    return this.duties.standing();
  }

  @Get('stamp-duty-payments')
  @Can('reconciliation.read')
  @ApiOperation({ operationId: 'listStampDutyPayments', summary: 'Stamp duty handed over to the state' })
  @ApiListQuery(STAMP_DUTY_PAYMENT_SHAPE, STAMP_DUTY_PAYMENT_CSV)
  @ApiOkResponse({ type: StampDutyPaymentPageDto })
  page(@Query() query: ListParameters): Promise<StampDutyPaymentPageDto> {
    return this.duties.page(query);
  }

  @Get('stamp-duty-payments/export')
  @Can('reconciliation.read')
  @ApiExport('exportStampDutyPayments', STAMP_DUTY_PAYMENT_SHAPE)
  export(@Query() query: ListParameters, @Res() reply: FastifyReply): void {
    sendExport(reply, 'setoran-bea-meterai', STAMP_DUTY_PAYMENT_CSV, this.duties.all(query));
  }

  @Post('stamp-duty-payments')
  @Can('reconciliation.manage')
  @ApiOperation({
    operationId: 'requestStampDutyPayment',
    summary: 'Asks a second person to book what was handed over of stamp duty',
  })
  @Accepted(StampDutyRequestedDto)
  pay(@Body() body: StampDutyPaymentBody): Promise<StampDutyRequestedDto> {
    return this.payments.request(body);
  }

  @Post('stamp-duty-payments/:id/reversal')
  @Can('reconciliation.manage')
  @ApiOperation({
    operationId: 'requestStampDutyPaymentReversal',
    summary: 'Asks a second person to take back a payment that was booked by mistake or came back',
  })
  @Accepted(StampDutyRequestedDto)
  reverse(
    @IdParam('id', 'stamp_duty.payment_not_found') id: number,
    @Body() body: ReverseStampDutyPaymentBody,
  ): Promise<StampDutyRequestedDto> {
    return this.payments.requestReversal(id, body);
  }
}
