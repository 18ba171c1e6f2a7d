import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../platform/access';
import { PublicQuoteBody, PublicTariffResponse } from './dto/public-tariff.dto';
import { QuoteResponse } from './dto/quote.dto';
import { PublicTariffs } from './public-tariffs';

/** The calculator anybody may use: tariffs are public law. */
@ApiTags('public')
@Controller('v1/public')
export class PublicTariffsController {
  constructor(private readonly tariffs: PublicTariffs) {}

  @Get('tariffs')
  @Public()
  @ApiOperation({ operationId: 'listPublicTariffs', summary: 'Tariff categories in force' })
  @ApiOkResponse({ type: [PublicTariffResponse] })
  list(): Promise<PublicTariffResponse[]> {
    return this.tariffs.list();
  }

  @Post('tariff-quote')
  @HttpCode(200)
  @Public()
  @ApiOperation({
    operationId: 'quotePublicTariff',
    summary: 'What a usage costs this month, with the legal basis',
  })
  @ApiOkResponse({ type: QuoteResponse })
  quote(@Body() body: PublicQuoteBody): Promise<QuoteResponse> {
    return this.tariffs.quote(body);
  }
}
