import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SignedByPartnerOr } from '../../../platform/access';
import { PpobPricesDto, PpobServicesDto } from './sales/sale.dto';
import { ServiceQueries } from './sales/services.queries';

@ApiTags('ppob')
@Controller('v1/ppob')
export class PpobServicesController {
  constructor(private readonly queries: ServiceQueries) {}

  @Get('services')
  @SignedByPartnerOr('ppob.read')
  @ApiOperation({ operationId: 'listPpobServices', summary: 'The services, their fees and their fields' })
  @ApiOkResponse({ type: PpobServicesDto })
  async services(): Promise<PpobServicesDto> {
    return { data: await this.queries.services() };
  }

  @Get('prices')
  @SignedByPartnerOr('ppob.read')
  @ApiOperation({ operationId: 'listPpobPrices', summary: 'The price list' })
  @ApiOkResponse({ type: PpobPricesDto })
  async prices(): Promise<PpobPricesDto> {
    return { data: await this.queries.prices() };
  }
}
