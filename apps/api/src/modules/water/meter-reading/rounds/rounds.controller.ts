import { Body, Controller, Get, HttpCode, Put, Query, Res } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { IdParam } from '../../../../platform/validation';
import { OrderRoundBody, ReadingProgressDto, RoundDto, TakenRoundDto } from '../dto/round.dto';
import { OrderRound } from './order-round.service';
import { PrintLabels } from './print-labels.service';
import { RoundQueries } from './round.queries';
import { TakeRound } from './take-round.queries';

const PERIOD = { name: 'period', schema: { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' } } as const;

@ApiTags('meter readings')
@Controller('v1/reading-rounds')
export class RoundsController {
  constructor(
    private readonly queries: RoundQueries,
    private readonly ordering: OrderRound,
    private readonly labels: PrintLabels,
    private readonly taking: TakeRound,
  ) {}

  @Get('regions/:id')
  @Can('reading.read')
  @ApiOperation({
    operationId: 'getReadingProgress',
    summary: 'How far the routes of a region are, and who read them',
  })
  @ApiQuery(PERIOD)
  @ApiOkResponse({ type: ReadingProgressDto })
  progress(
    @IdParam('id', 'region.not_found') regionId: number,
    @Query('period') period: string,
  ): Promise<ReadingProgressDto> {
    return this.queries.progress(regionId, period);
  }

  @Put()
  @HttpCode(204)
  @Can('reading.record')
  @ApiOperation({ operationId: 'orderReadingRound', summary: 'Keep the order in which a route is walked' })
  @ApiNoContentResponse()
  order(@Body() body: OrderRoundBody): Promise<void> {
    return this.ordering.execute(body);
  }

  @Get(':id')
  @Can('reading.read')
  @ApiOperation({
    operationId: 'getReadingRound',
    summary: 'The connections of a route in the order they are walked to, and which of them are read',
  })
  @ApiQuery(PERIOD)
  @ApiOkResponse({ type: RoundDto })
  round(
    @IdParam('id', 'route.not_found') routeId: number,
    @Query('period') period: string,
  ): Promise<RoundDto> {
    return this.queries.round(routeId, period);
  }

  @Get(':id/taken')
  @Can('reading.record')
  @ApiOperation({
    operationId: 'takeReadingRound',
    summary: 'A route to take along where there is no signal: each stop with what its stand is counted from',
  })
  @ApiQuery(PERIOD)
  @ApiOkResponse({ type: TakenRoundDto })
  take(
    @IdParam('id', 'route.not_found') routeId: number,
    @Query('period') period: string,
  ): Promise<TakenRoundDto> {
    return this.taking.take(routeId, period);
  }

  @Get(':id/labels')
  @Can('reading.read')
  @ApiOperation({
    operationId: 'printMeterLabels',
    summary: 'Labels with a code for the meters of a route, A4, three by eight',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async print(
    @IdParam('id', 'route.not_found') routeId: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const paper = await this.labels.ofRoute(routeId);
    void reply
      .type('application/pdf')
      .header('Content-Disposition', `inline; filename="label-meter-${String(routeId)}.pdf"`);
    return paper;
  }
}
