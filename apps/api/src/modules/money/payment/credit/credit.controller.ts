import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../../platform/access';
import { IdParam } from '../../../../platform/validation';
import { CustomerCreditDto } from './credit.dto';
import { CreditQueries } from './credit.queries';

@ApiTags('customers')
@Controller('v1/customers')
export class CreditController {
  constructor(private readonly credit: CreditQueries) {}

  @Get(':id/credit')
  @Can('credit.read')
  @ApiOperation({ operationId: 'getCustomerCredit', summary: 'Credit of a customer and where it is held' })
  @ApiOkResponse({ type: CustomerCreditDto })
  get(@IdParam('id', 'customer.not_found') id: number): Promise<CustomerCreditDto> {
    return this.credit.of(id);
  }
}
