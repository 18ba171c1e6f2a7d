import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { PPOB_SERVICE_CODES, PPOB_SERVICES, type PpobServiceCode } from '@tirtapay/domain';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { Accepted } from '../../../platform/http';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../platform/list';
import { Problem } from '../../../platform/problem';
import { ServiceSwitchedDto, SwitchServiceBody } from './services/switch-service.dto';
import { SwitchService } from './services/switch-service.service';
import { ChangePrices } from './prices/change-prices.service';
import {
  ChangePricesBody,
  FeeLinesDto,
  PriceChangeRequestedDto,
  PriceLinePageDto,
} from './prices/price-change.dto';
import { PRICE_CSV, PRICE_LIST_SHAPE, PriceLineList } from './prices/price-line.list';

@ApiTags('ppob')
@Controller('v1/ppob')
export class PpobPricesController {
  constructor(
    private readonly list: PriceLineList,
    private readonly changes: ChangePrices,
    private readonly services: SwitchService,
  ) {}

  @Get('price-lines')
  @Can('ppob.read')
  @ApiOperation({ operationId: 'listPpobPriceLines', summary: 'The price list with its past and its plans' })
  @ApiListQuery(PRICE_LIST_SHAPE, PRICE_CSV)
  @ApiOkResponse({ type: PriceLinePageDto })
  page(@Query() query: ListParameters): Promise<PriceLinePageDto> {
    return this.list.page(query);
  }

  @Get('price-lines/export')
  @Can('ppob.read')
  @ApiExport('exportPpobPriceLines', PRICE_LIST_SHAPE)
  export(@Query() query: ListParameters, @Res() reply: FastifyReply): void {
    sendExport(reply, 'daftar-harga-ppob', PRICE_CSV, this.list.all(query));
  }

  @Get('fees')
  @Can('ppob.read')
  @ApiOperation({
    operationId: 'listPpobFees',
    summary: 'The fees of the services, with their past and plans',
  })
  @ApiOkResponse({ type: FeeLinesDto })
  async fees(): Promise<FeeLinesDto> {
    return { data: await this.list.fees() };
  }

  @Post('services/:code/price-changes')
  @Can('ppob.manage')
  @ApiParam({ name: 'code', enum: PPOB_SERVICE_CODES })
  @ApiOperation({
    operationId: 'requestPpobPrices',
    summary: 'Asks a second person for other prices or another fee of a service',
  })
  @Accepted(PriceChangeRequestedDto)
  change(@Param('code') code: string, @Body() body: ChangePricesBody): Promise<PriceChangeRequestedDto> {
    if (!isService(code)) throw new Problem('ppob.not_found');
    return this.changes.request(code, body);
  }

  @Post('services/:code/switch')
  @HttpCode(200)
  @Can('ppob.manage')
  @ApiParam({ name: 'code', enum: PPOB_SERVICE_CODES })
  @ApiOperation({
    operationId: 'switchPpobService',
    summary: 'Takes a service out of sale at once, or into sale again at the prices that were agreed',
  })
  @ApiOkResponse({ type: ServiceSwitchedDto })
  switch(@Param('code') code: string, @Body() body: SwitchServiceBody): Promise<ServiceSwitchedDto> {
    if (!isService(code)) throw new Problem('ppob.not_found');
    return this.services.switch(code, body);
  }
}

function isService(code: string): code is PpobServiceCode {
  return Object.hasOwn(PPOB_SERVICES, code);
}
