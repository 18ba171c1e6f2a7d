import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import {
  ApiExport,
  ApiListQuery,
  sendExport,
  type ListParameters,
  type PageOf,
} from '../../../../platform/list';
import { IdParam } from '../../../../platform/validation';
import { PaymentDetailDto, PaymentDto, PaymentPageDto } from './payment.dto';
import { PAYMENT_LIST, PaymentQueries } from './payment.queries';
import { PAYMENT_COLUMNS } from './payment-columns';

@ApiTags('payments')
@Controller('v1/payments')
export class ReadPaymentsController {
  constructor(private readonly queries: PaymentQueries) {}

  @Get()
  @Can('payment.read')
  @ApiOperation({ operationId: 'listPayments', summary: 'Payments of all banks and channels' })
  @ApiListQuery(PAYMENT_LIST, PAYMENT_COLUMNS)
  @ApiOkResponse({ type: PaymentPageDto })
  list(@Query() parameters: ListParameters): Promise<PageOf<PaymentDto>> {
    return this.queries.list(parameters);
  }

  @Get('export')
  @Can('payment.read')
  @ApiExport('exportPayments', PAYMENT_LIST)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): void {
    sendExport(reply, 'pembayaran', PAYMENT_COLUMNS, this.queries.all(parameters));
  }

  @Get(':id')
  @Can('payment.read')
  @ApiOperation({ operationId: 'getPayment', summary: 'A payment with allocations, journal and life line' })
  @ApiOkResponse({ type: PaymentDetailDto })
  detail(@IdParam('id', 'payment.not_found') id: number): Promise<PaymentDetailDto> {
    return this.queries.detail(id);
  }
}
