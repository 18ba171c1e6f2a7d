import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { Accepted } from '../../../../platform/http';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../../platform/list';
import { IdParam } from '../../../../platform/validation';
import {
  ProposeWaiverBody,
  RevokeWaiverBody,
  WaiverDetailDto,
  WaiverEffectDto,
  WaiverProgrammePageDto,
  WaiverRevocationDto,
} from '../dto/waiver.dto';
import { newWaiver } from './new-waiver';
import { ProposeWaiver } from './propose-waiver.service';
import { SimulateWaiver } from './simulate-waiver.service';
import { WAIVER_EXPORT } from './waiver-export';
import { WAIVER_LIST_SHAPE } from './waiver.list';
import { WaiverQueries } from './waiver.queries';

@ApiTags('penalties')
@Controller('v1/waiver-programmes')
export class WaiversController {
  constructor(
    private readonly queries: WaiverQueries,
    private readonly proposals: ProposeWaiver,
    private readonly simulation: SimulateWaiver,
  ) {}

  @Get()
  @Can('waiver.read')
  @ApiOperation({ operationId: 'listWaiverProgrammes', summary: 'Waiver programmes, the latest first' })
  @ApiListQuery(WAIVER_LIST_SHAPE, WAIVER_EXPORT)
  @ApiOkResponse({ type: WaiverProgrammePageDto })
  list(@Query() parameters: ListParameters): Promise<WaiverProgrammePageDto> {
    return this.queries.page(parameters);
  }

  @Get('export')
  @Can('waiver.read')
  @ApiExport('exportWaiverProgrammes', WAIVER_LIST_SHAPE)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'program-pemutihan', WAIVER_EXPORT, this.queries.all(parameters));
  }

  @Get(':id')
  @Can('waiver.read')
  @ApiOperation({ operationId: 'getWaiverProgramme', summary: 'One programme, and what became of it' })
  @ApiOkResponse({ type: WaiverDetailDto })
  get(@IdParam('id', 'waiver.not_found') id: number): Promise<WaiverDetailDto> {
    return this.queries.one(id);
  }

  @Post('preview')
  @HttpCode(200)
  @Can('waiver.propose')
  @ApiOperation({
    operationId: 'previewWaiverProgramme',
    summary: 'Who would be forgiven how much, and what comes in; nothing is stored',
  })
  @ApiOkResponse({ type: WaiverEffectDto })
  preview(@Body() body: ProposeWaiverBody): Promise<WaiverEffectDto> {
    return this.simulation.of(newWaiver(body));
  }

  @Post()
  @Can('waiver.propose')
  @ApiOperation({
    operationId: 'proposeWaiverProgramme',
    summary: 'Proposes a programme for a second person; its terms never change afterwards',
  })
  @ApiCreatedResponse({ type: WaiverDetailDto })
  async propose(@Body() body: ProposeWaiverBody): Promise<WaiverDetailDto> {
    return this.queries.one(await this.proposals.create(body));
  }

  @Post(':id/revocation')
  @Can('waiver.propose')
  @ApiOperation({
    operationId: 'revokeWaiverProgramme',
    summary: 'Asks a second person to end a programme with the day of the decision',
  })
  @Accepted(WaiverRevocationDto)
  async revoke(
    @IdParam('id', 'waiver.not_found') id: number,
    @Body() body: RevokeWaiverBody,
  ): Promise<WaiverRevocationDto> {
    return { approval_id: await this.proposals.revoke(id, body.reason) };
  }
}
