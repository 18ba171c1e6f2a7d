import { Body, Controller, Get, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../platform/list';
import { IdParam } from '../../../platform/validation';
import { PAY_POINT_COLUMNS, PAY_POINT_LIST, PayPointQueries } from './pay-points.queries';
import { ChangePayPointBody, PayPointDto, PayPointPageDto, CreatePayPointBody } from './dto/pay-point.dto';
import { KeepPayPoints } from './keep-pay-points.service';

@ApiTags('pay-points')
@Controller('v1/pay-points')
export class PayPointsController {
  constructor(
    private readonly points: PayPointQueries,
    private readonly keep: KeepPayPoints,
  ) {}

  @Get()
  @Can('setting.read')
  @ApiOperation({ operationId: 'listPayPoints', summary: 'Pay points: where bills are paid by hand' })
  @ApiListQuery(PAY_POINT_LIST, PAY_POINT_COLUMNS)
  @ApiOkResponse({ type: PayPointPageDto })
  list(@Query() parameters: ListParameters): Promise<PayPointPageDto> {
    return this.points.page(parameters);
  }

  @Get('export')
  @Can('setting.read')
  @ApiExport('exportPayPoints', PAY_POINT_LIST)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'titik-bayar', PAY_POINT_COLUMNS, this.points.all(parameters));
  }

  @Post()
  @Can('setting.manage')
  @ApiOperation({ operationId: 'createPayPoint', summary: 'Add a pay point' })
  @ApiCreatedResponse({ type: PayPointDto })
  async create(@Body() body: CreatePayPointBody): Promise<PayPointDto> {
    return this.points.one(await this.keep.create(body));
  }

  @Patch(':id')
  @Can('setting.manage')
  @ApiOperation({ operationId: 'changePayPoint', summary: 'Change or close a pay point' })
  @ApiOkResponse({ type: PayPointDto })
  async change(
    @IdParam('id', 'pay_point.not_found') id: number,
    @Body() body: ChangePayPointBody,
  ): Promise<PayPointDto> {
    await this.keep.change(id, body);
    return this.points.one(id);
  }
}
