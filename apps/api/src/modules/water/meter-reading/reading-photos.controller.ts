import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { PHOTO_MEDIA_TYPES } from '../../../platform/http';
import { IdParam } from '../../../platform/validation';
import { PhotoQuery, PhotoStoredDto } from './dto/photo.dto';
import { ReadingPhotos } from './reading-photo.queries';
import { StorePhoto } from './store-photo.service';

const FILE = { type: 'string', format: 'binary' } as const;

@ApiTags('meter readings')
@Controller('v1/meter-readings/:id/photo')
export class ReadingPhotosController {
  constructor(
    private readonly storing: StorePhoto,
    private readonly photos: ReadingPhotos,
  ) {}

  @Post()
  @HttpCode(200)
  @Can('reading.record')
  @ApiOperation({
    operationId: 'storeReadingPhoto',
    summary: 'The photo of the meter, as the body; at most 2 MB. The same photo again changes nothing',
  })
  @ApiConsumes(...PHOTO_MEDIA_TYPES)
  @ApiBody({ schema: FILE })
  @ApiOkResponse({ type: PhotoStoredDto })
  store(
    @IdParam('id', 'reading.not_found') id: number,
    @Query() { client_id }: PhotoQuery,
    @Body() content: unknown,
  ): Promise<PhotoStoredDto> {
    return this.storing.store(id, content, client_id);
  }

  @Get()
  @Can('reading.read')
  @ApiOperation({ operationId: 'getReadingPhoto', summary: 'The photo of the meter' })
  @ApiProduces(...PHOTO_MEDIA_TYPES)
  @ApiOkResponse({ schema: FILE })
  photo(
    @IdParam('id', 'reading.not_found') id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    return this.photos.ofReading(reply, id);
  }
}
