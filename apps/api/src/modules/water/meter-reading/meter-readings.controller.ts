import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { LargeBody } from '../../../platform/http';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../platform/list';
import { IdParam } from '../../../platform/validation';
import { DecideReading } from './decide-reading.service';
import {
  DecideReadingBody,
  PreviewReadingBody,
  RecordReadingBody,
  VerifyBatchBody,
} from './dto/reading.request';
import {
  ReadingPageDto,
  ReadingDto,
  ReadingSummaryDto,
  VerifyBatchDto,
  VerifyBatchRunDto,
} from './dto/reading.dto';
import { ReadingContextDto, ReadingPreviewDto } from './dto/reading-context.dto';
import { ReadingContextQueries } from './reading-context.queries';
import { READING_COLUMNS } from './reading-export';
import { READING_LIST_SHAPE } from './reading.list';
import { ReadingQueries } from './reading.queries';
import { ReadingSpreadDto } from './dto/reading-spread.dto';
import { ReadingSpread } from './reading-spread.queries';
import { RecordReading } from './record-reading.service';
import { VerifyBatchRuns } from './verify-batch-runs';
import { VerifyBatch } from './verify-batch.service';

@ApiTags('meter readings')
@Controller('v1/meter-readings')
export class MeterReadingsController {
  constructor(
    private readonly queries: ReadingQueries,
    private readonly contexts: ReadingContextQueries,
    private readonly recording: RecordReading,
    private readonly deciding: DecideReading,
    private readonly batch: VerifyBatch,
    private readonly batchRuns: VerifyBatchRuns,
    private readonly spreads: ReadingSpread,
  ) {}

  @Get()
  @Can('reading.read')
  @ApiOperation({ operationId: 'listReadings', summary: 'Readings, newest first' })
  @ApiListQuery(READING_LIST_SHAPE, READING_COLUMNS)
  @ApiOkResponse({ type: ReadingPageDto })
  list(@Query() parameters: ListParameters): Promise<ReadingPageDto> {
    return this.queries.page(parameters);
  }

  @Get('export')
  @Can('reading.read')
  @ApiExport('exportReadings', READING_LIST_SHAPE)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'catatan-meter', READING_COLUMNS, this.queries.all(parameters));
  }

  @Get('context')
  @Can('reading.record')
  @ApiOperation({
    operationId: 'getReadingContext',
    summary: 'What a reader needs to know about a customer and period',
  })
  @ApiQuery({ name: 'customer_number', required: false, schema: { type: 'string' } })
  @ApiQuery({
    name: 'meter',
    required: false,
    description: 'Instead of the customer: the number on the meter, as a scanner reads it',
    schema: { type: 'string' },
  })
  @ApiQuery({ name: 'period', schema: { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' } })
  @ApiOkResponse({ type: ReadingContextDto })
  context(
    @Query('customer_number') customerNumber: string | undefined,
    @Query('meter') meter: string | undefined,
    @Query('period') period: string,
  ): Promise<ReadingContextDto> {
    return meter === undefined
      ? this.contexts.context(customerNumber, period)
      : this.contexts.ofMeter(meter, period);
  }

  @Get('summary')
  @Can('reading.read')
  @ApiOperation({ operationId: 'getReadingSummary', summary: 'How far a period is' })
  @ApiQuery({ name: 'period', schema: { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' } })
  @ApiOkResponse({ type: ReadingSummaryDto })
  summary(@Query('period') period: string): Promise<ReadingSummaryDto> {
    return this.queries.summary(period);
  }

  @Post('preview')
  @HttpCode(200)
  @Can('reading.record')
  @ApiOperation({
    operationId: 'previewReading',
    summary: 'Usage, anomalies and price of a stand; stores nothing',
  })
  @ApiOkResponse({ type: ReadingPreviewDto })
  preview(@Body() body: PreviewReadingBody): Promise<ReadingPreviewDto> {
    return this.contexts.preview(body);
  }

  @Post('verify-batch')
  @LargeBody()
  @HttpCode(200)
  @Can('reading.verify')
  @ApiOperation({ operationId: 'verifyReadings', summary: 'Verify the normal readings of a filter at once' })
  @ApiOkResponse({ type: VerifyBatchDto })
  @ApiAcceptedResponse({
    type: VerifyBatchRunDto,
    description: 'Too many for one answer: a run that goes on',
  })
  async verifyBatch(
    @Body() body: VerifyBatchBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VerifyBatchDto | VerifyBatchRunDto> {
    const result = await this.batch.verify(body);
    if ('status' in result) reply.status(202);
    return result;
  }

  @Get('verify-batch/:id')
  @Can('reading.verify')
  @ApiOperation({ operationId: 'getVerifyBatch', summary: 'How far a batch of verifications is' })
  @ApiOkResponse({ type: VerifyBatchRunDto })
  verifyBatchRun(@IdParam('id', 'job.not_found') id: number): Promise<VerifyBatchRunDto> {
    return this.batchRuns.byId(id);
  }

  @Get(':id')
  @Can('reading.read')
  @ApiOperation({ operationId: 'getReading', summary: 'One reading' })
  @ApiOkResponse({ type: ReadingDto })
  get(@IdParam('id', 'reading.not_found') id: number): Promise<ReadingDto> {
    return this.queries.byId(id);
  }

  @Get(':id/spread')
  @Can('reading.verify')
  @ApiOperation({
    operationId: 'getReadingSpread',
    summary: 'What verifying it would say of estimated and missed months before it',
  })
  @ApiOkResponse({ type: ReadingSpreadDto })
  spread(@IdParam('id', 'reading.not_found') id: number): Promise<ReadingSpreadDto> {
    return this.spreads.of(id);
  }

  @Post()
  @Can('reading.record')
  @ApiOperation({
    operationId: 'recordReading',
    summary: 'Record a reading; the same client_id returns the same row',
  })
  @ApiCreatedResponse({ type: ReadingDto })
  @ApiOkResponse({ type: ReadingDto, description: 'It was recorded before' })
  async record(
    @Body() body: RecordReadingBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReadingDto> {
    const { id, created } = await this.recording.record(body);
    void reply.code(created ? 201 : 200);
    return this.queries.byId(id);
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Can('reading.verify')
  @ApiOperation({ operationId: 'decideReading', summary: 'Verify a reading, or have it read again' })
  @ApiOkResponse({ type: ReadingDto })
  async decide(
    @IdParam('id', 'reading.not_found') id: number,
    @Body() body: DecideReadingBody,
  ): Promise<ReadingDto> {
    await this.deciding.decide(id, body);
    return this.queries.byId(id);
  }
}
