import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { PHOTO_MEDIA_TYPES } from '../../../../platform/http';
import { IdParam } from '../../../../platform/validation';
import { MeterCheckResultBody, OpenMeterCheckDto, TakeBackCheckBody } from '../dto/meter-check.dto';
import { PhotoStoredDto } from '../dto/photo.dto';
import { CheckPhotos } from './check-photos.service';
import { MeterCheckQueries } from './meter-check.queries';
import { MeterChecks } from './meter-checks.service';

const FILE = { type: 'string', format: 'binary' } as const;

@ApiTags('meter readings')
@Controller('v1/meter-checks')
export class MeterChecksController {
  constructor(
    private readonly checks: MeterChecks,
    private readonly photos: CheckPhotos,
    private readonly queries: MeterCheckQueries,
  ) {}

  @Get()
  @Can('reading.record')
  @ApiOperation({
    operationId: 'listOpenMeterChecks',
    summary: 'Meters readers are sent to because a bill is doubted, the most urgent first',
  })
  @ApiOkResponse({ type: [OpenMeterCheckDto] })
  open(): Promise<OpenMeterCheckDto[]> {
    return this.queries.open();
  }

  @Post(':id/photo')
  @HttpCode(200)
  @Can('reading.record')
  @ApiOperation({
    operationId: 'storeMeterCheckPhoto',
    summary: 'The photo of the meter, as the body; at most 2 MB. The same photo again changes nothing',
  })
  @ApiConsumes(...PHOTO_MEDIA_TYPES)
  @ApiBody({ schema: FILE })
  @ApiOkResponse({ type: PhotoStoredDto })
  store(
    @IdParam('id', 'meter_check.not_found') id: number,
    @Body() content: unknown,
  ): Promise<PhotoStoredDto> {
    return this.photos.store(id, content);
  }

  @Get(':id/photo')
  @Can('reading.read')
  @ApiOperation({ operationId: 'getMeterCheckPhoto', summary: 'The photo of the meter' })
  @ApiProduces(...PHOTO_MEDIA_TYPES)
  @ApiOkResponse({ schema: FILE })
  photo(
    @IdParam('id', 'meter_check.not_found') id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    return this.photos.of(reply, id);
  }

  @Post(':id/withdrawal')
  @HttpCode(204)
  @Can('bill.correct.request')
  @ApiOperation({
    operationId: 'takeBackMeterCheck',
    summary: 'The reader need not go any more, with the reason',
  })
  @ApiNoContentResponse()
  takeBack(
    @IdParam('id', 'meter_check.not_found') id: number,
    @Body() body: TakeBackCheckBody,
  ): Promise<void> {
    return this.checks.takeBack(id, body.reason);
  }

  @Post(':id/result')
  @HttpCode(204)
  @Can('reading.record')
  @ApiOperation({
    operationId: 'reportMeterCheck',
    summary: 'What the meter shows; after its photo, because the photo is what is believed',
  })
  @ApiNoContentResponse()
  report(
    @IdParam('id', 'meter_check.not_found') id: number,
    @Body() body: MeterCheckResultBody,
  ): Promise<void> {
    return this.checks.report(id, body);
  }
}
