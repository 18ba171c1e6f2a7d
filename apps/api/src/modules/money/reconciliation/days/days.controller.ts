import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../../platform/list';
import { IdParam } from '../../../../platform/validation';
import { RequestAdjustment } from '../actions/request-adjustment.service';
import {
  DayAbsenceBody,
  DayDetailDto,
  DayPageDto,
  OpenDayBody,
  OverviewDto,
  OverviewQuery,
  ReopenDayBody,
} from '../dto/day.dto';
import { AdjustManyBody, AdjustManyDto, AdjustmentRequestedDto } from '../dto/item.dto';
import { RunMatching } from '../matching/run-matching.service';
import { CloseDay } from './close-day.service';
import { DeclareAbsence } from './declare-absence.service';
import { DAY_COLUMNS, DAY_LIST } from './day-list';
import { DayQueries } from './day.queries';
import { OpenDay } from './open-day.service';
import { OverviewQueries } from './overview.queries';
import { PrintDay } from './print-day.service';

@ApiTags('reconciliation')
@Controller('v1/reconciliation/days')
export class DaysController {
  constructor(
    private readonly days: DayQueries,
    private readonly overviews: OverviewQueries,
    private readonly opening: OpenDay,
    private readonly matching: RunMatching,
    private readonly closing: CloseDay,
    private readonly absences: DeclareAbsence,
    private readonly adjustments: RequestAdjustment,
    private readonly prints: PrintDay,
  ) {}

  @Get()
  @Can('reconciliation.read')
  @ApiOperation({
    operationId: 'listReconciliationDays',
    summary: 'Days of banks, suppliers and partners that were put against a file',
  })
  @ApiListQuery(DAY_LIST, DAY_COLUMNS)
  @ApiOkResponse({ type: DayPageDto })
  list(@Query() parameters: ListParameters): Promise<DayPageDto> {
    return this.days.page(parameters);
  }

  @Get('export')
  @Can('reconciliation.read')
  @ApiExport('exportReconciliationDays', DAY_LIST)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'rekonsiliasi', DAY_COLUMNS, this.days.all(parameters));
  }

  @Get('overview')
  @Can('reconciliation.read')
  @ApiOperation({
    operationId: 'getReconciliationOverview',
    summary: 'Days × banks, suppliers and partners: closed, open, file missing; and the age of what is open',
  })
  @ApiOkResponse({ type: OverviewDto })
  overview(@Query() query: OverviewQuery): Promise<OverviewDto> {
    return this.overviews.overview(query);
  }

  @Post()
  @Can('reconciliation.manage')
  @ApiOperation({
    operationId: 'openReconciliationDay',
    summary: 'Begins a day of a bank, supplier or partner, also without its file',
  })
  @ApiCreatedResponse({ type: DayDetailDto })
  async open(@Body() body: OpenDayBody): Promise<DayDetailDto> {
    return this.days.one(await this.opening.open(body));
  }

  @Get(':id')
  @Can('reconciliation.read')
  @ApiOperation({
    operationId: 'getReconciliationDay',
    summary: 'A day: its sums by type, its files, its story, and whether the reader may close it',
  })
  @ApiOkResponse({ type: DayDetailDto })
  one(@IdParam('id', 'reconciliation.not_found') id: number): Promise<DayDetailDto> {
    return this.days.one(id);
  }

  @Post(':id/run')
  @HttpCode(200)
  @Can('reconciliation.manage')
  @ApiOperation({
    operationId: 'runReconciliation',
    summary: 'Puts the day against its file once more; what two people decided stays',
  })
  @ApiOkResponse({ type: DayDetailDto })
  async run(@IdParam('id', 'reconciliation.not_found') id: number): Promise<DayDetailDto> {
    await this.matching.run(id);
    return this.days.one(id);
  }

  @Post(':id/adjustments')
  @HttpCode(202)
  @Can('reconciliation.manage')
  @ApiOperation({
    operationId: 'requestReconciliationAdjustments',
    summary:
      'Asks a second person to do one safe thing about all open items of a type; or says what it would be',
  })
  @ApiAcceptedResponse({ type: AdjustManyDto })
  adjustMany(
    @IdParam('id', 'reconciliation.not_found') id: number,
    @Body() body: AdjustManyBody,
  ): Promise<AdjustManyDto> {
    return this.adjustments.requestMany(id, body);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Can('reconciliation.close')
  @ApiOperation({
    operationId: 'closeReconciliation',
    summary:
      'Closes a day with nothing open, by somebody who prepared nothing of it; what was settled is booked',
  })
  @ApiOkResponse({ type: DayDetailDto })
  async close(@IdParam('id', 'reconciliation.not_found') id: number): Promise<DayDetailDto> {
    await this.closing.close(id);
    return this.days.one(id);
  }

  @Post(':id/reopening')
  @HttpCode(202)
  @Can('reconciliation.manage')
  @ApiOperation({
    operationId: 'requestReconciliationReopening',
    summary: 'Asks a second person to open a closed day again',
  })
  @ApiAcceptedResponse({ type: AdjustmentRequestedDto })
  async reopen(
    @IdParam('id', 'reconciliation.not_found') id: number,
    @Body() body: ReopenDayBody,
  ): Promise<AdjustmentRequestedDto> {
    return { approval_id: await this.closing.requestReopening(id, body.reason), status: 'PENDING' };
  }

  @Post(':id/absence')
  @HttpCode(202)
  @Can('reconciliation.manage')
  @ApiOperation({
    operationId: 'requestReconciliationAbsence',
    summary: 'Asks a second person to find that no statement comes of the day, or to wait for it again',
  })
  @ApiAcceptedResponse({ type: AdjustmentRequestedDto })
  async absence(
    @IdParam('id', 'reconciliation.not_found') id: number,
    @Body() body: DayAbsenceBody,
  ): Promise<AdjustmentRequestedDto> {
    return { approval_id: await this.absences.request(id, body), status: 'PENDING' };
  }

  @Get(':id/report')
  @Can('reconciliation.read')
  @ApiOperation({
    operationId: 'printReconciliation',
    summary: 'Berita Acara Rekonsiliasi: counts, sums, differences, what was done, signatures, hashes',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async report(
    @IdParam('id', 'reconciliation.not_found') id: number,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return reply
      .type('application/pdf')
      .header('Content-Disposition', `inline; filename="berita-acara-rekonsiliasi-${String(id)}.pdf"`)
      .send(await this.prints.print(id));
  }
}
