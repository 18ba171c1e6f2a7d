import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SignedByPartnerOr } from '../../../platform/access';
import { ApiSaleBody } from './sale-body';
import { PpobQuoteDto } from './quote/quote.dto';
import { QuoteSale } from './quote/quote-sale.service';

@ApiTags('ppob')
@Controller('v1/ppob/inquiries')
export class PpobInquiriesController {
  constructor(private readonly quotes: QuoteSale) {}

  @Post()
  @HttpCode(200)
  @SignedByPartnerOr('ppob.sell')
  @ApiOperation({
    operationId: 'quotePpobSale',
    summary: 'What a sale would cost now: price or bill, fee, and whose account it is. Moves nothing',
  })
  @ApiSaleBody()
  @ApiOkResponse({ type: PpobQuoteDto })
  quote(@Body() body: Record<string, unknown>): Promise<PpobQuoteDto> {
    return this.quotes.quote(body);
  }
}
