import { Body, Controller, Get, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { ApiCsvExport, ApiListQuery, sendCsv, type ListParameters } from '../../../platform/list';
import { IdParam } from '../../../platform/validation';
import { COUNTER_COLUMNS, COUNTER_LIST, CounterQueries } from './counters.queries';
import { ChangeCounterBody, CounterDto, CounterPageDto, CreateCounterBody } from './dto/counter.dto';
import { KeepCounters } from './keep-counters.service';

@ApiTags('counters')
@Controller('v1/counters')
export class CountersController {
  constructor(
    private readonly counters: CounterQueries,
    private readonly keep: KeepCounters,
  ) {}

  @Get()
  @Can('setting.read')
  @ApiOperation({ operationId: 'listCounters', summary: 'Counters where bills are paid by hand' })
  @ApiListQuery(COUNTER_LIST)
  @ApiOkResponse({ type: CounterPageDto })
  list(@Query() parameters: ListParameters): Promise<CounterPageDto> {
    return this.counters.page(parameters);
  }

  @Get('export')
  @Can('setting.read')
  @ApiCsvExport('exportCounters', COUNTER_LIST)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendCsv(reply, 'loket.csv', COUNTER_COLUMNS, this.counters.all(parameters));
  }

  @Post()
  @Can('setting.manage')
  @ApiOperation({ operationId: 'createCounter', summary: 'Add a counter' })
  @ApiCreatedResponse({ type: CounterDto })
  async create(@Body() body: CreateCounterBody): Promise<CounterDto> {
    return this.counters.one(await this.keep.create(body));
  }

  @Patch(':id')
  @Can('setting.manage')
  @ApiOperation({ operationId: 'changeCounter', summary: 'Change or close a counter' })
  @ApiOkResponse({ type: CounterDto })
  async change(
    @IdParam('id', 'counter.not_found') id: number,
    @Body() body: ChangeCounterBody,
  ): Promise<CounterDto> {
    await this.keep.change(id, body);
    return this.counters.one(id);
  }
}
