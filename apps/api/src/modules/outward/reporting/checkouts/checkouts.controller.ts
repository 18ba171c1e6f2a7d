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
import { CHECKOUT_COLUMNS } from './checkout-columns';
import { CheckoutDetailDto, CheckoutDto, CheckoutPageDto } from './checkout.dto';
import { CHECKOUT_LIST, CheckoutQueries } from './checkout.queries';

@ApiTags('checkouts')
@Controller('v1/checkouts')
export class ReadCheckoutsController {
  constructor(private readonly queries: CheckoutQueries) {}

  @Get()
  @Can('intent.read')
  @ApiOperation({ operationId: 'listCheckouts', summary: 'Virtual accounts and QRIS codes of customers' })
  @ApiListQuery(CHECKOUT_LIST, CHECKOUT_COLUMNS)
  @ApiOkResponse({ type: CheckoutPageDto })
  list(@Query() parameters: ListParameters): Promise<PageOf<CheckoutDto>> {
    return this.queries.list(parameters);
  }

  @Get('export')
  @Can('intent.read')
  @ApiExport('exportCheckouts', CHECKOUT_LIST)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): void {
    sendExport(reply, 'permintaan-bayar', CHECKOUT_COLUMNS, this.queries.all(parameters));
  }

  @Get(':id')
  @Can('intent.read')
  @ApiOperation({ operationId: 'getCheckout', summary: 'A virtual account or QRIS code with its life' })
  @ApiOkResponse({ type: CheckoutDetailDto })
  detail(@IdParam('id', 'intent.not_found') id: number): Promise<CheckoutDetailDto> {
    return this.queries.detail(id);
  }
}
