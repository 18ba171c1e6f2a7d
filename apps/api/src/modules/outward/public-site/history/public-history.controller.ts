import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { isPeriod } from '@tirtapay/domain';
import type { FastifyReply } from 'fastify';
import { Public } from '../../../../platform/access';
import { FileStore } from '../../../../platform/files';
import { PHOTO_MEDIA_TYPES, sendPhoto } from '../../../../platform/http';
import { PublicLimits } from '../public-limits';
import { HistoryAccessBody, HistoryAccessDto, HistoryQuery, PublicHistoryDto } from './history.dto';
import { HistoryQueries } from './history.queries';
import { OpenHistory } from './open-history.service';

const DEFAULT_MONTHS = 12;

@ApiTags('public')
@Controller('v1/public/inquiries/:token')
export class PublicHistoryController {
  constructor(
    private readonly opening: OpenHistory,
    private readonly queries: HistoryQueries,
    private readonly limits: PublicLimits,
    private readonly files: FileStore,
  ) {}

  @Post('history-access')
  @HttpCode(200)
  @Public()
  @ApiOperation({
    operationId: 'openPublicHistory',
    summary: 'The second factor: the last digits of the meter number open the history for half an hour',
  })
  @ApiOkResponse({ type: HistoryAccessDto })
  access(@Param('token') token: string, @Body() body: HistoryAccessBody): Promise<HistoryAccessDto> {
    return this.limits.follow(token, () => this.opening.open(token, body.meter_digits));
  }

  @Get('history')
  @Public()
  @ApiOperation({
    operationId: 'getPublicHistory',
    summary: 'Usage, bills and payments of the last 12 or 24 months',
  })
  @ApiHeader({ name: 'X-History-Token', required: true, description: 'From openPublicHistory' })
  @ApiOkResponse({ type: PublicHistoryDto })
  history(
    @Param('token') token: string,
    @Query() query: HistoryQuery,
    @Headers('x-history-token') proof?: string,
  ): Promise<PublicHistoryDto> {
    return this.limits.follow(token, async () => {
      const { customerNumber, until } = this.opening.unlocked(token, proof);
      return this.queries.of(customerNumber, Number(query.months ?? DEFAULT_MONTHS), until);
    });
  }

  @Get('history/photos/:period')
  @Public()
  @ApiOperation({
    operationId: 'getPublicMeterPhoto',
    summary: 'The photo of the meter behind the bill of a month',
  })
  @ApiHeader({ name: 'X-History-Token', required: true, description: 'From openPublicHistory' })
  @ApiProduces(...PHOTO_MEDIA_TYPES)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  photo(
    @Param('token') token: string,
    @Param('period') period: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('x-history-token') proof?: string,
  ): Promise<Buffer> {
    return this.limits.follow(token, async () => {
      const { customerNumber } = this.opening.unlocked(token, proof);
      const photo = isPeriod(period) ? await this.queries.photo(customerNumber, period) : null;
      return sendPhoto(reply, this.files, photo);
    });
  }
}
