import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../platform/access';
import { PublicQuoteBody, PublicTariffDto } from './dto/public-tariff.dto';
import { QuoteDto } from './dto/quote.dto';
import { PublicTariffs } from './public-tariffs';

/** The calculator anybody may use: tariffs are public law. */
@ApiTags('public')
@Controller('v1/public')
export class PublicTariffsController {
  constructor(private readonly tariffs: PublicTariffs) {}

  @Get('tariffs')
  @Public()
  @ApiOperation({ operationId: 'listPublicTariffs', summary: 'Tariff categories in force' })
  @ApiOkResponse({ type: [PublicTariffDto] })
  list(): Promise<PublicTariffDto[]> {
    return this.tariffs.list();
  }

  @Post('tariff-quote')
  @HttpCode(200)
  @Public()
  @ApiOperation({
    operationId: 'quotePublicTariff',
    summary: 'What a usage costs this month, with the legal basis',
  })
  @ApiOkResponse({ type: QuoteDto })
  quote(@Body() body: PublicQuoteBody): Promise<QuoteDto> {
    return this.tariffs.quote(body);
  }
}
