import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SignedIn } from '../../../../platform/access';
import { FindQuery, FoundDto } from './found.dto';
import { FindQueries } from './find.queries';

@ApiTags('reporting')
@Controller('v1/find')
export class FindController {
  constructor(private readonly queries: FindQueries) {}

  @Get()
  @SignedIn()
  @ApiOperation({
    operationId: 'findAnything',
    summary:
      'Customers, bills, receipts, payments and virtual accounts that begin like this, as far as the reader may see',
  })
  @ApiOkResponse({ type: [FoundDto] })
  find(@Query() { q }: FindQuery): Promise<FoundDto[]> {
    return this.queries.find(q);
  }
}
